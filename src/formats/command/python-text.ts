import type { Span } from "../../core/index.ts";
import type { Expression } from "../python/nodes.ts";
import { PythonValue } from "../python/values.ts";
import type { PythonView } from "../python/view.ts";
import { placeIn } from "../setting/tree.ts";
import type { ShellWord } from "../shell/state.ts";

/** An argument as one word. */
export function wordOf(python: PythonView, node: Expression): ShellWord {
  const span = { start: node.start, end: node.end };
  if (node.kind === "Attribute" && python.value(node).name() === "sys.executable") {
    return { ...span, text: "python", isKnown: true, isQuoted: true, inner: -1, nested: [] };
  }
  const { value: text, isKnown, place } = textOf(python, node);
  return { ...span, text, isKnown, isQuoted: true, inner: -1, nested: [], place };
}

/** What an expression says, and where. */
export interface Text {
  readonly value: string;
  readonly isKnown: boolean;
  readonly place: (start: number, end: number) => Span;
}

/** The text of an expression; parts that are not known stand as `$…`. */
export function textOf(python: PythonView, node: Expression): Text {
  const origin = python.value(node).origin();
  const known = python.value(node).constant();
  const whole = (): Span => ({ start: node.start, end: node.end });
  if (known !== undefined) {
    const value = String(known.value ?? "");
    const isHere = origin.kind === "Constant" && origin === node;
    return {
      value,
      isKnown: true,
      place: isHere ? placeIn(python.text, innerSpan(python.text, node), value) : whole,
    };
  }
  if (origin.kind !== "JoinedStr") return { value: "$…", isKnown: false, place: whole };
  const pieces = origin.values.map((part) => {
    if (part.kind === "Constant") return String(part.value ?? "");
    const folded = new PythonValue(part.value, python.scopeOf(part)).constant();
    return folded === undefined ? "$…" : String(folded.value ?? "");
  });
  return { value: pieces.join(""), isKnown: false, place: whole };
}

/** A string literal without its prefix and all but one of its quotes, as `placeIn` expects it. */
function innerSpan(text: string, node: Expression): Span {
  const quotes = /^[a-zA-Z]{0,2}("""|'''|"|')/.exec(text.slice(node.start, node.start + 6));
  if (quotes === null) return { start: node.start, end: node.end };
  const { length } = quotes[1]!;
  return {
    start: node.start + quotes[0].length - 1,
    end: Math.max(node.end - length + 1, node.start),
  };
}
