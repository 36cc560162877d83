import { type Compatibility, DESKTOP_BROWSERS, MOBILE_BROWSERS, type WikiSupport } from "@wasclean/schema";
import type { PageDraft } from "../page-draft.ts";
import { readBrowsers } from "../read-browsers.ts";
import type { TemplateArguments } from "../template-arguments.ts";
import type { TemplateRule } from "../template-rule.ts";

const DESKTOP_ROW = "Compatibility Table Desktop Row";
const MOBILE_ROW = "Compatibility Table Mobile Row";

/** The browser's name as the wiki's parameter names begin with it. */
const PREFIX = {
  chrome: "Chrome",
  firefox: "Firefox",
  internet_explorer: "Internet_explorer",
  opera: "Opera",
  safari: "Safari",
  android: "Android",
  blackberry: "Blackberry",
  chrome_mobile: "Chrome_mobile",
  firefox_mobile: "Firefox_mobile",
  ie_mobile: "IE_mobile",
  opera_mobile: "Opera_mobile",
  opera_mini: "Opera_mini",
  safari_mobile: "Safari_mobile",
} as const satisfies Record<(typeof DESKTOP_BROWSERS)[number] | (typeof MOBILE_BROWSERS)[number], string>;

const FIELDS = ["supported", "version", "prefixed_supported", "prefixed_version"] as const;
const rowParameters = (browsers: readonly (keyof typeof PREFIX)[]) => [
  "Feature",
  ...browsers.flatMap((browser) => FIELDS.map((field) => `${PREFIX[browser]}_${field}`)),
];

/** Templates of the compatibility section. */
export const COMPATIBILITY_RULES = {
  "Compatibility Section": {
    parameters: ["Not_required", "Imported_tables", "Desktop_rows", "Mobile_rows", "Notes_rows"],
    read(args, draft) {
      const section: Compatibility = {
        notRequired: args.flag("Not_required"),
        imported: args
          .templates("Imported_tables", "Imported Compatibility Table")
          .flatMap((table) => table.text("Page") ?? []),
        desktop: args.templates("Desktop_rows", DESKTOP_ROW).map((row) => readRow(row, DESKTOP_BROWSERS)),
        mobile: args.templates("Mobile_rows", MOBILE_ROW).map((row) => readRow(row, MOBILE_BROWSERS)),
        notes: args.templates("Notes_rows", "Compatibility Notes Row").map((row) => ({
          browser: row.text("Browser"),
          browsers: readRowBrowsers(row, draft),
          version: row.version("Version"),
          note: row.rich("Note"),
        })),
        start: args.node.start,
        end: args.node.end,
      };
      const first = draft.fields.compatibility;
      if (first) addTo(first, section, args, draft);
      else draft.fields.compatibility = section;
    },
  },
  [DESKTOP_ROW]: { parameters: rowParameters(DESKTOP_BROWSERS) },
  [MOBILE_ROW]: { parameters: rowParameters(MOBILE_BROWSERS) },
  "Compatibility Notes Row": { parameters: ["Browser", "Version", "Note"] },
  "Imported Compatibility Table": { parameters: ["Page"] },
} as const satisfies Record<string, TemplateRule>;

/** Adds a second section's rows to the first one's. */
function addTo(first: Compatibility, second: Compatibility, args: TemplateArguments, draft: PageDraft): void {
  draft.report("TEMPLATE_REPEATED", args.node, "Compatibility Section");
  first.imported = first.imported.concat(second.imported);
  first.desktop = first.desktop.concat(second.desktop);
  first.mobile = first.mobile.concat(second.mobile);
  first.notes = first.notes.concat(second.notes);
  const span = args.span("Not_required");
  if (first.notRequired === null) first.notRequired = second.notRequired;
  else if (span) draft.misplaced.push({ nodes: [{ type: "text", ...span }], span });
}

function readRowBrowsers(row: TemplateArguments, draft: PageDraft) {
  const name = row.text("Browser") ?? "";
  const { browsers, isReadable } = readBrowsers(name);
  if (!isReadable) draft.report("BROWSER_UNKNOWN", row.span("Browser") ?? row.node, name);
  return browsers;
}

function readRow<B extends keyof typeof PREFIX>(row: TemplateArguments, browsers: readonly B[]) {
  const support = Object.fromEntries(browsers.map((browser) => [browser, readSupport(row, PREFIX[browser])]));
  return { feature: row.text("Feature"), support: support as Record<B, WikiSupport> };
}

const readSupport = (row: TemplateArguments, prefix: string): WikiSupport => ({
  supported: row.oneOf(`${prefix}_supported`, ["yes", "no", "unknown"]),
  version: row.version(`${prefix}_version`),
  prefixed: {
    supported: row.oneOf(`${prefix}_prefixed_supported`, ["yes", "no", "unknown"]),
    version: row.version(`${prefix}_prefixed_version`),
  },
});
