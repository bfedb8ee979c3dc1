import type { CommandSpec } from "./options.ts";
import { formats, outputNote } from "./specs-common.ts";
import { attackSpec } from "./specs-attack.ts";
import { auditSpec } from "./specs-audit.ts";
import { aibomSpec } from "./specs-aibom.ts";
import { gatewaySpecs, type GatewayCommand } from "./specs-gateway.ts";
import { guardSpec } from "./specs-guard.ts";
import { integritySpecs, type IntegrityCommand } from "./specs-integrity.ts";

/** The commands. */
export type CommandName =
  | "scan"
  | "audit"
  | "attack"
  | "guard"
  | IntegrityCommand
  | "aibom"
  | GatewayCommand
  | "checks"
  | "init"
  | "report";

/** What each command takes. */
export const specs: Readonly<Record<CommandName, CommandSpec>> = {
  scan: {
    name: "scan",
    summary: "Scan files and folders, and let the gate decide.",
    operands: "[PATH…] [REF…]",
    options: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        about: `One or more of ${formats}; repeat it or separate with commas.`,
      },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where the format before it is written.",
      },
      {
        name: "fail-on",
        value: "SEVERITY",
        about:
          "The least severity that fails: none, info, low, medium, high or critical (default: high).",
      },
      {
        name: "audience",
        value: "WHO",
        about: "default, pedantic (adds hygiene) or audit (adds every place worth a visit).",
      },
      {
        name: "config",
        short: "c",
        value: "FILE",
        about: "The configuration; pavise.yaml of the scanned or the current folder otherwise.",
      },
      { name: "baseline", value: "RUN.json", about: "A run of earlier; only what is new counts." },
      {
        name: "explain",
        about:
          "Also show, line by line, what each model file does when it is loaded, and the files of each model. Nothing is loaded.",
      },
      {
        name: "history",
        about:
          "Also search every version of every file that Git can reach for secrets. Words that are no path are refs to start from.",
      },
      {
        name: "jobs",
        short: "j",
        value: "N",
        about: "Worker threads; as many as there are processors otherwise.",
      },
      {
        name: "var",
        value: "NAME=VALUE",
        about: "A variable of Terraform, as `terraform plan -var` takes it. May be repeated.",
      },
      {
        name: "var-file",
        value: "FILE",
        about: "A file of Terraform's variables, as `terraform plan -var-file` takes it.",
      },
      {
        name: "include-passed",
        about:
          "List every answer of the checks of infrastructure in the JSON report, also those that are well.",
      },
      { name: "quiet", short: "q", about: "Only the summary." },
    ],
    notes: [
      outputNote,
      "A finding is accepted with `# pavise: allow <check> -- <reason>` on its line or alone above it, or with an `allow` entry in pavise.yaml. Exit status: 0 the gate passes, 1 it fails, 2 wrong usage and nothing was scanned, 3 the run is incomplete.",
    ],
    examples: [
      ["pavise scan", "the current folder"],
      ["pavise scan src train.py --fail-on medium", "two targets, a stricter gate"],
      [
        "pavise scan -f sarif -o pavise.sarif -f html -o pavise.html",
        "two reports, and the terminal",
      ],
      ["pavise scan model.pkl --explain", "what the model does when it is loaded"],
      ["pavise scan --history", "secrets in old versions too"],
      ["pavise scan --baseline known.json", "only what is new fails"],
    ],
  },
  audit: auditSpec,
  attack: attackSpec,
  guard: guardSpec,
  ...integritySpecs,
  aibom: aibomSpec,
  ...gatewaySpecs,
  checks: {
    name: "checks",
    summary: "List the checks, or explain one.",
    operands: "[CHECK…]",
    options: [
      {
        name: "asset",
        value: "NAME",
        about: "Only checks that read this: python, command, setting, …",
      },
      {
        name: "control",
        value: "ID",
        about: "Only checks for this control, with or without edition: CWE-502, OWASP-LLM04.",
      },
      { name: "format", short: "f", value: "NAME", about: "text, json or markdown." },
    ],
    notes: ["CHECK is an id, a code, or the name the weakness has in another tool (B614, S614)."],
    examples: [
      ["pavise checks B614", "what Bandit calls B614"],
      ["pavise checks --control OWASP-LLM04", "what gives evidence for a control"],
    ],
  },
  init: {
    name: "init",
    summary: "Write a commented pavise.yaml to start from.",
    operands: "[FOLDER]",
    options: [],
  },
  report: {
    name: "report",
    summary: "Turn a run into another format.",
    operands: "RUN.json",
    options: [
      {
        name: "format",
        short: "f",
        value: "NAME",
        about: `One or more of ${formats}; repeat it or separate with commas.`,
      },
      {
        name: "output",
        short: "o",
        value: "FILE",
        about: "Where the format before it is written.",
      },
      { name: "quiet", short: "q", about: "Only the summary (terminal)." },
    ],
    notes: [
      outputNote,
      "RUN.json is what `pavise scan --format json` wrote; `-` reads standard input.",
    ],
  },
};
