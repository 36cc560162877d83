import { expect, test } from "vitest";
import { type Correction, toCompatIssue, toCorrectionPath, toReport } from "./correction.ts";

const correction: Correction = {
  subject: "api.CloseEvent.code",
  where: "firefox",
  value: "≤8",
  expected: "7 & not 8",
  evidence: "the release notes",
};
const empty: Correction = { subject: "", where: "", value: "", expected: "", evidence: "" };

test("a link to correct a value carries what is known of it, and nothing else", () => {
  expect(toCorrectionPath({ subject: "api.CloseEvent.code", where: "firefox", value: "≤8" })).toBe(
    "about/?subject=api.CloseEvent.code&where=firefox&value=%E2%89%A48#correct",
  );
});

test("a report says all that was given", () => {
  expect(toReport(correction)).toBe(
    [
      "Value: api.CloseEvent.code in firefox",
      "The site says: ≤8",
      "It should be: 7 & not 8",
      "How I know: the release notes",
    ].join("\n"),
  );
});

test("a report asks for what was not given", () => {
  expect(toReport(empty)).toMatchInlineSnapshot(`
    "Value: (which?)
    The site says: (what?)
    It should be: (what?)
    How I know: (a section, a release note, or a run of the playground)"
  `);
});

test("an issue at browser-compat-data is filled in, whatever the reader typed", () => {
  const url = new URL(toCompatIssue(correction) ?? "");
  expect(url.origin + url.pathname).toBe("https://github.com/mdn/browser-compat-data/issues/new");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    template: "data-problem.yml",
    title: "api.CloseEvent.code - firefox",
    problem: "api.CloseEvent.code in firefox: ≤8",
    expected: "7 & not 8",
    references: "the release notes",
  });
});

test.each(["fin-no-close", "", "api", "javascript:alert(1)"])("%j has no issue there", (subject) => {
  expect(toCompatIssue({ ...correction, subject })).toBeNull();
});
