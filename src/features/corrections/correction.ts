/** A reader's report of a wrong value, as typed and untrusted. */
export interface Correction {
  /** A key of browser-compat-data such as `api.CloseEvent.code`, or the id of an ending. */
  subject: string;
  /** The browser, runtime or engine. */
  where: string;
  /** The value on the site. */
  value: string;
  /** The correct value. */
  expected: string;
  /** The evidence. */
  evidence: string;
}

/** The fields of a correction, in the order of the form. */
export const CORRECTION_FIELDS = [
  "subject",
  "where",
  "value",
  "expected",
  "evidence",
] as const satisfies (keyof Correction)[];

/** The path of the correction form below the site's base, with the known fields. */
export const toCorrectionPath = (known: Partial<Correction>): string => `about/?${new URLSearchParams(known)}#correct`;

/** The correction as Markdown, for a mail or an issue. */
export function toReport({ subject, where, value, expected, evidence }: Correction): string {
  const lines = [
    `Value: ${subject || "(which?)"}${where && ` in ${where}`}`,
    `The site says: ${value || "(what?)"}`,
    `It should be: ${expected || "(what?)"}`,
    `How I know: ${evidence || "(a section, a release note, or a run of the playground)"}`,
  ];
  return lines.join("\n");
}

/** The address of a prefilled new issue at browser-compat-data; `null` if the subject is not one of its keys. */
export function toCompatIssue(correction: Correction): string | null {
  const { subject, where, value, expected, evidence } = correction;
  if (!/^api\.\w/.test(subject)) return null;
  const fields = {
    template: "data-problem.yml",
    title: [subject, where].filter(Boolean).join(" - "),
    problem: `${subject}${where && ` in ${where}`}: ${value || "the recorded value"}`,
    expected,
    references: evidence,
  };
  return `https://github.com/mdn/browser-compat-data/issues/new?${new URLSearchParams(fields)}`;
}
