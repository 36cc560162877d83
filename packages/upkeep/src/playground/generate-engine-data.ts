import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { engineData } from "./engine-data.ts";

const data = new URL("../../../../data/", import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, data), "utf8"));
const observations = readdirSync(new URL("observations/", data)).sort();
const text = engineData(
  read("endings.json"),
  observations.map((name) => read(`observations/${name}`)),
);
writeFileSync(new URL("../../../playground/src/facts/engine-data.ts", import.meta.url), text);
