import { readFileSync, writeFileSync } from "node:fs";
import { endingsTable, presetCodes } from "./endings-table.ts";

const fileOf = (path: string) => new URL(`../../../playground/${path}`, import.meta.url);
const endings = JSON.parse(readFileSync(fileOf("../../data/endings.json"), "utf8"));
writeFileSync(fileOf("src/endings-table.ts"), endingsTable(endings));
writeFileSync(fileOf("src/details/preset-codes.ts"), presetCodes(endings));
