import type { Span } from "../../core/index.ts";
import type { Expression } from "../python/nodes.ts";
import type { PythonCall } from "../python/values.ts";
import type { PythonView } from "../python/view.ts";
import { parseShell, parseWords, splitWords } from "../shell/parse.ts";
import type { OpenCommand, ShellWord } from "../shell/state.ts";
import { addFacts, gather, type Gathered } from "./gather.ts";
import { addIpython, isIpython } from "./ipython.ts";
import { textOf, wordOf } from "./python-text.ts";
import type { CommandView, Variable } from "./view.ts";

/** Calls whose first argument is a command line or a list of words. */
const starters = [
  "subprocess.run",
  "subprocess.Popen",
  "subprocess.call",
  "subprocess.check_call",
  "subprocess.check_output",
  "subprocess.getoutput",
  "subprocess.getstatusoutput",
  "os.system",
  "os.popen",
  "asyncio.create_subprocess_shell",
  "pty.spawn",
] as const;

/** Calls whose arguments are the words, after as many others as the number says. */
const spreaders: Readonly<Record<string, number>> = {
  "asyncio.create_subprocess_exec": 0,
  "os.execl": 1,
  "os.execle": 1,
  "os.execlp": 1,
  "os.execlpe": 1,
  "os.spawnl": 2,
  "os.spawnlp": 2,
};

/** Calls with a list of words as the argument of this number. */
const listed: Readonly<Record<string, number>> = {
  "os.execv": 1,
  "os.execve": 1,
  "os.execvp": 1,
  "os.execvpe": 1,
  "os.spawnv": 2,
  "os.spawnvp": 2,
  "os.posix_spawn": 1,
  "os.posix_spawnp": 1,
};

const names: readonly string[] = [...starters, ...Object.keys(spreaders), ...Object.keys(listed)];
const setters = ["os.putenv", "os.environ.setdefault", "os.environ.update"] as const;

/** What a Python file starts and sets, found when it is first asked for; absent where it cannot do either. */
export function commandsOfPython(python: PythonView): CommandView | undefined {
  const imports = ["subprocess", "os", "asyncio", "pty"];
  const isStarting =
    imports.some((module) => python.hasImport(module)) ||
    isIpython(python) ||
    isFragment(python.text);
  if (!isStarting) return undefined;
  let found: Gathered | undefined;
  const read = (): Gathered => (found ??= readPython(python));
  const { path, text, lines, comments, problems } = python;
  return {
    path,
    kind: "python",
    text,
    lines,
    comments,
    problems,
    get commands() {
      return read().commands;
    },
    get containers() {
      return read().containers;
    },
    get environment() {
      return read().environment;
    },
  };
}

/** A view of commands with those of another reader, which are found when they are first asked for. */
export function withCommands(view: CommandView, more?: CommandView): CommandView {
  if (more === undefined) return view;
  let found: Pick<CommandView, "commands" | "containers" | "environment"> | undefined;
  const read = (): NonNullable<typeof found> =>
    (found ??= {
      commands: [...view.commands, ...more.commands],
      containers: [...view.containers, ...more.containers],
      environment: [...view.environment, ...more.environment],
    });
  return {
    ...view,
    get commands() {
      return read().commands;
    },
    get containers() {
      return read().containers;
    },
    get environment() {
      return read().environment;
    },
  };
}

/** True for code that starts something without an import: a line of a manual, a cell. */
function isFragment(text: string): boolean {
  return /\b(?:os\.(?:system|popen|environ|putenv|exec|spawn)|subprocess\.)/.test(text);
}

function readPython(python: PythonView): Gathered {
  const gathered = gather();
  const shared = readEnvironment(python);
  gathered.environment.push(...shared);
  for (const call of python.calls(...names)) {
    const env = call.keyword("env")?.origin();
    const own = env?.kind === "Dict" ? variablesOfDict(python, env) : [];
    gathered.environment.push(...own);
    const around = { assigned: [], reach: "network", environment: [...shared, ...own] } as const;
    const words = wordsOf(python, call);
    if (words !== undefined) addFacts(gathered, parseWords(words, around));
    else addShell(gathered, python, { call, environment: around.environment });
  }
  if (isIpython(python)) addIpython(gathered, python);
  return gathered;
}

/** The words where the call gives them one by one. */
function wordsOf(python: PythonView, call: PythonCall): readonly ShellWord[] | undefined {
  const spread = spreaders[call.name];
  if (spread !== undefined) return call.node.args.slice(spread).map((node) => wordOf(python, node));
  const argument = call.argument(listed[call.name] ?? 0, "args");
  const origin = argument?.origin();
  if (argument === undefined || origin === undefined) return [];
  if (origin.kind === "List" || origin.kind === "Tuple")
    return origin.elts.map((node) => wordOf(python, node));
  if (origin.kind === "BinOp" && origin.op === "+") return sumOf(python, origin);
  const text = splitText(origin);
  if (text === undefined) return undefined;
  const { value, place } = textOf(python, text);
  return splitWords({ text: value, place });
}

/** `["a", "b"] + more` */
function sumOf(
  python: PythonView,
  node: Extract<Expression, { kind: "BinOp" }>,
): readonly ShellWord[] | undefined {
  const { left, right } = node;
  if (left.kind !== "List" && right.kind !== "List") return undefined;
  return [left, right].flatMap((side) =>
    side.kind === "List"
      ? side.elts.map((element) => wordOf(python, element))
      : [wordOf(python, side)],
  );
}

/** The text of `"…".split()` and `shlex.split("…")`. */
function splitText(node: Expression): Expression | undefined {
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "split")
    return undefined;
  const { value } = node.func;
  if (value.kind === "Name" && value.id === "shlex") return node.args[0];
  return node.args.length === 0 ? value : undefined;
}

function addShell(
  gathered: Gathered,
  python: PythonView,
  from: { call: PythonCall; environment: readonly Variable[] },
): void {
  const argument = from.call.argument(0, "args");
  if (argument === undefined) return;
  const { value, place, isKnown } = textOf(python, argument.node);
  if (!isKnown && value === "$…") return;
  const facts = parseShell({ text: value, place });
  for (const command of facts.commands as OpenCommand[]) {
    command.environment = [...from.environment, ...command.environment];
  }
  addFacts(gathered, facts);
}

/** Looks at the spelling first: a file has thousands of subscripts. */
function isEnvironment(python: PythonView, node: Expression): boolean {
  const word = node.kind === "Attribute" ? node.attr : node.kind === "Name" ? node.id : "";
  return word.endsWith("env") || word.endsWith("environ")
    ? python.value(node).name() === "os.environ"
    : false;
}

/** What the file sets in `os.environ`. */
function readEnvironment(python: PythonView): readonly Variable[] {
  const found: Variable[] = [];
  for (const assign of python.facts.assigns) {
    if (assign.kind !== "Assign" || assign.value === null) continue;
    for (const target of assign.targets) {
      if (target.kind !== "Subscript" || !isEnvironment(python, target.value)) continue;
      const name = python.value(target.slice).string();
      if (name !== undefined)
        found.push(variable(python, { name, value: assign.value, where: assign }));
    }
  }
  for (const call of python.calls(...setters)) {
    if (call.method === "update") {
      const dict = call.positional(0)?.origin();
      if (dict?.kind === "Dict") found.push(...variablesOfDict(python, dict));
      for (const { arg, value, start, end } of call.node.keywords) {
        if (arg !== null) found.push(variable(python, { name: arg, value, where: { start, end } }));
      }
      continue;
    }
    const name = call.positional(0)?.string();
    const value = call.positional(1);
    if (name !== undefined && value !== undefined)
      found.push(variable(python, { name, value: value.node, where: call }));
  }
  return found.slice(0, 300);
}

function variablesOfDict(
  python: PythonView,
  dict: Extract<Expression, { kind: "Dict" }>,
): readonly Variable[] {
  return dict.keys.flatMap((key, index) => {
    const value = dict.values[index];
    const name = key === null ? undefined : python.value(key).string();
    if (key === null || value === undefined || name === undefined) return [];
    return [variable(python, { name, value, where: { start: key.start, end: value.end } })];
  });
}

function variable(
  python: PythonView,
  from: { name: string; value: Expression; where: Span },
): Variable {
  const { value: text, isKnown } = textOf(python, from.value);
  const { start, end } = from.value;
  return {
    name: from.name,
    value: { text, isKnown, start, end },
    start: from.where.start,
    end: from.where.end,
  };
}
