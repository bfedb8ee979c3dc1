import type { SourceProblem } from "../../resource.ts";
import type { Document, Value } from "../../value.ts";
import type { ConfigBlock, ModuleConfig } from "./config.ts";
import type { Expansion } from "./expand.ts";
import type { Bindings, Scope } from "./types.ts";
import type { Work } from "./work.ts";

/** What the evaluation of one root module knows. */
export interface Root {
  readonly folder: string;
  readonly work: Work;
  readonly problems: SourceProblem[];
  readonly resources: Map<string, ResourceInstance>;
  readonly modules: Map<string, ModuleInstance>;
  /** Values given from outside, by name. */
  readonly given: ReadonlyMap<string, Given>;
  readonly workspace?: string;
  readonly config: (folder: string) => ModuleConfig | undefined;
  /** Folder of a module that is not beside its caller, by the path of its call. */
  readonly vendored: (call: string) => string | undefined;
  readonly file: (path: string) => Document | undefined;
  /** Told of every folder that is evaluated, or known not to be made. */
  readonly onFolder: (folder: string) => void;
}

/** A value from outside: of a file, or a text of the command line. */
export type Given =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "text"; readonly text: string };

/** A module as it is called once. */
export interface ModuleInstance {
  readonly root: Root;
  readonly config: ModuleConfig;
  /** `module.lake["raw"]`; empty for the root. */
  readonly address: string;
  /** Names of the calls that lead to it, joined with dots: the key in `modules.json`. */
  readonly path: string;
  readonly depth: number;
  readonly parent?: Parent;
  readonly uncertain?: string;
  readonly scope: Scope;
  /** What has been evaluated: by kind and name. */
  readonly values: Map<string, Value | "busy">;
  readonly nodes: Map<string, Node | "busy">;
}

/** Who calls a module, and with what. */
export interface Parent {
  readonly module: ModuleInstance;
  readonly call: ConfigBlock;
  readonly bindings: Bindings | undefined;
}

/** A resource block or module call with its instances. */
export interface Node {
  readonly block: ConfigBlock;
  readonly address: string;
  readonly expansion: Expansion;
}

/** A resource as it is made once. */
export interface ResourceInstance {
  readonly module: ModuleInstance;
  readonly block: ConfigBlock;
  readonly type: string;
  readonly address: string;
  readonly isData: boolean;
  readonly bindings: Bindings | undefined;
  readonly uncertain?: string;
  readonly values: Map<string, Value | "busy">;
}

/** The address of something within a module. */
export function addressIn({ address }: ModuleInstance, name: string): string {
  return address === "" ? name : `${address}.${name}`;
}
