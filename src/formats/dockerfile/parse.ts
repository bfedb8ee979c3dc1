import type { Problem, Span } from "../../core/index.ts";
import { addFacts, gather, wordOf, type Gathered } from "../command/gather.ts";
import type { CommandFacts, Variable } from "../command/view.ts";
import { parseJson } from "../json/parse.ts";
import { parseShell, parseWords, splitWords } from "../shell/parse.ts";
import type { OpenCommand, ShellWord } from "../shell/state.ts";
import { readInstructions, type Instruction } from "./instructions.ts";

interface Stage {
  /** What `ENV` and `ARG` have set so far; commands before do not see what comes after. */
  environment: Variable[];
  entrypoint: readonly ShellWord[] | undefined;
  command: readonly ShellWord[] | undefined;
  isOtherShell: boolean;
}

/** Reads a Dockerfile: what its build runs, what its image starts, what it sets. Total. */
export function parseDockerfile(text: string): CommandFacts {
  const gathered = gather();
  const { instructions, comments, escape } = readInstructions(text);
  gathered.comments.push(...comments);
  let stage = openStage();
  for (const instruction of instructions) {
    if (instruction.name === "FROM") {
      closeStage(gathered, stage);
      stage = openStage();
    } else readInstruction({ gathered, stage, instruction, text, escape });
  }
  closeStage(gathered, stage);
  return gathered;
}

function openStage(): Stage {
  return { environment: [], entrypoint: undefined, command: undefined, isOtherShell: false };
}

/** What the image of a stage starts: `CMD` holds the arguments of `ENTRYPOINT`. */
function closeStage(gathered: Gathered, stage: Stage): void {
  const words = [...(stage.entrypoint ?? []), ...(stage.command ?? [])];
  if (words.length === 0) return;
  addFacts(
    gathered,
    parseWords(words, { assigned: [], reach: "unknown", environment: stage.environment }),
  );
}

interface Step {
  readonly gathered: Gathered;
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly text: string;
  readonly escape: string;
}

function readInstruction(step: Step): void {
  const { stage, instruction, text } = step;
  const body = text.slice(instruction.bodyStart, instruction.end);
  switch (instruction.name) {
    case "RUN":
      return readRun(step);
    case "ENTRYPOINT":
      stage.entrypoint = execWords(text, instruction) ?? shellWords(step);
      stage.command = undefined;
      return;
    case "CMD":
      stage.command = execWords(text, instruction) ?? shellWords(step);
      return;
    case "ENV":
    case "ARG":
      return readVariables(step);
    case "SHELL":
      stage.isOtherShell = /powershell|pwsh|cmd|python/i.test(body);
      return;
    default:
  }
}

/** The words of the form `["a", "b"]`. */
function execWords(
  text: string,
  { bodyStart, end }: Span & Instruction,
): readonly ShellWord[] | undefined {
  const body = text.slice(bodyStart, end);
  if (!/^\s*\[[^]*\]\s*$/.test(body)) return undefined;
  const { roots, problems } = parseJson(body);
  const list = roots[0];
  if (list?.kind !== "list" || problems.length > 0) return undefined;
  return list.items.flatMap((item) => {
    if (item.kind !== "scalar") return [];
    const place = (from: number, to: number): Span => {
      const span = item.place(from, to);
      return { start: bodyStart + span.start, end: bodyStart + span.end };
    };
    return [{ ...wordOf(item), place, start: bodyStart + item.start, end: bodyStart + item.end }];
  });
}

/** The shell form, as the one word that the shell is given. */
function shellWords({ text, instruction, stage, escape }: Step): readonly ShellWord[] {
  const { bodyStart: start, end } = instruction;
  if (stage.isOtherShell) return [];
  const words = splitWords({ text, start, end, isDockerfile: true, escape });
  const simple = words.every((word) => !/^[;&|()<>]$/.test(word.text));
  if (simple) return words;
  const script: ShellWord = {
    text: text.slice(start, end),
    isKnown: true,
    isQuoted: true,
    inner: -1,
    nested: [],
    place: (from, to) => ({ start: start + from, end: start + to }),
    start,
    end,
  };
  const at = { start, end: start };
  return [{ ...script, ...at, text: "sh" }, { ...script, ...at, text: "-c" }, script];
}

function readRun({ gathered, stage, instruction, text, escape }: Step): void {
  if (stage.isOtherShell) return;
  const place = { reach: "unknown", environment: stage.environment } as const;
  const words = execWords(text, instruction);
  if (words !== undefined) return addFacts(gathered, parseWords(words, { assigned: [], ...place }));
  const options = /^(?:\s*--[a-z]+(?:=(?:"[^"]*"|\S*))?)*\s*/.exec(
    text.slice(instruction.bodyStart, instruction.end),
  );
  const start = instruction.bodyStart + (options?.[0].length ?? 0);
  // The body of a here-document without a program is a script itself.
  const ranges =
    instruction.heredocs.length > 0 &&
    /^<<-?["']?\w+["']?\s*$/.test(text.slice(start, instruction.end))
      ? instruction.heredocs
      : [{ start, end: instruction.end }];
  for (const range of ranges) {
    if (/^#!\s*\S*(?:python|node|perl)/.test(text.slice(range.start, range.start + 60))) continue;
    const facts = parseShell({ text, ...range, isDockerfile: true, escape });
    for (const command of facts.commands as OpenCommand[]) {
      command.environment = [...stage.environment, ...command.environment].slice(-300);
      command.reach = "unknown";
    }
    addFacts(gathered, facts);
    addProblems(gathered.problems, facts.problems);
  }
}

function addProblems(to: Problem[], from: readonly Problem[]): void {
  for (const problem of from) if (to.length < 10) to.push(problem);
}

/** `ENV A=b C="d e"`, and the old `ENV A b`. */
function readVariables({ gathered, stage, instruction, text, escape }: Step): void {
  const { bodyStart: start, end } = instruction;
  const words = splitWords({ text, start, end, isDockerfile: true, escape });
  const [first, second] = words;
  if (first === undefined) return;
  const found: Variable[] = [];
  if (!first.text.includes("=") && instruction.name === "ENV" && second !== undefined) {
    const value = {
      start: second.start,
      end,
      isKnown: second.isKnown,
      text: text.slice(second.start, end).trim(),
    };
    found.push({ name: first.text, value, start: first.start, end });
  } else {
    for (const word of words) {
      const equals = word.text.indexOf("=");
      if (equals <= 0) continue;
      const value = {
        start: word.start,
        end: word.end,
        isKnown: word.isKnown,
        text: word.text.slice(equals + 1),
      };
      found.push({ name: word.text.slice(0, equals), value, start: word.start, end: word.end });
    }
  }
  gathered.environment.push(...found);
  stage.environment = [...stage.environment, ...found].slice(-300);
}
