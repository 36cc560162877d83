import { installFromDebian } from "@wasclean/tools/install-from-debian";
import { REQUIREMENTS, type Requirement } from "../programs.ts";

// Finds what the tests need beside Node, and installs Debian's packages where that needs no question.

const findMissing = () => Object.values<Requirement>(REQUIREMENTS).filter(({ find }) => find() === null);
const packagesOf = (missing: Requirement[]) => missing.flatMap(({ packages }) => packages);

const missing = findMissing();
if (missing.length > 0) installFromDebian(...packagesOf(missing));
const left = missing.length > 0 ? findMissing() : [];
if (left.length > 0) {
  console.error(`The tests need ${left.map(({ name }) => name).join(", ")}. On Debian and Ubuntu:

  sudo apt-get install ${packagesOf(left).join(" ")}
`);
  process.exitCode = 1;
}
for (const { name, find } of Object.values<Requirement>(REQUIREMENTS)) console.log(`${find() ?? "missing"}  ${name}`);
