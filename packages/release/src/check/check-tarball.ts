import { readFileSync } from "node:fs";
import { checkPackage, createPackageFromTarballData, type Problem, type ResolutionKind } from "@arethetypeswrong/core";
import { problemAffectsResolutionKind, problemKindInfo } from "@arethetypeswrong/core/problems";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Tarball } from "../pack.ts";
import type { Release } from "../release.ts";
import budgets from "./budgets.json" with { type: "json" };
import { type Budget, checkSize } from "./check-size.ts";

/** Messages on a packed package: its entries (publint), its types (attw) and its size; none when it may be published. */
export async function checkTarball(
  tarball: Tarball,
  release: Pick<Release, "modules" | "checkedEntries">,
  budget: Budget | undefined = (budgets as Record<string, Budget>)[tarball.name],
): Promise<string[]> {
  const bytes = new Uint8Array(readFileSync(tarball.path));
  return [...(await checkEntries(bytes)), ...(await checkTypes(bytes, release)), ...checkSize(tarball, budget)];
}

async function checkEntries({ buffer }: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true, level: "suggestion" });
  return messages.map((message) => `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`);
}

const RESOLUTIONS: Record<Release["modules"], ResolutionKind[]> = {
  esm: ["node16-esm", "bundler"],
  "esm and cjs": ["node10", "node16-cjs", "node16-esm", "bundler"],
};

async function checkTypes(bytes: Uint8Array, release: Pick<Release, "modules" | "checkedEntries">): Promise<string[]> {
  const options = { includeEntrypoints: release.checkedEntries ?? [] };
  const result = await checkPackage(createPackageFromTarballData(bytes), options);
  if (!result.types) return ["attw: it has no types"];
  const kinds = RESOLUTIONS[release.modules];
  const isRelevant = (problem: Problem) => kinds.some((kind) => problemAffectsResolutionKind(problem, kind, result));
  return result.problems.filter(isRelevant).map((problem) => `attw: ${describe(problem)}`);
}

function describe(problem: Problem): string {
  const { shortDescription } = problemKindInfo[problem.kind];
  if ("entrypoint" in problem) return `${problem.entrypoint} (${problem.resolutionKind}): ${shortDescription}`;
  const file = "typesFileName" in problem ? problem.typesFileName : problem.fileName;
  return `${file.replace(/^\/node_modules\/(@[^/]+\/)?[^/]+\//, "")}: ${shortDescription}`;
}
