/** Declarations of the ids in the data as unions: one type for each list, and one for the features of each interface. */
export function toIdTypes(
  ids: Record<string, readonly { id: string }[]>,
  compats: readonly { name: string; features: object }[],
): string {
  const features = compats.map(({ name, features }) => [`${name}Key`, Object.keys(features)] as const);
  const records = Object.entries(ids).map(([name, list]) => [name, list.map(({ id }) => id)] as const);
  return [
    ...[...records, ...features].map(
      ([name, keys]) => `export type ${name} = ${keys.map((key) => JSON.stringify(key)).join(" | ")};\n`,
    ),
    `/** A feature: one of browser-compat-data's keys. */\nexport type FeatureKey = ${features.map(([name]) => name).join(" | ")};\n`,
  ].join("");
}
