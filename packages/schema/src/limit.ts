import { z } from "zod";

/** A limit on how long a connection may be quiet, or may last. */
export const LimitSchema = z
  .strictObject({
    where: z.string().min(1).describe("The program or service, by its own name."),
    limit: z.string().min(1).describe("The default, in words."),
    note: z.string().min(1).describe("What the time counts, and the setting that changes it."),
    source: z
      .strictObject({
        text: z.string().min(1).describe("The document's title."),
        url: z.url({ protocol: /^https$/ }).describe("The document's address."),
      })
      .describe("The document that states the limit."),
  })
  .meta({ id: "Limit", description: "A limit on how long a connection may be quiet, or may last." });
export type Limit = z.infer<typeof LimitSchema>;

/** The time limits of proxies and servers, as documented: the file `limits.json`. */
export const LimitsSchema = z
  .strictObject({
    $schema: z
      .string()
      .regex(/\.json$/)
      .describe("The path of the JSON Schema."),
    way: z.array(LimitSchema).min(1).describe("Limits of proxies, load balancers and hosts between client and server."),
    server: z.array(LimitSchema).min(1).describe("Limits of server runtimes and libraries."),
  })
  .meta({ id: "Limits", description: "The time limits of proxies and servers, as documented." });
export type Limits = z.infer<typeof LimitsSchema>;
