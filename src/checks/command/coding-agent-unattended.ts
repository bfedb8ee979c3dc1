import type { FindingDetails } from "../../core/index.ts";
import { flag, option, variable, type Command, type Word } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

/** A program that acts on what a model says, and how it is told not to ask. */
interface CodingAgent {
  readonly programs: readonly string[];
  readonly flags: readonly string[];
  /** Options with the values that mean it. */
  readonly options?: Readonly<Record<string, RegExp>>;
  /** Where it only edits files, or asks before it runs something else. */
  readonly isMild?: boolean;
}

/** As of 2026; each option was looked up in the manual of the program. */
const agents: readonly CodingAgent[] = [
  {
    programs: ["claude"],
    flags: ["--dangerously-skip-permissions", "--allow-dangerously-skip-permissions"],
    options: { "--permission-mode": /^bypassPermissions$/ },
  },
  {
    programs: ["codex"],
    flags: ["--dangerously-bypass-approvals-and-sandbox", "--yolo"],
    options: { "--sandbox": /^danger-full-access$/, "-s": /^danger-full-access$/ },
  },
  {
    programs: ["gemini", "qwen"],
    flags: ["--yolo", "-y"],
    options: { "--approval-mode": /^yolo$/ },
  },
  { programs: ["cursor-agent"], flags: ["--force", "-f", "--yolo"] },
  { programs: ["copilot"], flags: ["--allow-all-tools", "--allow-all", "--yolo"] },
  { programs: ["amp"], flags: ["--dangerously-allow-all"] },
  { programs: ["crush"], flags: ["--yolo", "-y"] },
  { programs: ["q", "kiro-cli"], flags: ["--trust-all-tools", "-a"] },
  { programs: ["droid"], flags: ["--skip-permissions-unsafe"] },
  { programs: ["interpreter", "open-interpreter"], flags: ["-y", "--auto_run", "--auto-run"] },
  { programs: ["autogpt", "auto-gpt"], flags: ["--continuous", "-c"] },
  { programs: ["openhands"], flags: ["--always-approve", "--yolo"] },
  { programs: ["aider"], flags: ["--yes-always", "--yes"], isMild: true },
];

/** Packages by which `npx` and its like start them. */
const packages: ReadonlyMap<string, string> = new Map([
  ["@anthropic-ai/claude-code", "claude"],
  ["@openai/codex", "codex"],
  ["@google/gemini-cli", "gemini"],
  ["@qwen-code/qwen-code", "qwen"],
  ["@sourcegraph/amp", "amp"],
  ["@github/copilot", "copilot"],
]);

/** The agent that a command starts, by name or through a runner of packages. */
function agentOf({ program, args }: Command): CodingAgent | undefined {
  let name = program;
  if (program === "npx" || program === "bunx" || program === "pnpx") {
    const operand = args.find(({ text }) => !text.startsWith("-"))?.text ?? "";
    const bare = operand.replace(/(?<=.)@[^/]*$/, "");
    name = packages.get(bare) ?? bare;
  }
  return agents.find(({ programs }) => programs.includes(name));
}

function consentOf(command: Command, agent: CodingAgent): Word | undefined {
  const given = flag(command, ...agent.flags);
  if (given !== undefined) return given;
  for (const [name, value] of Object.entries(agent.options ?? {})) {
    const word = option(command, name);
    if (word !== undefined && value.test(word.text)) return word;
  }
  return undefined;
}

function judge(command: Command, agent: CodingAgent): FindingDetails {
  const name = `\`${agent.programs[0]}\``;
  return agent.isMild === true
    ? { severity: "low", message: `${name} answers every question of its own with yes` }
    : { message: `${name} runs what a model says without asking anybody` };
}

export const codingAgentUnattended = defineCheck({
  meta: {
    id: "coding-agent-unattended",
    code: "PV-CMD-029",
    title: "A coding agent runs commands without asking",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-862",
      "CWE-78",
      "OWASP-LLM03:2026",
      "OWASP-LLM06:2025",
      "OWASP-ASI02:2026",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0053",
      "ATLAS:AML.T0050",
    ],
    why: "A sentence in an issue, a web page or a dependency is enough: the agent reads it and runs what it says, with the keys of whoever started it.",
    mend: "Allow the few commands it needs by name; else run it in a container without keys and with a short list of hosts.",
    blind: "A container around it; switches in configuration files have a check of their own.",
    references: [
      "https://docs.claude.com/en/docs/claude-code/security",
      "https://developers.openai.com/codex/security",
    ],
    since: "0.1.0",
    examples: {
      found: [
        { path: "fix.sh", code: 'claude -p "mend the build" --dangerously-skip-permissions\n' },
      ],
      clean: [
        { path: "fix.sh", code: 'claude -p "mend the build" --allowedTools "Bash(npm test)"\n' },
      ],
    },
  },
  run: ({ commands, environment }, report) => {
    for (const command of commands) {
      const agent = agentOf(command);
      const where = agent === undefined ? undefined : consentOf(command, agent);
      if (agent !== undefined && where !== undefined)
        report(where, { extent: command, ...judge(command, agent) });
    }
    const mode = variable({ environment }, "GOOSE_MODE");
    if (mode?.value.text === "auto")
      report(mode, {
        severity: "low",
        message: "Goose runs what a model says without asking anybody",
      });
  },
});
