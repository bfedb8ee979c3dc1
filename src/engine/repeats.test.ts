import { expect, test } from "vitest";
import type { Finding } from "../core/index.ts";
import { makeTree } from "../testing/tree.ts";
import { defaultConfig } from "./config.ts";
import { scan } from "./scan.ts";

async function findingsIn(...lines: readonly string[]): Promise<readonly Finding[]> {
  const cwd = makeTree({ "app.py": lines.join("\n") });
  const { findings } = await scan({ targets: ["."], cwd, config: defaultConfig });
  return findings;
}

function told(findings: readonly Finding[]): readonly string[] {
  return findings.flatMap(({ audience, check, location }) =>
    audience === "default" ? [`${"line" in location ? location.line : 0} ${check}`] : [],
  );
}

const head = [
  "import os, pickle, subprocess, openai",
  "from flask import Flask, request",
  "from huggingface_hub import hf_hub_download",
  "app = Flask(__name__)",
  '@app.post("/run")',
  "def run():",
  '    text = request.form["text"]',
] as const;

test("a call steps back where the way of its value is shown", async () => {
  const findings = await findingsIn(...head, '    os.system("convert " + text)');
  expect(told(findings)).toEqual(["8 untrusted-text-in-shell"]);
  const call = findings.find(({ check }) => check === "os-system");
  expect(call).toMatchObject({ audience: "audit", severity: "high" });
  expect(call?.aliases).toContain("B605");
});

test("so does what is said of another argument of the call", async () => {
  const findings = await findingsIn(
    ...head,
    "    subprocess.run(",
    '        "convert " + text,',
    "        shell=True,",
    "    )",
  );
  expect(told(findings)).toEqual(["9 untrusted-text-in-shell"]);
});

test("a call that no value was followed to speaks for itself", async () => {
  const findings = await findingsIn(
    ...head,
    '    os.system("convert " + text)',
    "    other = compute()",
    '    os.system("convert " + other)',
  );
  expect(told(findings)).toEqual(["8 untrusted-text-in-shell", "10 os-system"]);
});

test("another weakness of the same statement is told", async () => {
  const findings = await findingsIn(
    ...head,
    '    os.system("convert " + text); pickle.loads(request.data)',
  );
  expect(told(findings)).toEqual(["8 untrusted-text-in-shell", "8 untrusted-data-deserialized"]);
});

test("of two ways to one place one is told", async () => {
  const findings = await findingsIn(
    ...head,
    "    answer = openai.OpenAI().responses.create(model='m', input='x').output_text",
    "    os.system(text + answer)",
  );
  const shown = told(findings).filter((one) => one.startsWith("9 "));
  expect(shown).toHaveLength(1);
  expect(findings.filter(({ check }) => check.endsWith("in-shell"))).toHaveLength(2);
});

test("what is surer than the way stays", async () => {
  // Nothing is known of `refine`: the way is a guess, and the call is worse than the guess.
  const findings = await findingsIn(
    "from tools import refine",
    ...head,
    '    os.system("convert " + refine(text))',
  );
  expect(told(findings)).toContain("9 os-system");
});
