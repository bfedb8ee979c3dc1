/**
 * The syntax tree of Python 3.14, named as CPython's `ast` module names it (Parser/Python.asdl).
 * Every node has offsets into the text, end exclusive, and, once a view was built, its parent.
 */
interface Base {
  readonly start: number;
  readonly end: number;
  /** Set by the view; `null` at the root. */
  parent: Node | null;
}

export interface Module extends Base {
  readonly kind: "Module";
  readonly body: readonly Statement[];
}

// Statements

export interface FunctionDef extends Base {
  readonly kind: "FunctionDef";
  readonly isAsync: boolean;
  readonly name: string;
  readonly args: Arguments;
  readonly body: readonly Statement[];
  /** They stand before `start`, as in CPython. */
  readonly decorators: readonly Expression[];
  readonly returns: Expression | null;
  readonly typeParams: readonly TypeParam[];
}
export interface ClassDef extends Base {
  readonly kind: "ClassDef";
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: readonly Statement[];
  /** They stand before `start`, as in CPython. */
  readonly decorators: readonly Expression[];
  readonly typeParams: readonly TypeParam[];
}
export interface Return extends Base {
  readonly kind: "Return";
  readonly value: Expression | null;
}
export interface Delete extends Base {
  readonly kind: "Delete";
  readonly targets: readonly Expression[];
}
export interface Assign extends Base {
  readonly kind: "Assign";
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AugAssign extends Base {
  readonly kind: "AugAssign";
  readonly target: Expression;
  readonly op: string;
  readonly value: Expression;
}
export interface AnnAssign extends Base {
  readonly kind: "AnnAssign";
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}
export interface TypeAlias extends Base {
  readonly kind: "TypeAlias";
  readonly name: Expression;
  readonly typeParams: readonly TypeParam[];
  readonly value: Expression;
}
export interface For extends Base {
  readonly kind: "For";
  readonly isAsync: boolean;
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface While extends Base {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface If extends Base {
  readonly kind: "If";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orelse: readonly Statement[];
}
export interface With extends Base {
  readonly kind: "With";
  readonly isAsync: boolean;
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
}
export interface WithItem extends Base {
  readonly kind: "withitem";
  readonly context: Expression;
  readonly vars: Expression | null;
}
export interface Match extends Base {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
export interface MatchCase extends Base {
  readonly kind: "match_case";
  /** Patterns are kept as the expressions they look like; captures are plain names. */
  readonly pattern: Expression;
  readonly guard: Expression | null;
  readonly body: readonly Statement[];
}
export interface Raise extends Base {
  readonly kind: "Raise";
  readonly exc: Expression | null;
  readonly cause: Expression | null;
}
export interface Try extends Base {
  readonly kind: "Try";
  readonly isStar: boolean;
  readonly body: readonly Statement[];
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: readonly Statement[];
  readonly finalbody: readonly Statement[];
}
export interface ExceptHandler extends Base {
  readonly kind: "ExceptHandler";
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
export interface Assert extends Base {
  readonly kind: "Assert";
  readonly test: Expression;
  readonly msg: Expression | null;
}
export interface Import extends Base {
  readonly kind: "Import";
  readonly names: readonly Alias[];
}
export interface ImportFrom extends Base {
  readonly kind: "ImportFrom";
  /** `null` in `from . import x`. */
  readonly module: string | null;
  readonly names: readonly Alias[];
  readonly level: number;
}
export interface Alias extends Base {
  readonly kind: "alias";
  readonly name: string;
  readonly asname: string | null;
}
export interface Global extends Base {
  readonly kind: "Global" | "Nonlocal";
  readonly names: readonly string[];
}
export interface ExprStatement extends Base {
  readonly kind: "Expr";
  readonly value: Expression;
}
export interface Simple extends Base {
  readonly kind: "Pass" | "Break" | "Continue";
}

// Expressions

export interface BoolOp extends Base {
  readonly kind: "BoolOp";
  readonly op: "and" | "or";
  readonly values: readonly Expression[];
}
export interface NamedExpr extends Base {
  readonly kind: "NamedExpr";
  readonly target: Expression;
  readonly value: Expression;
}
export interface BinOp extends Base {
  readonly kind: "BinOp";
  readonly left: Expression;
  readonly op: string;
  readonly right: Expression;
}
export interface UnaryOp extends Base {
  readonly kind: "UnaryOp";
  readonly op: "not" | "-" | "+" | "~";
  readonly operand: Expression;
}
export interface Lambda extends Base {
  readonly kind: "Lambda";
  readonly args: Arguments;
  readonly body: Expression;
}
export interface IfExp extends Base {
  readonly kind: "IfExp";
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}
export interface Dict extends Base {
  readonly kind: "Dict";
  /** `null` where a mapping is unpacked with `**`. */
  readonly keys: readonly (Expression | null)[];
  readonly values: readonly Expression[];
}
export interface Sequence extends Base {
  readonly kind: "List" | "Tuple" | "Set";
  readonly elts: readonly Expression[];
}
export interface Comprehension extends Base {
  readonly kind: "ListComp" | "SetComp" | "GeneratorExp";
  readonly elt: Expression;
  readonly generators: readonly ComprehensionFor[];
}
export interface DictComp extends Base {
  readonly kind: "DictComp";
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly ComprehensionFor[];
}
export interface ComprehensionFor extends Base {
  readonly kind: "comprehension";
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
  readonly isAsync: boolean;
}
export interface Await extends Base {
  readonly kind: "Await";
  readonly value: Expression;
}
export interface Yield extends Base {
  readonly kind: "Yield" | "YieldFrom";
  readonly value: Expression | null;
}
export interface Compare extends Base {
  readonly kind: "Compare";
  readonly left: Expression;
  readonly ops: readonly string[];
  readonly comparators: readonly Expression[];
}
export interface Call extends Base {
  readonly kind: "Call";
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}
export interface Keyword extends Base {
  readonly kind: "keyword";
  /** `null` in `**kwargs`. */
  readonly arg: string | null;
  readonly value: Expression;
}
export interface FormattedValue extends Base {
  readonly kind: "FormattedValue";
  readonly value: Expression;
  readonly conversion: string | null;
  readonly spec: JoinedStr | null;
}
export interface JoinedStr extends Base {
  readonly kind: "JoinedStr";
  readonly values: readonly (Constant | FormattedValue)[];
  /** True for a t-string (PEP 750). */
  readonly isTemplate: boolean;
}
export type ConstantType =
  | "str"
  | "bytes"
  | "int"
  | "float"
  | "complex"
  | "bool"
  | "none"
  | "ellipsis";
export interface Constant extends Base {
  readonly kind: "Constant";
  readonly type: ConstantType;
  /** A string for `str` and `bytes` (one character a byte); integers beyond 2^53 are inexact. */
  readonly value: string | number | boolean | null;
}
export interface Attribute extends Base {
  readonly kind: "Attribute";
  readonly value: Expression;
  readonly attr: string;
}
export interface Subscript extends Base {
  readonly kind: "Subscript";
  readonly value: Expression;
  readonly slice: Expression;
}
export interface Starred extends Base {
  readonly kind: "Starred";
  readonly value: Expression;
}
export interface Name extends Base {
  readonly kind: "Name";
  readonly id: string;
}
export interface Slice extends Base {
  readonly kind: "Slice";
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}

export interface Arguments extends Base {
  readonly kind: "arguments";
  readonly posonlyargs: readonly Arg[];
  readonly args: readonly Arg[];
  readonly vararg: Arg | null;
  readonly kwonlyargs: readonly Arg[];
  readonly kwarg: Arg | null;
  /** For the last of `posonlyargs` and `args`. */
  readonly defaults: readonly Expression[];
  /** One for each of `kwonlyargs`. */
  readonly kwDefaults: readonly (Expression | null)[];
}
export interface Arg extends Base {
  readonly kind: "arg";
  readonly arg: string;
  readonly annotation: Expression | null;
}
/** A type parameter (PEP 695) with its default (PEP 696). */
export interface TypeParam extends Base {
  readonly kind: "TypeVar" | "TypeVarTuple" | "ParamSpec";
  readonly name: string;
  readonly bound: Expression | null;
  readonly defaultValue: Expression | null;
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | TypeAlias
  | For
  | While
  | If
  | With
  | Match
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Global
  | ExprStatement
  | Simple;

export type Expression =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | Sequence
  | Comprehension
  | DictComp
  | Await
  | Yield
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | Constant
  | Attribute
  | Subscript
  | Starred
  | Name
  | Slice;

export type Node =
  | Module
  | Statement
  | Expression
  | WithItem
  | MatchCase
  | ExceptHandler
  | Alias
  | ComprehensionFor
  | Keyword
  | Arguments
  | Arg
  | TypeParam;
