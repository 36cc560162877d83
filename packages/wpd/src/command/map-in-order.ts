/** The most results that wait for the consumer, for each worker. */
const AHEAD = 16;

/**
 * Gives each item to the next free worker and yields the results in the order of the items. After the signal no more
 * items are given out, and the results of those under way still arrive. Throws the error of a worker.
 */
export async function* mapInOrder<T, R>(
  items: readonly T[],
  workers: readonly ((item: T) => Promise<R>)[],
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const free = [...workers];
  const running = new Map<number, Promise<R>>();
  let wake = Promise.withResolvers<void>();
  let given = 0;
  const give = () => {
    while (given < items.length && free.length > 0 && running.size < workers.length * AHEAD && !signal?.aborted) {
      const work = free.pop() as (item: T) => Promise<R>;
      const result = work(items[given] as T).finally(() => {
        free.push(work);
        give();
      });
      // The consumer rethrows the error; this avoids an unhandled rejection meanwhile.
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
