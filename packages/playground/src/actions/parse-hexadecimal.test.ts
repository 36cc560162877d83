import { expect, it } from "vitest";
import { parseHexadecimal } from "./parse-hexadecimal.ts";

it.each<[string, number[] | null]>([
  ["", []],
  ["00ff", [0, 255]],
  ["00 FF\n7f", [0, 255, 127]],
  ["0x00, 0xff", [0, 255]],
  ["0", null],
  ["0g", null],
  ["hello", null],
])("%j is %j", (text, bytes) => {
  const parsed = parseHexadecimal(text);
  expect(parsed && [...parsed]).toEqual(bytes);
});
