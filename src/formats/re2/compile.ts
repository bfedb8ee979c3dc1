import type { CharSet, Pattern, PatternNode, Position } from "./tree.ts";

/** A step of a program: the one after it follows, but for those that say where. */
export type Step =
  | { readonly kind: "set"; readonly set: CharSet }
  | { readonly kind: "position"; readonly position: Position }
  /** Goes on at both, the first preferred. */
  | { readonly kind: "split"; first: number; second: number }
  | { readonly kind: "jump"; to: number }
  | { readonly kind: "save"; readonly slot: number }
  | { readonly kind: "match" };

/** A pattern as a program that finds it. */
export interface Program {
  readonly steps: readonly Step[];
  readonly groups: Pattern["groups"];
}

/** Longest program; repeats are written out, and repeats of repeats multiply. */
const maxSteps = 20_000;

/** Makes a program of a pattern; undefined where it gets too long. */
export function compilePattern({ root, groups }: Pattern): Program | undefined {
  const steps: Step[] = [{ kind: "save", slot: 0 }];
  write(root, steps);
  steps.push({ kind: "save", slot: 1 }, { kind: "match" });
  return steps.length > maxSteps ? undefined : { steps, groups };
}

function write(node: PatternNode, steps: Step[]): void {
  if (steps.length > maxSteps) return;
  switch (node.kind) {
    case "set":
      steps.push({ kind: "set", set: node.set });
      return;
    case "position":
      steps.push({ kind: "position", position: node.position });
      return;
    case "sequence":
      for (const part of node.parts) write(part, steps);
      return;
    case "group":
      steps.push({ kind: "save", slot: node.number * 2 });
      write(node.of, steps);
      steps.push({ kind: "save", slot: node.number * 2 + 1 });
      return;
    case "either":
      writeEither(node.options, steps);
      return;
    case "repeat":
      writeRepeat(node, steps);
  }
}

function writeEither(options: readonly PatternNode[], steps: Step[]): void {
  const jumps: { to: number }[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      write(option, steps);
      break;
    }
    const split = { kind: "split" as const, first: steps.length + 1, second: 0 };
    steps.push(split);
    write(option, steps);
    const jump = { kind: "jump" as const, to: 0 };
    steps.push(jump);
    jumps.push(jump);
    split.second = steps.length;
  }
  for (const jump of jumps) jump.to = steps.length;
}

function writeRepeat(
  { of, least, most, isLazy }: PatternNode & { readonly kind: "repeat" },
  steps: Step[],
): void {
  for (let time = 0; time < least; time++) write(of, steps);
  if (most === Infinity && least === 0 && canBeEmpty(of)) {
    // `(a*)*` is `((a*)+)?` in Go: the empty text is taken once.
    const split = { kind: "split" as const, first: 0, second: 0 };
    steps.push(split);
    const start = steps.length;
    write(of, steps);
    const again = { kind: "split" as const, first: 0, second: 0 };
    steps.push(again);
    point(split, { inside: start, after: steps.length, isLazy });
    point(again, { inside: start, after: steps.length, isLazy });
    return;
  }
  if (most === Infinity) {
    const start = steps.length;
    const split = { kind: "split" as const, first: 0, second: 0 };
    steps.push(split);
    write(of, steps);
    steps.push({ kind: "jump", to: start });
    point(split, { inside: start + 1, after: steps.length, isLazy });
    return;
  }
  const splits: { first: number; second: number; inside: number }[] = [];
  for (let time = least; time < most && steps.length <= maxSteps; time++) {
    const split = { kind: "split" as const, first: 0, second: 0, inside: steps.length + 1 };
    steps.push(split);
    splits.push(split);
    write(of, steps);
  }
  for (const split of splits) point(split, { inside: split.inside, after: steps.length, isLazy });
}

function canBeEmpty(node: PatternNode): boolean {
  if (node.kind === "set") return false;
  if (node.kind === "position") return true;
  if (node.kind === "sequence") return node.parts.every(canBeEmpty);
  if (node.kind === "either") return node.options.some(canBeEmpty);
  return node.kind === "group" ? canBeEmpty(node.of) : node.least === 0 || canBeEmpty(node.of);
}

function point(
  split: { first: number; second: number },
  to: { readonly inside: number; readonly after: number; readonly isLazy: boolean },
): void {
  split.first = to.isLazy ? to.after : to.inside;
  split.second = to.isLazy ? to.inside : to.after;
}
