import type { Span } from "../../core/index.ts";
import { readTokens, type Token, type Tokens } from "./groovy.ts";
import {
  affordable,
  commandsOfScript,
  imageOf,
  maxSteps,
  openBudget,
  spend,
  type Budget,
} from "./trees.ts";
import {
  noFacts,
  type Entry,
  type Image,
  type Job,
  type PipelineFacts,
  type Script,
  type Step,
  type Trigger,
  type Use,
} from "./view.ts";

/** Steps of Jenkins that run a script. */
const runners: Readonly<Record<string, Script["language"]>> = {
  sh: "shell",
  bat: "other",
  powershell: "powershell",
  pwsh: "powershell",
};

/** A block that is open: what stood before its `{`. */
interface Block {
  readonly name: string;
  readonly argument?: Token;
  readonly start: number;
  /** Variables that hold for what is inside. */
  readonly environment: readonly Entry[];
  readonly ignoresFailure?: Span;
}

type OpenJob = { -readonly [K in keyof Job]: Job[K] } & { steps: Step[]; environment: Entry[] };

interface Reading {
  readonly tokens: readonly Token[];
  readonly jobs: OpenJob[];
  readonly images: Image[];
  readonly includes: Use[];
  readonly triggers: Trigger[];
  readonly environment: Entry[];
  readonly blocks: Block[];
  readonly budget: Budget;
}

/** Reads a Jenkinsfile, declarative or scripted, by its words: no Groovy is run. */
export function readJenkins(text: string): PipelineFacts & Pick<Tokens, "comments"> {
  const { tokens, comments, problems } = readTokens(text);
  const reading: Reading = {
    tokens,
    jobs: [],
    images: [],
    includes: [],
    triggers: [],
    environment: [],
    blocks: [],
    budget: openBudget(),
  };
  let statement = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (token.kind === "sign") {
      if (token.value === "{") {
        openBlock(reading, statement, at);
        statement = at + 1;
      } else if (token.value === "}") {
        closeBlock(reading, token.end);
        statement = at + 1;
      } else if (token.value === ";") statement = at + 1;
      continue;
    }
    // A word on a new line begins a statement, unless a sign says that it goes on.
    const before = tokens[at - 1];
    if (before !== undefined && isNewLine(text, before, token)) statement = at;
    if (token.kind === "word") readWord(reading, at);
  }
  const jobs = reading.jobs.map((job) => ({ ...job, end: Math.max(job.start, job.end) }));
  const { images, includes, triggers, environment } = reading;
  return {
    ...noFacts("jenkins"),
    jobs,
    images,
    includes,
    triggers,
    environment,
    commands: jobs.flatMap(({ steps }) => steps.flatMap(({ commands }) => commands)),
    comments,
    problems: [...problems, ...reading.budget.problems],
  };
}

function isNewLine(text: string, before: Token, token: Token): boolean {
  if (before.kind === "sign" && /[(,.[:+=&|?]/.test(before.value)) return false;
  const gap = text.slice(before.end, Math.min(token.start, before.end + 2_000));
  return gap.includes("\n");
}

function openBlock(reading: Reading, statement: number, at: number): void {
  const { tokens, blocks } = reading;
  const around = blocks.at(-1);
  const head = tokens[statement];
  const isHead = head !== undefined && statement < at && head.kind === "word";
  const name = isHead ? head.value : "";
  const argument = tokens
    .slice(statement, Math.min(at, statement + 40))
    .find((each) => each.kind === "string");
  const own = name === "withCredentials" ? credentialsIn(tokens, statement, at) : [];
  const start = isHead ? head.start : tokens[at]!.start;
  const end = tokens[at]!.end;
  const ignores = /^(?:catchError|warnError)$/.test(name) ? { start, end } : undefined;
  if (blocks.length < 1_000)
    blocks.push({
      name,
      ...(argument === undefined ? {} : { argument }),
      start,
      environment:
        own.length === 0 ? (around?.environment ?? []) : [...(around?.environment ?? []), ...own],
      ignoresFailure: ignores ?? around?.ignoresFailure,
    });
  if (name === "stage" && reading.jobs.length < maxSteps)
    reading.jobs.push(openJob(argument?.value ?? "", start));
  if (name === "node" && argument !== undefined) jobOf(reading, start).runner = [argument];
  if (name === "changeRequest") reading.triggers.push({ name: "change_request", start, end });
}

function openJob(id: string, start: number): OpenJob {
  return {
    id,
    start,
    end: start,
    runner: [],
    environment: [],
    isGuardedByEnvironment: false,
    steps: [],
  };
}

function closeBlock({ blocks, jobs }: Reading, end: number): void {
  const closed = blocks.pop();
  const job = jobs.at(-1);
  if (closed?.name === "stage" && job !== undefined) job.end = Math.max(job.end, end);
}

/** The stage that a place belongs to; steps outside of stages have one of their own. */
function jobOf(reading: Reading, start: number): OpenJob {
  const last = reading.jobs.at(-1);
  if (last !== undefined) return last;
  const job = openJob("", start);
  reading.jobs.push(job);
  return job;
}

/** `string(credentialsId: 'x', variable: 'TOKEN')` and its like, of `withCredentials`. */
function credentialsIn(tokens: readonly Token[], from: number, to: number): readonly Entry[] {
  const found: Entry[] = [];
  for (let at = from; at + 2 < to && found.length < 100; at++) {
    const [key, colon, value] = [tokens[at]!, tokens[at + 1]!, tokens[at + 2]!];
    if (key.kind !== "word" || colon.value !== ":" || value.kind !== "string") continue;
    // A user's name is no secret.
    if (/^(?:\w+Variable|variable)$/.test(key.value) && key.value !== "usernameVariable")
      found.push(secret(value.value, value));
  }
  return found;
}

function secret(name: string, at: Token): Entry {
  const { start, end, place } = at;
  return { name, value: { value: "credentials()", place, start, end }, start, end };
}

function readWord(reading: Reading, at: number): void {
  const { tokens } = reading;
  const token = tokens[at]!;
  const { value, start } = token;
  const before = tokens[at - 1]?.value;
  const block = reading.blocks.at(-1)?.name ?? "";
  const next = tokens[at + 1];
  const argument = next?.value === "(" ? tokens[at + 2] : next;
  if (Object.hasOwn(runners, value) && before !== ".") return readRunner(reading, at);
  if (value === "image") {
    const isAgent = block === "docker" || (before === "." && tokens[at - 2]?.value === "docker");
    if (isAgent && argument?.kind === "string") addImage(reading, argument);
    return;
  }
  if (value === "label" && /^(?:agent|node|docker|dockerfile)$/.test(block)) {
    if (argument?.kind === "string") jobOf(reading, start).runner = [argument];
    return;
  }
  if ((value === "Library" && before === "@") || (value === "library" && before !== ".")) {
    const named = argument?.kind === "string" ? [argument] : [];
    const list = argument?.value === "[" ? tokens.slice(at + 2, at + 40) : [];
    const end = list.findIndex((each) => each.value === "]");
    const all = [
      ...named,
      ...list.slice(0, Math.max(0, end)).filter((each) => each.kind === "string"),
    ];
    for (const each of all) reading.includes.push(library(each));
    return;
  }
  if (next?.value === "=" && block === "environment") readVariable(reading, at);
}

function library({ value, start, end }: Token): Use {
  const at = value.indexOf("@");
  const name = at < 0 ? value : value.slice(0, at);
  const ref = at < 0 ? {} : { ref: value.slice(at + 1) };
  return { kind: "include", written: value, name, ...ref, start, end };
}

function addImage({ images }: Reading, token: Token): void {
  const image = imageOf(token, "job");
  if (image !== undefined) images.push(image);
}

/** `NAME = 'value'` or `NAME = credentials('id')` in an `environment` block. */
function readVariable(reading: Reading, at: number): void {
  const { tokens } = reading;
  const name = tokens[at]!;
  const value = tokens[at + 2];
  if (value === undefined) return;
  const entry: Entry | undefined =
    value.kind === "string"
      ? { name: name.value, value, start: name.start, end: value.end }
      : value.value === "credentials"
        ? { ...secret(name.value, value), start: name.start }
        : undefined;
  if (entry === undefined) return;
  const isInStage = reading.blocks.some((each) => each.name === "stage");
  const to = isInStage ? jobOf(reading, name.start).environment : reading.environment;
  if (to.length < 1_000) to.push(entry);
}

/** `sh '…'`, `sh(script: '…', returnStatus: true)`. */
function readRunner(reading: Reading, at: number): void {
  const { tokens } = reading;
  const name = tokens[at]!;
  const isCalled = tokens[at + 1]?.value === "(";
  let end = at + 1;
  let depth = 0;
  let script: Token | undefined;
  let ignores: Span | undefined;
  for (; end < tokens.length && end < at + 60; end++) {
    const token = tokens[end]!;
    if (token.value === "(" && token.kind === "sign") depth++;
    else if (token.value === ")" && token.kind === "sign" && --depth <= 0) break;
    else if (token.kind === "sign" && /[{};]/.test(token.value)) break;
    else if (token.kind === "string") {
      const key = tokens[end - 2];
      const named = tokens[end - 1]?.value === ":" ? key?.value : undefined;
      if (script === undefined && (named === undefined || named === "script")) script = token;
      if (!isCalled && tokens[end + 1]?.value !== ",") break;
    } else if (token.value === "returnStatus" && tokens[end + 2]?.value === "true")
      ignores = { start: token.start, end: tokens[end + 2]!.end };
  }
  if (script === undefined || !spend(reading.budget, "steps")) return;
  const block = reading.blocks.at(-1);
  const language = runners[name.value] ?? "other";
  const read: Script = {
    value: script.value,
    place: script.place,
    start: script.start,
    end: script.end,
    language,
    filled: script.filled ?? [],
  };
  const scripts = affordable([read], reading.budget);
  const job = jobOf(reading, name.start);
  const last = tokens[Math.min(end, tokens.length - 1)]!;
  const step: Step = {
    start: name.start,
    end: Math.max(last.end, script.end),
    inputs: [],
    environment: block?.environment ?? [],
    scripts,
    commands: scripts.flatMap(commandsOfScript),
    ignoresFailure: ignores ?? block?.ignoresFailure,
  };
  job.steps.push(step);
  job.end = Math.max(job.end, step.end);
}
