import type { SinkKind, SourceKind } from "./model.ts";

/**
 * What a file says about where values go, as plain data that travels between threads: a graph whose
 * nodes are places where values enter or leave a function, and whose edges are ways that the
 * interpreter found from one to the other. `link.ts` joins the graphs of all files.
 */
export interface FileSummary {
  readonly path: string;
  readonly language: "python" | "javascript";
  /** Function 0 is the file itself, from its first line to its last. */
  readonly functions: readonly FunctionFacts[];
  readonly classes: readonly ClassFacts[];
  /** What names of the module stand for, for other files. */
  readonly exports: ReadonlyMap<string, Target>;
  /** Modules whose names are all taken over (`from x import *`, `export * from`). */
  readonly stars: readonly string[];
  readonly calls: readonly CallSite[];
  readonly sources: readonly SourcePlace[];
  readonly sinks: readonly SinkPlace[];
  readonly nodes: Nodes;
  readonly edges: Edges;
}

/** A function as its callers see it. */
export interface FunctionFacts {
  /** `Class.method`, `function`, `outer.inner`. */
  readonly name: string;
  /** Names of the parameters that are given by position, `self` left out. */
  readonly params: readonly string[];
  /** Index in `params` from which keywords only are taken; its length where there are none. */
  readonly positional: number;
  /** Parameters that take the rest: `*args`, `**kwargs`. */
  readonly rest?: string;
  readonly keywords?: string;
  /** What it gives back, where that has methods of the project. */
  readonly returns?: Target;
  /** For which sinks a parameter is harmless once the function has returned, or said yes or no. */
  readonly guards: {
    readonly returned: readonly number[];
    readonly truthy: readonly number[];
    readonly falsy: readonly number[];
  };
}

/** A class with what is looked up in it. */
export interface ClassFacts {
  readonly name: string;
  readonly bases: readonly Target[];
  /** Function of each method. */
  readonly methods: ReadonlyMap<string, number>;
  /** Functions whose results are read as attributes. */
  readonly properties: ReadonlyMap<string, number>;
  /** Functions that throw for harmful values of a field, and fields of which no value does harm. */
  readonly validators: ReadonlyMap<string, number>;
  readonly harmless: ReadonlySet<string>;
  /** For which sinks a field is harmless once the object was made. */
  readonly checked: ReadonlyMap<string, number>;
  /** Fields in the order in which a constructor takes them that is not written out. */
  readonly fields: readonly string[];
}

/** What a name or a call leads to. */
export type Target =
  | { readonly kind: "function"; readonly index: number }
  | { readonly kind: "class"; readonly index: number }
  /** What a class makes or a function gives back. */
  | { readonly kind: "instance"; readonly of: Target }
  /** A function with its first arguments given. */
  | { readonly kind: "partial"; readonly of: Target; readonly given: number }
  /** What a function was given to call. */
  | { readonly kind: "param"; readonly function: number; readonly name: string }
  /** A function behind a decorator of the project: what that gives back, or the function itself. */
  | { readonly kind: "decorated"; readonly of: Target; readonly by: Target }
  /** One of several. */
  | { readonly kind: "any"; readonly of: readonly Target[] }
  /** A method or attribute of what another target is. */
  | { readonly kind: "member"; readonly of: Target; readonly name: string }
  /** A qualified name that is imported. */
  | { readonly kind: "name"; readonly name: string }
  /** A method of something unknown: the project may have only one of that name. */
  | { readonly kind: "method"; readonly name: string };

/** A call of a function of the project, perhaps of another file. */
export interface CallSite {
  readonly target: Target;
  readonly start: number;
  readonly end: number;
  /** The function that it stands in. */
  readonly within: number;
  /** Functions and objects that it is given, by position or keyword. */
  readonly given: readonly (readonly [slot: number | string, target: Target])[];
}

/** A place where a value comes in from outside. */
export interface SourcePlace {
  readonly kind: SourceKind;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/** A place where a value does something. */
export interface SinkPlace {
  readonly kind: SinkKind;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  /** Of the statement, for suppressions. */
  readonly extent: readonly [start: number, end: number];
}

/** What a node is; `a` and `b` of `Nodes` mean what stands beside it. */
export const nodeKinds = {
  /** A source: index in `sources`. */
  source: 0,
  /** What a function is given: function, name of the parameter. */
  param: 1,
  /** What a function gives back: function. */
  return: 2,
  /** What a call gives back: call. */
  result: 3,
  /** What a call is given: call, position or keyword. */
  arg: 4,
  /** An attribute of the instances of a class: class, name. */
  field: 5,
  /** A name of a module: qualified name, or name in this file. */
  global: 6,
  /** A sink: index in `sinks`. */
  sink: 7,
  /** What a function put into what it was given: function, name of the parameter. */
  out: 8,
  /** The same, seen from the call: call, position or keyword. */
  given: 9,
  /** An attribute of the instances of a class of another file: target, name. */
  member: 10,
} as const;
export type NodeKind = (typeof nodeKinds)[keyof typeof nodeKinds];

/** Nodes by number, as columns. */
export interface Nodes {
  readonly kind: readonly NodeKind[];
  readonly a: readonly (number | string)[];
  readonly b: readonly (number | string)[];
}

/** What it depends on whether a value is harmless. */
export type GuardUse =
  /** On what a function checks of its argument before it returns, or says yes or no. */
  | {
      readonly call: number;
      readonly slot: number | string;
      readonly when: "returned" | "truthy" | "falsy";
    }
  /** On what a class takes as this field. */
  | { readonly of: Target; readonly field: string };

/**
 * Ways from one node to another, as columns: a file of a library has hundreds, a project a million.
 * `guards` and `steps` are kept beside them for the few that have any.
 */
export interface Edges {
  readonly from: Int32Array;
  /** Part of the value that is taken, an index in `paths`: `/content`, `/*` for any element. */
  readonly fromPath: Int32Array;
  readonly to: Int32Array;
  /** Part that it ends up in. */
  readonly toPath: Int32Array;
  /** Sinks for which it has become harmless, a bit each; the highest where it went through a call
   * of which nothing is known (`weakBit`). */
  readonly mask: Int32Array;
  readonly paths: readonly string[];
  readonly guards: ReadonlyMap<number, readonly GuardUse[]>;
  /** Places on the way: start, end, and what happens there (`stepWords`). */
  readonly steps: ReadonlyMap<number, readonly number[]>;
}

/** Above the bits of the sinks. */
export const weakBit = 1 << 30;

/** What happens at a step. */
export const stepWords = ["assigned", "put in", "passed on", "returned", "read"] as const;
