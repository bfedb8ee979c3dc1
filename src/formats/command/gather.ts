import type { Problem, Span } from "../../core/index.ts";
import type { ScalarNode, TreeNode } from "../setting/tree.ts";
import { itemsOf, scalar } from "../setting/tree.ts";
import { parseShell, parseWords, splitWords } from "../shell/parse.ts";
import type { OpenCommand, ShellWord } from "../shell/state.ts";
import type { Command, CommandFacts, Container, Reach, Variable } from "./view.ts";

/** Commands, containers and variables while a file is read. */
export interface Gathered {
  readonly commands: Command[];
  readonly containers: Container[];
  readonly environment: Variable[];
  readonly comments: Span[];
  readonly problems: Problem[];
  /** Characters of scripts that may still be read. */
  budget: number;
}

/** Characters of scripts of one file; aliases of YAML make many out of one. */
const maxScripts = 1_000_000;

/** An empty collection. */
export function gather(): Gathered {
  return {
    commands: [],
    containers: [],
    environment: [],
    comments: [],
    problems: [],
    budget: maxScripts,
  };
}

/** Where a script is run. */
export interface Place {
  readonly reach: Reach;
  /** Variables that are set around it; they are in the collection already. */
  readonly environment: readonly Variable[];
}

/** Adds what another reader found. Problems are left out: what looks like a script may be none. */
export function addFacts(gathered: Gathered, facts: CommandFacts): void {
  for (const command of facts.commands) gathered.commands.push(command);
  for (const container of facts.containers) gathered.containers.push(container);
  for (const variable of facts.environment) gathered.environment.push(variable);
  for (const comment of facts.comments) gathered.comments.push(comment);
}

/** Reads a scalar, or a list of scalars, as lines of shell. */
export function addScript(gathered: Gathered, node: TreeNode | undefined, place: Place): void {
  for (const line of scriptLines(node)) {
    gathered.budget -= line.value.length;
    if (gathered.budget < 0) {
      const message = `scripts of more than ${maxScripts} characters`;
      if (!gathered.problems.some((each) => each.message === message))
        gathered.problems.push({ reason: "limit", message, at: line.start });
      return;
    }
    const facts = parseShell({ text: line.value, place: line.place });
    for (const command of facts.commands as OpenCommand[]) {
      command.environment = [...place.environment, ...command.environment];
      // A container inside the script has a reach of its own.
      if (place.reach !== "network" && command.reach === "network") command.reach = place.reach;
    }
    addFacts(gathered, facts);
  }
}

function scriptLines(node: TreeNode | undefined): readonly ScalarNode[] {
  if (node === undefined || node.kind === "map") return [];
  if (node.kind === "scalar") return [node];
  // GitLab's `!reference` and nested anchors give lists in lists.
  return node.items
    .flatMap((item) => (item.kind === "list" ? item.items : [item]))
    .flatMap((item) => scalar(item) ?? []);
}

/** The words of a command that is written as one string or as a list of words. */
export function commandWords(node: TreeNode | undefined): readonly ShellWord[] {
  if (node === undefined || node.kind === "map") return [];
  if (node.kind === "scalar")
    return splitWords({ text: node.value.replaceAll("$$", "$"), place: node.place });
  return itemsOf(node).flatMap((item) => (item.kind === "scalar" ? [wordOf(item)] : []));
}

/** A scalar as one word. */
export function wordOf(node: ScalarNode): ShellWord {
  const { value, place, start, end } = node;
  const [, fallback] = /^\$\{\w+:?-([^{}$]*)\}$/.exec(value) ?? [];
  return {
    text: fallback ?? value,
    isKnown: !/\$[\w({]|\{\{/.test(value),
    isQuoted: true,
    inner: -1,
    nested: [],
    place,
    start,
    end,
  };
}

/** Starts a command given by its words. */
export function addWords(
  gathered: Gathered,
  words: readonly ShellWord[],
  place: Place,
): Command | undefined {
  if (words.length === 0) return undefined;
  const facts = parseWords(words, { assigned: [], ...place });
  addFacts(gathered, facts);
  return facts.main;
}

/** The variables of a map, a list of `NAME=value`, or a list of `name` and `value` pairs. */
export function variablesOf(node: TreeNode | undefined): readonly Variable[] {
  if (node?.kind === "map") {
    return node.entries.flatMap(({ key, keySpan, value }) =>
      value.kind === "scalar" ? [variable(key, value, keySpan)] : [],
    );
  }
  return itemsOf(node).flatMap((item) => {
    if (item.kind === "scalar") {
      const equals = item.value.indexOf("=");
      if (equals < 0) return [];
      const value = { ...item, value: item.value.slice(equals + 1) };
      return [variable(item.value.slice(0, equals), value, item)];
    }
    if (item.kind !== "map") return [];
    const name = item.entries.find(({ key }) => key === "name")?.value;
    const value = item.entries.find(({ key }) => key === "value")?.value;
    return name?.kind === "scalar" && value?.kind === "scalar"
      ? [variable(name.value, value, name)]
      : [];
  });
}

function variable(name: string, value: ScalarNode, key: Span): Variable {
  const { text, isKnown, start, end } = wordOf(value);
  return { name, value: { text, isKnown, start, end }, start: Math.min(key.start, start), end };
}
