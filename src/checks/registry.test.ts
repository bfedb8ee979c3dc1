import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { control } from "../catalog/index.ts";
import { atLeast, type CheckMeta, type Example } from "../core/index.ts";
import { identify } from "../engine/identify.ts";
import { suppressionChecks } from "../engine/suppression-checks.ts";
import { runCheck, type Reported } from "../testing/check-cases.ts";
import type { AnyCheck } from "./define.ts";
import { checks } from "./registry.generated.ts";

const root = import.meta.dirname;
const metas: readonly CheckMeta[] = [...checks.map(({ meta }) => meta), ...suppressionChecks];

/** Every file with a check, by its name without the suffix. */
const files: ReadonlyMap<string, string> = new Map(
  readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .filter((path) =>
      /^export const \w+ = define(?:Infra)?Check\(/m.test(readFileSync(join(root, path), "utf8")),
    )
    .map((path) => [basename(path, ".ts"), path]),
);

/** What each folder's codes begin with. */
const prefixes: Readonly<Record<string, string>> = {
  code: "PV-CODE",
  command: "PV-CMD",
  setting: "PV-CONF",
  javascript: "PV-JS",
  flow: "PV-FLOW",
  notebook: "PV-NB",
  secret: "PV-SECRET",
  model: "PV-MODEL",
  provenance: "PV-SIGN",
  robustness: "PV-ROB",
  "infra/aws": "PV-AWS",
  "infra/gcp": "PV-GCP",
  "infra/azure": "PV-AZ",
  "infra/kubernetes": "PV-K8S",
  pipeline: "PV-CI",
};

// What Bandit 1.9.4 reports: the ids of its plugins and of its blacklists.
const banditIds = `
  B101 B102 B103 B104 B105 B106 B107 B108 B110 B112 B113 B201 B202 B301 B302 B303 B304 B305 B306
  B307 B308 B310 B311 B312 B313 B314 B315 B316 B317 B318 B319 B321 B323 B324 B401 B402 B403 B404
  B405 B406 B407 B408 B409 B411 B412 B413 B415 B501 B502 B503 B504 B505 B506 B507 B508 B509 B601
  B602 B603 B604 B605 B606 B607 B608 B609 B610 B611 B612 B613 B614 B615 B701 B702 B703 B704
`
  .trim()
  .split(/\s+/);

/**
 * Bandit and ruff, Checkov, Prowler (`sagemaker_models_network_isolation_enabled`), AWS Security Hub
 * (`SageMaker.1`), Trivy and the benchmarks of the CIS (`CIS-AWS-3.0.0:2.1.4`), others by name.
 */
const aliasForm =
  /^(?:[BS]\d{3}|CKV2?_[A-Z0-9]+_\d+|[a-z0-9]+(?:_[a-z0-9]+)+|[A-Z][A-Za-z0-9]+\.\d+|(?:AVD|KSV)-?[A-Z0-9-]+|CIS-[A-Z0-9]+-[\d.]+:[\d.]+|DL\d{4}|[a-z][a-z-]+:[\w.-]+)$/;

/** Where an example does not say what its file is called. */
const usualPaths: Readonly<Record<string, string>> = { python: "example.py", command: "start.sh" };

function run(check: AnyCheck, { path, code }: Example): readonly Reported[] {
  const named = path ?? usualPaths[check.meta.asset] ?? "example";
  const bytes = Buffer.from(code);
  const name = basename(named).toLowerCase();
  const kind = identify({ bytes, size: bytes.length, name });
  return runCheck(check, { code, kind, path: named });
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, at) => values.indexOf(value) !== at);
}

describe("the registry", () => {
  test("has every file that defines a check", () => {
    expect(checks.map(({ meta }) => meta.id).toSorted()).toEqual([...files.keys()].toSorted());
  });

  test.each(["id", "code", "title"] as const)("no two checks share a %s", (key) => {
    expect(repeated(metas.map((meta) => meta[key]))).toEqual([]);
  });

  test("an id, a code and an alias never mean two different things", () => {
    const names = new Set(metas.flatMap(({ id, code }) => [id, code]));
    expect(metas.flatMap(({ aliases }) => aliases).filter((alias) => names.has(alias))).toEqual([]);
  });

  test("answers to everything that Bandit 1.9.4 reports", () => {
    expect(banditIds).toHaveLength(75);
    const known = new Set(metas.flatMap(({ aliases }) => aliases));
    expect(banditIds.filter((id) => !known.has(id))).toEqual([]);
  });

  test("names no id that Bandit does not have", () => {
    const ours = metas.flatMap(({ aliases }) => aliases).filter((alias) => alias.startsWith("B"));
    expect(ours.filter((alias) => !banditIds.includes(alias))).toEqual([]);
  });
});

describe.each(metas.map((meta) => [meta.id, meta] as const))("%s", (_, meta) => {
  test("is named and numbered as checks are", () => {
    expect(meta.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    expect(meta.code).toMatch(/^PV-[A-Z][A-Z0-9]+-\d{3}$/);
    expect(meta.since).toMatch(/^\d+\.\d+\.\d+$/);
    for (const alias of meta.aliases) expect(alias).toMatch(aliasForm);
    expect(repeated(meta.aliases)).toEqual([]);
  });

  test("says in whole sentences what it is about", () => {
    expect(meta.title).toMatch(/^\S.*[^.\s]$/);
    expect(meta.why).toMatch(/^\S[^]*\.$/);
    expect(meta.mend).toMatch(/^\S[^]*\.$/);
    if (meta.blind !== undefined) expect(meta.blind).toMatch(/^\S[^]*\.$/);
  });

  test("fails no gate of those who did not ask for it", () => {
    if (meta.audience !== "default") expect(atLeast(meta.severity, "high")).toBe(false);
  });

  test("names controls that exist", () => {
    expect(meta.controls.filter((id) => control(id) === undefined)).toEqual([]);
    expect(repeated(meta.controls)).toEqual([]);
  });

  test("has examples of both kinds", () => {
    expect(meta.examples.found.length).toBeGreaterThan(0);
    expect(meta.examples.clean.length).toBeGreaterThan(0);
  });
});

describe.each(checks.map((check) => [check.meta.id, check] as const))("%s", (id, check) => {
  const { meta } = check;
  const file = files.get(id) ?? "";

  test("is a file of its name, with its tests beside it", () => {
    expect(existsSync(join(root, file.replace(/\.ts$/, ".test.ts")))).toBe(true);
    expect(meta.code.startsWith(`${prefixes[dirname(file)]}-`)).toBe(true);
  });

  test("names the weakness", () => {
    expect(meta.controls.some((each) => each.startsWith("CWE-"))).toBe(true);
  });

  test.each(meta.examples.found)("finds its example %#", (example) => {
    const reported = run(check, example);
    expect(reported.length).toBeGreaterThan(0);
    for (const { details } of reported) {
      const audience = details.audience ?? meta.audience;
      const severity = details.severity ?? meta.severity;
      // What fails a build must be something that its reader was shown.
      if (audience !== "default") expect(atLeast(severity, "high")).toBe(false);
      for (const each of details.controls ?? []) expect(control(each)).toBeDefined();
    }
  });

  test.each(meta.examples.clean)("is silent on its example %#", (example) => {
    expect(run(check, example)).toEqual([]);
  });
});
