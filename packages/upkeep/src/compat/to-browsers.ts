import { compareVersions } from "@wasclean/data/compare-versions";
import {
  type BrowserName,
  type Browsers,
  BrowsersSchema,
  type Compat,
  type DriftFile,
  type SupportStatement,
} from "@wasclean/schema";
import type { BrowserCompatData } from "./inputs.ts";
import { parse, toBcdSource } from "./to-compat.ts";

/** The browsers and releases that some files name. */
export function toBrowsers(bcd: BrowserCompatData, compats: Compat[], drift: DriftFile): Browsers {
  const mentioned = [...compats.flatMap(listSupported), ...listRecorded(drift)];
  const names = [...new Set(mentioned.map(([browser]) => browser))].toSorted();
  const browsers = names.map((browser) => {
    const { name, type, releases } = bcd.data.browsers[browser];
    const versions = mentioned.filter(([other]) => other === browser).map(([, version]) => version);
    const needed = Object.entries(releases)
      .filter(([release]) => versions.some((version) => compareVersions(release, version) === 0))
      .toSorted(([, a], [, b]) => a.index - b.index)
      .map(([release, { release_date, engine, engine_version }]) => [
        release,
        { release_date, engine, engine_version },
      ]);
    return [browser, { name, type, releases: Object.fromEntries(needed), source: "bcd" }];
  });
  const sources = { bcd: toBcdSource(bcd) };
  const file = { $schema: "./json-schema/browsers.json", sources, browsers: Object.fromEntries(browsers) };
  return parse(BrowsersSchema, file, "browsers");
}

type Mention = [browser: BrowserName, version: string];

/** Every browser with support statements for an interface, with every version that they name. */
function listSupported({ features }: Compat): Mention[] {
  return Object.values(features).flatMap(({ support }) =>
    (Object.entries(support) as [BrowserName, SupportStatement][]).flatMap(([browser, statements]) =>
      [statements].flat().flatMap(({ version_added, version_removed, version_last }) =>
        // A browser whose statements name no version is listed too.
        [version_added || "", version_removed ?? "", version_last ?? ""].map((version): Mention => [browser, version]),
      ),
    ),
  );
}

/** Every browser and version that the wiki recorded. */
function listRecorded({ drift }: DriftFile): Mention[] {
  return Object.values(drift).flatMap((browsers) =>
    Object.values(browsers).flatMap(({ recorded, today }): Mention[] =>
      today === null ? [] : [[today.browser, recorded.version ?? ""]],
    ),
  );
}
