/** The files of each published package, as globs; every file fits one, and every glob fits a file. */
export const CONTENTS: Readonly<Record<string, readonly string[]>> = {
  data: [
    "LICENSE",
    "README.md",
    "package.json",
    "{index,node}.mjs",
    "{index,cli}.cjs",
    "index.d.{cts,mts}",
    "{archive,browsers,close-codes,endings,engines}.json",
    "{compat,computed,observations,schema}/*.json",
    "pages/**/*.json",
    "types/**/*.d.ts",
    "types/**/*.d.json.ts",
  ],
  lab: ["LICENSE", "README.md", "package.json", "index.js", "command/cli.js", "shared-*.js", "types/**/*.d.ts"],
  playground: [
    "LICENSE",
    "README.md",
    "package.json",
    "custom-elements.json",
    "{define,index}.js",
    "{observe/observe,recordings/recordings}.js",
    "shared-*.js",
    "types/**/*.d.ts",
  ],
};

/** What no published file may hold: source maps, folders of the machine that built it, tests, and foreign install scripts. */
const FORBIDDEN: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["a source map", /[#@] sourceMappingURL=|"sourcesContent"/],
  ["the URL of a file", /\bfile:\/\/\/[a-z]/i],
  ["the folder of a user", /(?<![\w.])\/(?:home|Users|root)\/\w|\b[A-Z]:\\Users\\/],
  ["a test", /from ?"vitest"|\.test\.[jt]s"/],
  ["a script that npm runs", /"(?:pre|post)?install" ?:|"prepare" ?:/],
];

/** Messages on files that hold what must not be published; `words` are more texts of that kind, such as the project's folder. */
export function checkContent(path: string, text: string, words: readonly string[]): string[] {
  const found = FORBIDDEN.filter(([, pattern]) => pattern.test(text)).map(([what]) => what);
  const texts = words.filter((word) => text.includes(word)).map((word) => JSON.stringify(word));
  return [...found, ...texts].map((what) => `${path} holds ${what}`);
}
