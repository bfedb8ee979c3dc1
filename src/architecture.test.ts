import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
} from "dependency-cruiser";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const settings = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  readonly forbidden: IForbiddenRuleType[];
  readonly options: ICruiseOptions;
};

test("imports go one way", async () => {
  const { output } = await cruise(["src"], {
    ...settings.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: settings.forbidden },
  });
  const { summary } = output as ICruiseResult;
  // A cruise that sees nothing finds nothing wrong.
  expect(summary.totalCruised).toBeGreaterThan(50);
  expect(summary.totalDependenciesCruised).toBeGreaterThan(50);
  const violations = summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`,
  );
  expect(violations).toEqual([]);
});

test("every folder of src has its place among the layers", () => {
  const folders = readdirSync(join(root, "src"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "testing")
    .map((entry) => entry.name);
  const rules = settings.forbidden.map((rule) => rule.name);
  expect(folders.filter((name) => !rules.includes(`${name}-imports-downwards`))).toEqual([]);
});
