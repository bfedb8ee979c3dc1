import type { Expression } from "../../../formats/hcl/tree.ts";
import type { Document, Place, Reference, Value } from "../../value.ts";
import type { Work } from "./work.ts";

/** Names that an expression sees: of `for`, `each`, `count`, `dynamic`, `templatefile`. */
export interface Bindings {
  readonly name: string;
  readonly value: Value;
  readonly next?: Bindings;
}

/** Step of a traversal after its first word; undefined where it is no plain name. */
export type Steps = readonly (string | undefined)[];

/** What a name comes to, and how many steps after it were used up. */
export interface Resolved {
  readonly value: Value;
  readonly used: number;
}

/** Where names are looked up that no expression has bound: a module. */
export interface Scope {
  readonly work: Work;
  readonly resolve: (name: string, steps: Steps, at: Place) => Resolved;
  /** An attribute of a whole resource. */
  readonly attribute: (of: Reference, name: string, at: Place) => Value;
  /** A file beside the configuration; undefined where it is not there. */
  readonly file: (path: string) => Document | undefined;
}

/** Where an expression is evaluated. */
export interface Frame {
  readonly scope: Scope;
  readonly document: Document;
  readonly bindings?: Bindings;
  /** The element at hand within a splat. */
  readonly item?: Value;
}

/** How a function is called. */
export interface CallContext {
  readonly name: string;
  readonly at: Place;
  readonly work: Work;
  readonly file: Scope["file"];
  /** Evaluates a template of another file; only with what is given to it. */
  readonly render: (text: string, path: string, names: ReadonlyMap<string, Value>) => Value;
}

/** A function of Terraform. */
export type TerraformFunction = (args: readonly Value[], call: CallContext) => Value;

/** An expression in its file. */
export interface Written {
  readonly document: Document;
  readonly value: Expression;
}
