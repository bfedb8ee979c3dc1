import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { readHdf5Datasets } from "./datasets.ts";
import { datasetFile } from "./testing/dataset-file.ts";

const bytes = inflateSync(Buffer.from(datasetFile, "base64"));

test.each(["g/packed", "g/chunked", "half", "whole"])("%s", (path) => {
  const { datasets, problems } = readHdf5Datasets(bytesOf(bytes));
  expect(problems).toEqual([]);
  const found = datasets.get(path);
  expect(found?.shape).toEqual([7, 5, 3]);
  expect([...found!.read()]).toEqual([...Array(105).keys()]);
});

test("a number by itself", () => {
  const found = readHdf5Datasets(bytesOf(bytes)).datasets.get("scalar");
  expect([found?.shape, found?.read()[0]]).toEqual([[], 4.5]);
});

test("what is cut off is told when it is read", () => {
  const { datasets, problems } = readHdf5Datasets(bytesOf(bytes.subarray(0, bytes.length - 200)));
  const failures = [...datasets.values()].filter(({ read }) => {
    try {
      read();
      return false;
    } catch {
      return true;
    }
  });
  expect(failures.length + problems.length).toBeGreaterThan(0);
});
