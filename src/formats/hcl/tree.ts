import type { Problem, Span } from "../../core/index.ts";

/** A value that is written out; texts without interpolation among them. */
export interface Literal extends Span {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

/** A text with parts that are computed: quoted, or a heredoc. */
export interface Template extends Span {
  readonly kind: "template";
  readonly parts: readonly Expression[];
}

/** `%{ for item in list }…%{ endfor }` within a template. */
export interface Repeat extends Span {
  readonly kind: "repeat";
  readonly key?: string;
  readonly item: string;
  readonly over: Expression;
  readonly body: Template;
}

/** Something in parentheses, or a text that is one interpolation: the value goes through as it is. */
export interface Group extends Span {
  readonly kind: "group";
  readonly inner: Expression;
}

/** The first word of a traversal: `var` of `var.name`. */
export interface Name extends Span {
  readonly kind: "name";
  readonly name: string;
}

/** The element at hand within a splat. */
export interface SplatItem extends Span {
  readonly kind: "splat-item";
}

/** `of.name`; a legacy `of.0` is an index. */
export interface Member extends Span {
  readonly kind: "member";
  readonly of: Expression;
  readonly name: string;
}

/** `of[key]`. */
export interface Index extends Span {
  readonly kind: "index";
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*]…` or `of.*…`; what follows is applied to each element. */
export interface Splat extends Span {
  readonly kind: "splat";
  readonly of: Expression;
  readonly each: Expression;
}

/** `name(args…)`. */
export interface Call extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  /** True for `f(list...)`: the last argument holds the rest of the arguments. */
  readonly isSpread: boolean;
}

/** `!a` or `-a`. */
export interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: "!" | "-";
  readonly of: Expression;
}

/** How two values are joined. */
export type Operator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | ">"
  | "<="
  | ">="
  | "+"
  | "-"
  | "*"
  | "/"
  | "%";

/** `left operator right`. */
export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: Operator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `test ? whenTrue : whenFalse`; `%{ if }` of a template is one too. */
export interface Conditional extends Span {
  readonly kind: "conditional";
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/** `[a, b]`. */
export interface Tuple extends Span {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

/** One entry of an object. */
export interface ObjectEntry {
  /** A bare word is a literal. */
  readonly key: Expression;
  readonly value: Expression;
}

/** `{ a = 1 }`. */
export interface ObjectValue extends Span {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
}

/** `[for k, v in over : value if test]`, or with braces and a key. */
export interface For extends Span {
  readonly kind: "for";
  readonly keyName?: string;
  readonly itemName: string;
  readonly over: Expression;
  /** Only with braces. */
  readonly key?: Expression;
  readonly value: Expression;
  readonly test?: Expression;
  /** True for `value...`: values with the same key make a list. */
  readonly isGrouped: boolean;
}

/** What could not be read. */
export interface Broken extends Span {
  readonly kind: "broken";
}

/** An expression of HCL. */
export type Expression =
  | Literal
  | Template
  | Repeat
  | Group
  | Name
  | SplatItem
  | Member
  | Index
  | Splat
  | Call
  | Unary
  | Binary
  | Conditional
  | Tuple
  | ObjectValue
  | For
  | Broken;

/** `name = value`. */
export interface Attribute extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Expression;
}

/** `type "label" { … }`. */
export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  /** From the type to the last label: what names the block. */
  readonly head: Span;
  readonly body: Body;
}

/** What stands between braces, or in a file. */
export interface Body extends Span {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

/** A file of HCL as a tree. */
export interface HclFile {
  readonly body: Body;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** Deepest nesting that is read; what is deeper is broken. */
export const maxHclDepth = 120;
/** Longest text that is read, in characters. */
export const maxHclLength = 16_000_000;
