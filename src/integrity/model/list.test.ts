import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { testFolder, writeModel } from "../testing/models.ts";
import { byCodePoint, listModel } from "./list.ts";

test("names are in the order of their code points", () => {
  const names = ["\u{1f600}", "\uff21", "a", "Z", "a/b", "a-b", "a.b", "\u00e9"];
  const byUtf8 = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  expect(names.toSorted(byCodePoint)).toEqual(byUtf8);
});

test("a folder is listed with what is below it, but for what is ignored", () => {
  const folder = testFolder();
  writeModel(folder, { b: Buffer.from("1"), "a/x": Buffer.from("22"), "a/.git": Buffer.alloc(0) });
  mkdirSync(join(folder, ".git"));
  const { files, ignored, unfit, isFile } = listModel(folder, { ignore: [".git"] });
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ["a/.git", 0],
    ["a/x", 2],
    ["b", 1],
  ]);
  expect({ ignored, unfit, isFile }).toEqual({ ignored: [".git"], unfit: [], isFile: false });
});

test("one file is a model by its own name", () => {
  const folder = testFolder();
  writeFileSync(join(folder, "m.gguf"), "x");
  const { files, isFile } = listModel(join(folder, "m.gguf"));
  expect(isFile).toBe(true);
  expect(files).toMatchObject([{ name: "m.gguf", size: 1, isLinked: false }]);
});

test("what is not there is an error of the user", () => {
  expect(() => listModel(join(testFolder(), "no"))).toThrow(/there is no such file/);
});

test("links are unfit unless they are followed, and then have an end", () => {
  const folder = testFolder();
  writeModel(folder, { "real/a": Buffer.from("1") });
  symlinkSync("real", join(folder, "linked"));
  symlinkSync("..", join(folder, "real/up"));
  symlinkSync("real/a", join(folder, "alias"));
  symlinkSync("nowhere", join(folder, "broken"));
  const strict = listModel(folder);
  expect(strict.unfit.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "link alias",
    "link broken",
    "link linked",
    "link real/up",
  ]);
  const { files, unfit } = listModel(folder, { allowSymlinks: true });
  expect(files.map(({ name, isLinked }) => [name, isLinked])).toEqual([
    ["alias", true],
    ["linked/a", false],
    ["real/a", false],
  ]);
  expect(unfit.map(({ name }) => name)).toEqual(["broken", "linked/up", "real/up"]);
});

test("a name that is no text is told", () => {
  const folder = testFolder();
  try {
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/a`), Buffer.from([0xff])]), "x");
  } catch {
    // File systems that keep names as texts refuse it themselves.
    return;
  }
  writeFileSync(join(folder, "with\ufffdmark"), "x");
  const { files, unfit } = listModel(folder);
  expect(files.map(({ name }) => name)).toEqual(["with\ufffdmark"]);
  expect(unfit).toMatchObject([{ kind: "name", name: "." }]);
});
