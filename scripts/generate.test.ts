import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { checks } from "../src/checks/registry.generated.ts";
import { suppressionChecks } from "../src/engine/suppression-checks.ts";
import { table, fenced } from "./docs/markdown.ts";
import { docs } from "./generate-docs.ts";
import { registry } from "./generate-registry.ts";
import { schemas } from "./generate-schemas.ts";
import { repository, stale } from "./generated.ts";

test.each([
  ["the registry", registry],
  ["the schemas", schemas],
  ["the pages", docs],
] as const)("%s is what its generator writes", (_, generate) => {
  expect(stale(generate())).toEqual([]);
});

test.each([...checks.map(({ meta }) => meta), ...suppressionChecks].map(({ id }) => id))(
  "%s has a page",
  (id) => {
    expect(existsSync(`${repository}/docs/checks/${id}.md`)).toBe(true);
  },
);

test("no page has a link to a page that is not there", () => {
  const { files } = docs();
  const known = new Set(files.map(({ path }) => path));
  const dead = files.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\(((?:checks\/)?[\w-]+\.md)\)/g)]
      .map(([, link = ""]) => `${path.slice(0, path.lastIndexOf("/") + 1)}${link}`)
      .filter((target) => !known.has(target) && !existsSync(`${repository}/${target}`)),
  );
  expect(dead).toEqual([]);
});

test("a table lines up, and no cell breaks it", () => {
  expect(table(["a", "b"], [["1|2", "x\ny"]])).toBe(
    "| a    | b   |\n|------|-----|\n| 1\\|2 | x y |",
  );
});

test("code cannot end its fence", () => {
  expect(fenced("", "````\n")).toBe("`````\n````\n`````");
});
