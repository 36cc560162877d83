/** How far the hands may be ahead of what was taken, for each of them. */
const AHEAD = 16;

/**
 * Gives items to whichever hand is free, and yields what they make of them in the order of the items. After the signal
 * no more are given out; what is in hand still comes. Throws what a hand throws.
 */
export async function* mapInOrder<T, R>(
  items: readonly T[],
  hands: readonly ((item: T) => Promise<R>)[],
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const free = [...hands];
  const running = new Map<number, Promise<R>>();
  let wake = Promise.withResolvers<void>();
  let given = 0;
  const give = () => {
    while (given < items.length && free.length > 0 && running.size < hands.length * AHEAD && !signal?.aborted) {
      const hand = free.pop() as (item: T) => Promise<R>;
      const result = hand(items[given] as T).finally(() => {
        free.push(hand);
        give();
      });
      // Whoever takes it sees the error; until then it is nobody's.
      result.catch(() => {});
      running.set(given++, result);
    }
    wake.resolve();
  };
  give();
  for (let taken = 0; taken < given || (taken < items.length && !signal?.aborted); taken++) {
    for (let result = running.get(taken); ; result = running.get(taken)) {
      if (result !== undefined) {
        const value = await result;
        running.delete(taken);
        give();
        yield value;
        break;
      }
      if (signal?.aborted) return;
      wake = Promise.withResolvers();
      await wake.promise;
    }
  }
}
