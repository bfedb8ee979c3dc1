import type { FindingDetails, Span } from "../../core/index.ts";
import type { Command } from "../../formats/command/view.ts";
import type { PipelineView, Script, Step } from "../../formats/pipeline/view.ts";
import { defineCheck } from "../define.ts";
import { isSecretName, secretNames } from "./secrets.ts";

interface Found {
  readonly where: Span;
  readonly details: FindingDetails;
}

/** Programs that change a text so that the log no longer knows it for the secret that it masks. */
const changers = /^(?:base64|base32|rev|xxd|od|hexdump|tr|sed|cut|fold|gzip|openssl)$/;

/** The secret that a word shows; undefined for others. */
function secretIn(text: string, known: ReadonlySet<string>, guess: boolean): string | undefined {
  const expression = /\$\{\{\s*secrets\.(\w{1,100})\s*\}\}/.exec(text)?.[1];
  if (expression !== undefined) return expression;
  for (const [, name = ""] of text.slice(0, 5_000).matchAll(/\$\{?([A-Za-z_]\w*)(?![\w:[#%/?+-])/g))
    if (known.has(name) || (guess && isSecretName(name))) return name;
  return undefined;
}

/** True where what a command prints goes into a file, or into another program that keeps it. */
function isKept(text: string, { start, end }: Span): boolean {
  // Whatever stands behind the last word on its line: `> file`, `>> "$GITHUB_ENV"`.
  const rest = text.slice(end, Math.min(text.length, end + 300)).split("\n", 1)[0] ?? "";
  const own = rest.split(/;|&&|\|\|/, 1)[0] ?? "";
  if (/^[^|]*>/.test(own.replaceAll(/>&\d|2>/g, ""))) return true;
  const line = text.slice(start, end);
  return />\s*[^&\s]/.test(line.replaceAll(/["'][^"'\n]*["']/g, ""));
}

function printed(
  view: PipelineView,
  command: Command,
  known: ReadonlySet<string>,
): Found | undefined {
  if (!/^(?:echo|printf|Write-Host)$/.test(command.program)) return undefined;
  // A variable of GitLab or Jenkins can come from settings that the file does not show.
  const guess = view.system === "gitlab";
  for (const word of command.args) {
    const name = word.isKnown ? undefined : secretIn(word.text, known, guess);
    if (name === undefined || isSubstituted(view.text, command)) continue;
    const reader = command.feeds;
    if (reader !== undefined) {
      if (!changers.test(reader.program) || reader.feeds !== undefined || isDecoding(reader))
        return undefined;
      if (isKept(view.text, reader)) return undefined;
      const message = `\`${name}\` is printed as \`${reader.program}\` writes it, which the log does not mask`;
      return { where: command, details: { severity: "high", message } };
    }
    if (isKept(view.text, command) || /::add-mask::/.test(word.text)) return undefined;
    return { where: command, details: { message: `\`${name}\` is printed to the log` } };
  }
  return undefined;
}

/** True for `$(echo …)`: it becomes part of something else. */
function isSubstituted(text: string, { within, start }: Command): boolean {
  return (
    within !== undefined || /(?:[$<]\(|`)\s{0,5}$/.test(text.slice(Math.max(0, start - 8), start))
  );
}

function isDecoding({ program, args }: Command): boolean {
  return program === "openssl" || args.some(({ text }) => /^(?:-d|-D|--decode|-r)$/.test(text));
}

/** `set -x` in a script that has secrets: each command is printed with what its variables hold. */
function traced(script: Script, known: ReadonlySet<string>): Found | undefined {
  if (script.language !== "shell" || known.size === 0) return undefined;
  const found = /(?:^|[;\n])[ \t]*set[ \t]+(?:-[a-wyz]*x[a-z]*|-o[ \t]+xtrace)/.exec(script.value);
  if (found === null) return undefined;
  const names = script.value.slice(found.index).matchAll(/\$\{?([A-Za-z_]\w*)/g);
  const used = [...names].map(([, name = ""]) => name).find((name) => known.has(name));
  if (used === undefined) return undefined;
  const message = `\`set -x\` prints each command with \`${used}\` in it`;
  const where = script.place(found.index + found[0].search(/\S/), found.index + found[0].length);
  return { where, details: { severity: "low", message } };
}

function dumped(command: Command, known: ReadonlySet<string>, text: string): Found | undefined {
  const isDump =
    (command.program === "env" || command.program === "printenv") && command.args.length === 0;
  if (!isDump || known.size === 0 || command.feeds !== undefined || isKept(text, command))
    return undefined;
  return {
    where: command,
    details: {
      severity: "low",
      message: "Every variable is printed to the log, secrets among them",
    },
  };
}

/** `sh "curl -H ${TOKEN}"`: Groovy writes the secret into the script, which others can see run. */
function filled(script: Script, known: ReadonlySet<string>): readonly Found[] {
  return (script.filled ?? []).flatMap(({ value, start, end }) => {
    const name = /^(?:env\.)?(\w{1,100})$/.exec(value)?.[1];
    if (name === undefined || !known.has(name)) return [];
    const message = `Groovy writes \`${name}\` into the script, where the list of processes shows it; single quotes leave it to the shell`;
    return [{ where: { start, end }, details: { severity: "low" as const, message } }];
  });
}

function* findIn(view: PipelineView, step: Step, known: ReadonlySet<string>): Generator<Found> {
  for (const command of step.commands) {
    const found = printed(view, command, known) ?? dumped(command, known, view.text);
    if (found !== undefined) yield found;
  }
  for (const script of step.scripts) {
    const trace = traced(script, known);
    if (trace !== undefined) yield trace;
    yield* filled(script, known);
  }
}

export const secretPrinted = defineCheck({
  meta: {
    id: "secret-printed",
    code: "PV-CI-011",
    title: "A secret is written to the log of a pipeline",
    asset: "pipeline",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "CWE-200", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Logs are read by many and kept for long; those of public projects by everyone. Masking knows the text of the secret, and nothing that was made of it.",
    mend: 'Leave the line out; where a program needs the secret, hand it over by a variable or standard input: `echo "$TOKEN" | docker login --password-stdin`.',
    blind:
      "What programs print by themselves; variables of GitLab whose names don't say that they are secret.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: ".github/workflows/train.yml",
          code: 'on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "$HF_TOKEN" | base64\n        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n',
        },
      ],
      clean: [
        {
          path: ".github/workflows/train.yml",
          code: 'on: push\njobs:\n  train:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "$HF_TOKEN" | hf auth login --token-stdin\n        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n',
        },
      ],
    },
  },
  run: (view, report) => {
    const { system } = view;
    const wide = secretNames(system, view.environment);
    for (const job of view.jobs) {
      const around = new Set([...wide, ...secretNames(system, job.environment)]);
      for (const step of job.steps) {
        const own = secretNames(system, step.environment);
        const known = own.length === 0 ? around : new Set([...around, ...own]);
        for (const { where, details } of findIn(view, step, known))
          report(where, { extent: step, ...details });
      }
    }
  },
});
