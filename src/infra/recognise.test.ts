import { expect, test } from "vitest";
import { fileSourceOf } from "./recognise.ts";

test.each([
  ["apiVersion: v1\nkind: Pod\n"],
  ['"apiVersion": v1\n"kind": Pod\n'],
  ["'kind': Pod\n'apiVersion': v1\n"],
  ['{"kind":"Pod","apiVersion":"v1","metadata":{"name":"p"}}'],
  ["---\n{apiVersion: v1, kind: Pod}\n"],
])("a manifest, however its keys are written: %j", (text) => {
  expect(fileSourceOf({ kind: "yaml", path: "a.yaml", text })).toBe("kubernetes");
});

test.each([["kind: Pod\n"], ['{"kind": "Pod"}'], ["apiVersion: v1\n"], ["a: {kindly: x}\n"]])(
  "no manifest: %j",
  (text) => {
    expect(fileSourceOf({ kind: "yaml", path: "a.yaml", text })).toBeUndefined();
  },
);
