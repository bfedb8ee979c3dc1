import { messageOf, PaviseError, type ErrorCode } from "../core/index.ts";
import { nearest } from "../engine/nearest.ts";
import { paviseVersion } from "../engine/version.ts";
import { commandHelp, mainHelp, painter } from "./help.ts";
import { parseOptions, type CommandSpec, type Given } from "./options.ts";
import { specs, type CommandName } from "./specs.ts";
import { openStage, type Stage } from "./stage.ts";

/** Runs a command and gives its exit status. */
export type Command = (given: Given, stage: Stage) => Promise<number>;

// Each is imported only when it is called.
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
  scan: async () => (await import("./commands/scan.ts")).scanCommand,
  audit: async () => (await import("./commands/audit.ts")).auditCommand,
  attack: async () => (await import("./commands/attack.ts")).attackCommand,
  guard: async () => (await import("./commands/guard.ts")).guardCommand,
  digest: async () => (await import("./commands/digest.ts")).digestCommand,
  sign: async () => (await import("./commands/sign.ts")).signCommand,
  verify: async () => (await import("./commands/verify.ts")).verifyCommand,
  attest: async () => (await import("./commands/attest.ts")).attestCommand,
  promote: async () => (await import("./commands/promote.ts")).promoteCommand,
  run: async () => (await import("./commands/run.ts")).runCommand,
  gateway: async () => (await import("./commands/gateway.ts")).gatewayCommand,
  aibom: async () => (await import("./commands/aibom.ts")).aibomCommand,
  "audit-log": async () => (await import("./commands/audit-log.ts")).auditLogCommand,
  checks: async () => (await import("./commands/checks.ts")).checksCommand,
  init: async () => (await import("./commands/init.ts")).initCommand,
  report: async () => (await import("./commands/report.ts")).reportCommand,
};

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function specOf(name: string): CommandSpec {
  if (isCommand(name)) return specs[name];
  const guess = nearest(name, Object.keys(commands));
  const hint =
    guess === undefined
      ? "`pavise --help` lists the commands."
      : `Did you mean \`pavise ${guess}\`?`;
  throw new PaviseError("usage", `there is no command ${JSON.stringify(name)}`, { hint });
}

async function dispatch(argv: readonly string[], stage: Stage): Promise<number> {
  const all = Object.values(specs);
  const [first, ...rest] = argv[0] === "--no-color" ? argv.slice(1) : argv;
  if (
    first === undefined ||
    first === "--help" ||
    first === "-h" ||
    (first === "help" && rest[0] === undefined)
  ) {
    await stage.print(mainHelp(all, { ...stage, version: paviseVersion() }));
    return 0;
  }
  if (first === "--version" || first === "-V" || first === "version") {
    await stage.print(`${paviseVersion()}\n`);
    return 0;
  }
  const [name, words] = first === "help" ? [rest[0] ?? "", ["--help"]] : [first, rest];
  if (name.startsWith("-")) {
    throw new PaviseError("usage", `unknown option ${name}`, {
      hint: `A command comes first: \`pavise scan ${name} …\``,
    });
  }
  const spec = specOf(name);
  const given = parseOptions(spec, words);
  if (given.has("help")) {
    await stage.print(commandHelp(spec, stage));
    return 0;
  }
  const load = commands[spec.name as CommandName];
  return (await load())(given, stage);
}

function explain(error: unknown): string {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  const wanted =
    process.stderr.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== "0");
  const paint = painter(wanted && (NO_COLOR ?? "") === "" && !process.argv.includes("--no-color"));
  const known = error instanceof PaviseError;
  const code = known ? error.code : "internal";
  // A path in a message may hold escape sequences; line breaks are ours and stay.
  const message = messageOf(error).replaceAll(/(?!\n)\p{Cc}/gu, "�");
  const lines = [`${paint(["bold", "red"], `error[${code}]`)}: ${message}`];
  const hint = known
    ? error.hint
    : "This is a fault in Pavise. Please report it with the command you ran.";
  if (hint !== undefined) lines.push(`${paint("cyan", "hint")}: ${hint}`);
  if (!known && process.env["PAVISE_DEBUG"] !== undefined && error instanceof Error)
    lines.push(error.stack ?? "");
  return `${lines.join("\n")}\n`;
}

/** What is no fault of the command line: it leaves the run incomplete. */
const incomplete: ReadonlySet<ErrorCode> = new Set([
  "endpoint-failed",
  "interrupted",
  "output-failed",
  "record-unreachable",
  "service-failed",
]);

/** Runs the command line and sets the exit status. Never throws. */
export async function runCli(argv: readonly string[], compileCache: string): Promise<void> {
  const stage = openStage(argv, compileCache);
  try {
    process.exitCode = await dispatch(argv, stage);
  } catch (error) {
    stage.note(explain(error));
    const late = error instanceof PaviseError ? incomplete.has(error.code) : true;
    process.exitCode = late ? 3 : 2;
  }
}
