import { z } from "zod";

const LicenseSchema = z.strictObject({
  name: z.string().min(1).describe("The licence's name, for people."),
  url: z.url({ protocol: /^https$/ }).describe("The address of the licence's text."),
});

/** Where the wiki's pages come from: the file `data/archive.json`. */
export const ArchiveSchema = z
  .strictObject({
    name: z.string().min(1).describe("The wiki's name."),
    url: z.url({ protocol: /^https$/ }).describe("Where to read the pages today."),
    archived: z
      .string()
      .regex(/^\d{4}-\d{2}$/)
      .describe("The month in which the pages were archived, e.g. `2015-08`."),
    license: LicenseSchema.describe("The licence of every page that does not name another."),
    shareAlikeLicense: LicenseSchema.describe("The licence of pages marked `Is_CC-BY-SA`."),
  })
  .meta({ id: "Archive", description: "The wiki that the archived pages come from." });
export type Archive = z.infer<typeof ArchiveSchema>;
