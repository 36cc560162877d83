/** What a reader says of a value that is wrong; as it is typed, so nothing of it is trusted. */
export interface Correction {
  /** A key of browser-compat-data, as `api.CloseEvent.code`, or the id of an ending. */
  subject: string;
  /** The browser, runtime or engine. */
  where: string;
  /** What the site says. */
  value: string;
  /** What it should be. */
  expected: string;
  /** How one can know. */
  evidence: string;
}

/** The fields of a correction, in the order of asking. */
export const CORRECTION_FIELDS = [
  "subject",
  "where",
  "value",
  "expected",
  "evidence",
] as const satisfies (keyof Correction)[];

/** Where to say that a value is wrong, below the site's base; what is known of it fills the form. */
export const toCorrectionPath = (known: Partial<Correction>): string => `about/?${new URLSearchParams(known)}#correct`;

/** The correction as text for a letter or an issue, in Markdown. */
export function toReport({ subject, where, value, expected, evidence }: Correction): string {
  const lines = [
    `Value: ${subject || "(which?)"}${where && ` in ${where}`}`,
    `The site says: ${value || "(what?)"}`,
    `It should be: ${expected || "(what?)"}`,
    `How I know: ${evidence || "(a section, a release note, or a run of the playground)"}`,
  ];
  return lines.join("\n");
}

/** A filled-in new issue at browser-compat-data, by the ids of its form's fields; `null` for what is not from there. */
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
