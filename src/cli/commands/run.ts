import { spawn, type ChildProcess } from "node:child_process";
import { PaviseError } from "../../core/index.ts";
import type { PolicyFile } from "../../integrity/policy/read.ts";
import { ruleFor, trustIn } from "../../integrity/policy/read.ts";
import { verifyModel, type Verification } from "../../integrity/verify.ts";
import { lookAt, watchModel } from "../../integrity/watch.ts";
import { painter } from "../help.ts";
import { signatureFileOf } from "../hashing.ts";
import { oneOf, valuesOf, type Given } from "../options.ts";
import type { Stage } from "../stage.ts";
import { nameOf, policyOf } from "./promote.ts";

/** What a command is stopped with, and how long it has to end. */
const graceMs = 10_000;
const shownFacts = 10;

interface Guarded {
  readonly model: string;
  readonly verify: () => Promise<Verification>;
}

async function guard(given: Given, model: string, policy: PolicyFile): Promise<Guarded> {
  const rule = ruleFor(policy, nameOf(given, model));
  const trust = await trustIn(rule["signed-by"], policy);
  const signatureFile = signatureFileOf(given, model);
  const strict = rule.strict === true;
  return { model, verify: () => verifyModel(model, signatureFile, { trust, strict }) };
}

function tell(stage: Stage, { model }: Guarded, { outcome, facts, problems }: Verification): void {
  const paint = painter(stage.color);
  if (outcome === "verified") {
    stage.note(`${paint("green", "✔")} ${model}: verified\n`);
    return;
  }
  const bad = facts.filter(({ kind }) => kind !== "uncovered" && kind !== "departs");
  const lines = bad.slice(0, shownFacts).map(({ path, message, evidence }) => {
    const more = evidence === undefined ? "" : ` (${evidence})`;
    return `    ${path}: ${message}${more}\n`;
  });
  if (bad.length > shownFacts) lines.push(`    and ${bad.length - shownFacts} more\n`);
  lines.push(...problems.map((problem) => `    ${problem}\n`));
  stage.note(`${paint("red", "✖")} ${model}: ${outcome}\n${lines.join("")}`);
}

function stop(child: ChildProcess): void {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), graceMs).unref();
}

function ended(child: ChildProcess, command: string): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on("error", (error: NodeJS.ErrnoException) => {
      const hint = "Name the command as the shell would find it, behind `--`.";
      const what = error.code === "ENOENT" ? "there is no such command" : error.message;
      reject(new PaviseError("usage", `${command}: ${what}`, { hint, cause: error }));
    });
    child.on("exit", (code, signal) => {
      // As shells tell it: 128 and the number of the signal.
      const numbers: Readonly<Record<string, number>> = { SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };
      resolve(code ?? numbers[signal ?? ""] ?? 1);
    });
  });
}

/** `pavise run` */
export async function runCommand(given: Given, stage: Stage): Promise<number> {
  const [command, ...args] = given.operands;
  if (command === undefined)
    throw new PaviseError("usage", "no command is named", {
      hint: "Write it behind `--`: `pavise run --policy policy.yaml --model model/ -- python serve.py`.",
    });
  const models = valuesOf(given, "model");
  if (models.length === 0)
    throw new PaviseError("usage", "no model is named", {
      hint: "Name what the command loads: --model model/.",
    });
  const onChange = oneOf(given, "on-change", ["stop", "warn"] as const) ?? "stop";
  const seconds = Number(given.last("interval") ?? "2");
  if (!(seconds >= 0.1 && seconds <= 86_400))
    throw new PaviseError("usage", `--interval ${given.last("interval")}: not a time`, {
      hint: "Seconds, from 0.1 to 86400.",
    });
  const policy = policyOf(given);
  const guarded: Guarded[] = [];
  for (const model of models) guarded.push(await guard(given, model, policy));
  // Before they are verified: what is changed while that goes on is seen afterwards.
  const looks = guarded.map(({ model }) => lookAt(model));
  for (const each of guarded) {
    const verification = await each.verify();
    tell(stage, each, verification);
    if (verification.outcome !== "verified") return 1;
  }

  const child = spawn(command, args, { stdio: "inherit" });
  let isRefused = false;
  const watches = guarded.map((each, at) =>
    watchModel(each.model, {
      since: looks[at]!,
      intervalMs: seconds * 1000,
      onChange: async () => {
        const verification = await each.verify().catch((error: unknown): Verification => ({
          outcome: "incomplete",
          facts: [],
          variants: [],
          files: [],
          problems: [String(error)],
        }));
        tell(stage, each, verification);
        if (verification.outcome === "verified" || onChange === "warn") return;
        isRefused = true;
        stop(child);
      },
    }),
  );
  const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
  process.on("SIGINT", forward);
  process.on("SIGTERM", forward);
  try {
    const status = await ended(child, command);
    return isRefused ? 1 : status;
  } finally {
    for (const watch of watches) watch.close();
    process.off("SIGINT", forward);
    process.off("SIGTERM", forward);
  }
}
