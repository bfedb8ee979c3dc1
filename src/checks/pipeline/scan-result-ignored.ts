import type { FindingDetails, Span } from "../../core/index.ts";
import { option, type Command } from "../../formats/command/view.ts";
import { input, type Job, type PipelineView, type Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { scannerActionOf, scannerOf } from "./scanners.ts";

interface Found {
  readonly where: Span;
  readonly details: FindingDetails;
}

/** Characters behind a command that are looked at. */
const maxRest = 400;

/** Where `||` follows a command, past its redirections, pipes and broken lines. */
function alternative(text: string, from: number): number {
  const end = Math.min(text.length, from + maxRest);
  for (let at = from; at < end; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "\n" || char === ";") return -1;
    else if (char === "|" && text[at + 1] === "|") return at;
    else if (char === "&" && text[at - 1] !== ">" && text[at + 1] !== ">") return -1;
  }
  return -1;
}

const harmless = /\|\|[ \t]*(?:true\b|:(?=\s|$|["'])|exit[ \t]+0\b|echo\b[^\n;&|]{0,200})/y;

/** `|| true` and its like, behind a command. */
function swallowed(text: string, { end }: Command): Span | undefined {
  const start = alternative(text, end);
  if (start < 0) return undefined;
  harmless.lastIndex = start;
  const found = harmless.exec(text)?.[0];
  if (found === undefined) return undefined;
  const after = start + found.length;
  // `|| echo failed && exit 1` still fails.
  const rest = text.slice(after, after + maxRest).split("\n", 1)[0] ?? "";
  return /\bexit[ \t]+[1-9]/.test(rest) ? undefined : { start, end: after };
}

/** An option with which a scanner ends well whatever it finds. */
function lenient({ program, args }: Command): Span | undefined {
  return args.find(({ text }, index) => {
    const next = args[index + 1]?.text;
    if (
      /^--(?:exit-zero|soft-fail|no-fail|exit-0)$/.test(text) ||
      text === "--exit-code=0" ||
      text === "--fail-on=none"
    )
      return true;
    if (text === "--exit-code" && next === "0") return true;
    if (text === "-s" && program === "checkov") return true;
    return text === "--fail-on" && next === "none";
  });
}

/** True where the findings go where a person sees them, to code scanning or a report. */
function isReported(job: Job): boolean {
  return job.steps.some(
    ({ uses, commands }) =>
      /upload-sarif$|publish-unit-test-result|upload-artifact$/.test(uses?.name ?? "") ||
      commands.some((command) =>
        /sarif/i.test(option(command, "--format", "-f", "--output", "-o")?.text ?? ""),
      ),
  );
}

/** True where a later step asks how it went. */
function isAskedFor(view: PipelineView, { id }: Step): boolean {
  return (
    id !== undefined &&
    (view.text.includes(`steps.${id}.outcome`) || view.text.includes(`steps.${id}.conclusion`))
  );
}

function byCommand(text: string, command: Command): Found | undefined {
  const name = scannerOf(command);
  if (name === undefined) return undefined;
  const where = swallowed(text, command) ?? lenient(command);
  if (where !== undefined)
    return { where, details: { message: `What ${name} finds stops nothing` } };
  const isTrivy =
    command.program === "trivy" &&
    /^(?:image|fs|filesystem|config|repo|rootfs|k8s|vm|sbom)$/.test(
      command.args.find(({ text: word }) => !word.startsWith("-"))?.text ?? "",
    );
  const hasCode =
    option(command, "--exit-code", "--ignorefile", "--config") !== undefined ||
    command.environment.some((each) => each.name === "TRIVY_EXIT_CODE");
  const writes = option(command, "--format", "-f", "--output", "-o") !== undefined;
  return isTrivy && !hasCode && !writes
    ? {
        where: command,
        details: {
          audience: "pedantic",
          message: "Trivy ends well whatever it finds, unless `--exit-code 1` is given",
        },
      }
    : undefined;
}

function byAction(step: Step, name: string): Found | undefined {
  if (step.uses === undefined) return undefined;
  const code =
    input(step, "exit-code") ?? input(step, "fail-build") ?? input(step, "fail_on_findings");
  const soft = input(step, "soft_fail") ?? input(step, "soft-fail");
  if (soft !== undefined && /^true$/.test(soft.value))
    return { where: soft, details: { message: `What ${name} finds stops nothing` } };
  if (code !== undefined && /^(?:0|false)$/.test(code.value.trim()))
    return { where: code, details: { message: `What ${name} finds stops nothing` } };
  const isTable = !/sarif|json|cyclonedx|spdx|github/.test(input(step, "format")?.value ?? "table");
  return name === "Trivy" &&
    code === undefined &&
    isTable &&
    !step.environment.some((each) => each.name === "TRIVY_EXIT_CODE") &&
    input(step, "trivy-config") === undefined
    ? {
        where: step.uses,
        details: {
          audience: "pedantic",
          message: "Trivy ends well whatever it finds, unless `exit-code: 1` is given",
        },
      }
    : undefined;
}

function* findIn(view: PipelineView, job: Job): Generator<Found> {
  for (const step of job.steps) {
    const action = scannerActionOf(step);
    const name = action ?? step.commands.map(scannerOf).find((each) => each !== undefined);
    if (name === undefined) continue;
    const ignores = step.ignoresFailure ?? job.ignoresFailure;
    if (ignores !== undefined && !isAskedFor(view, step))
      yield { where: ignores, details: { message: `What ${name} finds stops nothing` } };
    const found = action === undefined ? undefined : byAction(step, action);
    if (found !== undefined) yield found;
    for (const command of step.commands) {
      const each = byCommand(view.text, command);
      if (each !== undefined) yield each;
    }
  }
}

export const scanResultIgnored = defineCheck({
  meta: {
    id: "scan-result-ignored",
    code: "PV-CI-022",
    title: "What a scanner finds stops nothing",
    asset: "pipeline",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-390", "CWE-693", "OWASP-LLM04:2026", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "The step is green with a secret in the code or a pickle that runs code, and nobody reads the log of a green step.",
    mend: "Let it fail: leave `|| true` and `continue-on-error` out, `--exit-code 1 --severity HIGH,CRITICAL` for Trivy; accept what is known by a baseline or with a reason.",
    blind: "Reports that somebody else reads; scanners in a script of their own.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/scan.yml",
          code: "on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: modelscan -p models/ || true\n",
        },
      ],
      clean: [
        {
          path: ".github/workflows/scan.yml",
          code: "on: push\njobs:\n  scan:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: modelscan -p models/\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const job of view.jobs) {
      const seen = isReported(job);
      for (const { where, details } of findIn(view, job))
        report(where, seen ? { ...details, audience: "audit" } : details);
    }
  },
});
