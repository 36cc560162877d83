import { expect, test } from "vitest";
import { fromRecordsUrl } from "./records-address.ts";

test.each([
  ["redis://localhost", "redis://localhost", "redis://localhost"],
  ["redis://127.0.0.1:6380/3", "redis://127.0.0.1:6380/3", "redis://127.0.0.1:6380/3"],
  ["rediss://me:secret@a.example/", "rediss://me:secret@a.example/", "rediss://a.example/"],
  ["valkey://:secret@[::1]:1", "redis://:secret@[::1]:1", "valkey://[::1]:1"],
  ["valkeys://a", "rediss://a", "valkeys://a"],
])("%s", (text, url, name) => {
  expect(fromRecordsUrl(text)).toEqual({ url, name });
});

test.each([
  "",
  "redis",
  "redis:",
  "redis://",
  "redis:///3",
  "redis://a/b",
  "redis://a/1/2",
  "redis://a?db=1",
  "redis://a#1",
  "http://a",
  "unix:///run/redis.sock",
  "constructor://a",
])("%j is none", (text) => {
  expect(fromRecordsUrl(text)).toBeNull();
});
