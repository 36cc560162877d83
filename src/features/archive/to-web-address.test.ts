import { expect, test } from "vitest";
import { toWebAddress } from "./to-web-address.ts";

test.each(["https://example.org/", "http://example.org"])("%s is one", (address) => {
  expect(toWebAddress(address)).toBe(address);
});

test.each(["javascript:alert(1)", " https://example.org/", "data:text/html,x", "/path", "", null])(
  "%j is none",
  (address) => {
    expect(toWebAddress(address)).toBeNull();
  },
);
