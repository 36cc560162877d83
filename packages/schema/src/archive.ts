import { z } from "zod";

const LicenseSchema = z.strictObject({
  /** Its name for people. */
  name: z.string().min(1),
  /** Its text. */
  url: z.url({ protocol: /^https$/ }),
});

/** Where the wiki's pages come from: the file `data/archive.json`. */
export const ArchiveSchema = z
  .strictObject({
    /** The wiki's name. */
    name: z.string().min(1),
    /** Where the pages can be read today. */
    url: z.url({ protocol: /^https$/ }),
    /** The month in which the pages stood as they are, e.g. `2015-08`. */
    archived: z.string().regex(/^\d{4}-\d{2}$/),
    /** The licence of every page that does not say otherwise. */
    license: LicenseSchema,
    /** The licence of pages marked `Is_CC-BY-SA`. */
    shareAlikeLicense: LicenseSchema,
  })
  .describe("Where the wiki's pages come from");
export type Archive = z.infer<typeof ArchiveSchema>;
