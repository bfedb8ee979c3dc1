import type { Problem, Span } from "../../core/index.ts";
import type { Name, Statement } from "../python/nodes.ts";
import { name } from "./make.ts";

/** Expressions and statements that may be nested in one another. */
export const maxDepth = 800;

/** A function, or the module, with the names that it binds; JavaScript's blocks are not told apart. */
export interface Frame {
  readonly isModule: boolean;
  readonly declared: Set<string>;
  /** Names that are assigned to, wherever they were declared. */
  readonly assigned: Set<string>;
}

/** What is known while one tree is lowered into the other. */
export interface Lowering {
  readonly source: string;
  readonly problems: Problem[];
  /** Names that an import of a package binds, on which `.default` means the package itself. */
  readonly packages: Set<string>;
  /** What must stand before the statement that is being lowered. */
  before: Statement[];
  frame: Frame;
  /** True where a `break` ends a `switch` and no loop. */
  isInSwitch: boolean;
  depth: number;
}

export function openFrame(isModule: boolean): Frame {
  return { isModule, declared: new Set(), assigned: new Set() };
}

/** Runs `lower` with the statements that it needs before it gathered apart. */
export function gathering<T>(
  l: Lowering,
  lower: () => T,
): { readonly value: T; readonly before: Statement[] } {
  const outer = l.before;
  const before: Statement[] = [];
  l.before = before;
  const value = lower();
  l.before = outer;
  return { value, before };
}

/** Runs `lower` within a function. */
export function within<T>(l: Lowering, frame: Frame, lower: () => T): T {
  const { frame: outer, isInSwitch } = l;
  l.frame = frame;
  l.isInSwitch = false;
  const value = lower();
  l.frame = outer;
  l.isInSwitch = isInSwitch;
  return value;
}

/**
 * A name that no program can have written: what a function without a name is called, and where a
 * value is kept that is taken apart. The place keeps two of them apart.
 */
export function madeUpName(hint: string, { start }: Span): string {
  return `${hint}@${start}`;
}

/** Says once that a limit was hit. */
export function tooDeep(l: Lowering, at: Span): Name {
  if (!l.problems.some(({ reason }) => reason === "limit"))
    l.problems.push({
      reason: "limit",
      message: `nested more than ${maxDepth} deep`,
      at: at.start,
    });
  return name("?", at);
}

/** Names that a function assigns to and that belong to a function around it, or to the module. */
export function closedOver(frame: Frame, at: Span): readonly Statement[] {
  const names = [...frame.assigned].filter((id) => !frame.declared.has(id));
  if (names.length === 0) return [];
  return [{ kind: "Nonlocal", start: at.start, end: at.start, parent: null, names }];
}
