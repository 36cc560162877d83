import { expect, test } from "vitest";
import { formatPublications, tagOf } from "./publication.ts";

test.each([
  ["1.0.0", "latest"],
  ["1.0.0+build-rc", "latest"],
  ["1.0.0-rc.0", "rc"],
  ["2.10.3-beta", "beta"],
  ["1.0.0-0", "next"],
])("%s is published as %s", (version, tag) => expect(tagOf(version)).toBe(tag));

test("name, version, tag, number of files and sizes are shown", () => {
  const tarball = { path: "x.tgz", size: 1234, unpackedSize: 98_765, files: [{ path: "index.js", size: 98_765 }] };
  expect(
    formatPublications([
      { ...tarball, name: "@wasclean/x", version: "1.0.0-rc.0" },
      { ...tarball, name: "@wasclean/long", version: "2.0.0", files: [] },
    ]),
  ).toMatchInlineSnapshot(`
    "package         version     tag     files  packed  unpacked
    @wasclean/x     1.0.0-rc.0  rc          1  1.2 kB   98.8 kB
    @wasclean/long  2.0.0       latest      0  1.2 kB   98.8 kB
    "
  `);
});
