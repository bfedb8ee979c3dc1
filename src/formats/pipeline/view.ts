import type { AssetKind, LineIndex, Problem, Span } from "../../core/index.ts";
import type { Command } from "../command/view.ts";

/** The languages in which pipelines and images are written. */
export type PipelineSystem =
  | "github"
  | "github-action"
  | "gitlab"
  | "azure"
  | "jenkins"
  | "compose"
  | "dockerfile";

/** A plain value; `place` finds a part of it in the file. */
export interface Text extends Span {
  readonly value: string;
  readonly place: (start: number, end: number) => Span;
}

/** A name with its value: a variable, an input of an action. The span covers both. */
export interface Entry extends Span {
  readonly name: string;
  readonly value: Text;
}

/** What starts a pipeline, by the name that its system has for it (`pull_request_target`). */
export interface Trigger extends Span {
  readonly name: string;
}

/** What the token of a job may do. */
export interface Permissions extends Span {
  /** Where one word stands for all: `write-all`, `read-all`; `none` for an empty map. */
  readonly all?: "read" | "write" | "none";
  readonly scopes: readonly (Span & { readonly name: string; readonly access: string })[];
}

/** Something of somebody else that a pipeline runs or reads in. */
export interface Use extends Span {
  /** As written: `actions/checkout@v4`. */
  readonly written: string;
  /** `local` is of this repository; an `include` is a file of pipeline code. */
  readonly kind: "action" | "workflow" | "include" | "local" | "image";
  /** `owner/repository`, with a path where one is named; in lower case. */
  readonly name: string;
  /** Branch, tag or commit; absent where none is named. */
  readonly ref?: string;
}

/** A container image that is named. */
export interface Image extends Span {
  /** Variables with a known value are replaced by it. */
  readonly reference: string;
  /** False where part of it is known only at run time. */
  readonly isKnown: boolean;
  /** What it is for: the base of an image, the place where a job runs, or a service beside it. */
  readonly role: "base" | "job" | "service" | "step";
}

/** A script of a step. */
export interface Script extends Text {
  readonly language: "shell" | "powershell" | "python" | "javascript" | "other";
  /** What Groovy puts in the place of each `${…}` before a shell reads the script. */
  readonly filled?: readonly Text[];
}

/** One step of a job. */
export interface Step extends Span {
  readonly id?: string;
  readonly name?: string;
  readonly condition?: Text;
  readonly uses?: Use;
  readonly inputs: readonly Entry[];
  readonly environment: readonly Entry[];
  readonly scripts: readonly Script[];
  /** What the shell scripts of the step start. */
  readonly commands: readonly Command[];
  /** Where it is said that its failure does not count. */
  readonly ignoresFailure?: Span;
}

/** One job. */
export interface Job extends Span {
  readonly id: string;
  readonly condition?: Text;
  /** Labels of the machines that take it. */
  readonly runner: readonly Text[];
  readonly permissions?: Permissions;
  readonly environment: readonly Entry[];
  /** True where it deploys to a protected environment, which may wait for a person. */
  readonly isGuardedByEnvironment: boolean;
  readonly steps: readonly Step[];
  /** A workflow that it hands over to. */
  readonly uses?: Use;
  readonly inheritsSecrets?: Span;
  readonly ignoresFailure?: Span;
}

/** One instruction of a Dockerfile, with its words. */
export interface Instruction extends Span {
  readonly name: string;
  readonly words: readonly (Span & { readonly text: string; readonly isKnown: boolean })[];
}

/** One stage of a Dockerfile. */
export interface Stage extends Span {
  readonly base: Image;
  /** The stage it begins from, where that is one of the same file. */
  readonly from?: Stage;
  readonly name?: string;
  readonly instructions: readonly Instruction[];
}

/** One service of a Compose file. */
export interface Service extends Span {
  readonly name: string;
  readonly image?: Image;
  readonly isBuilt: boolean;
  readonly user?: Text;
  readonly ports: readonly Text[];
  readonly environment: readonly Entry[];
  readonly buildArguments: readonly Entry[];
}

/** What one file says of pipelines and images. */
export interface PipelineFacts {
  readonly system: PipelineSystem;
  readonly triggers: readonly Trigger[];
  readonly permissions?: Permissions;
  readonly environment: readonly Entry[];
  readonly jobs: readonly Job[];
  /** Files of others that are read in. */
  readonly includes: readonly Use[];
  readonly images: readonly Image[];
  readonly stages: readonly Stage[];
  readonly services: readonly Service[];
  readonly commands: readonly Command[];
  /** What was not read. */
  readonly problems: readonly Problem[];
}

/** A pipeline or the recipe of an image, as checks read it. */
export interface PipelineView extends PipelineFacts {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
}

/** Facts of a file in which nothing was found yet. */
export function noFacts(system: PipelineSystem): PipelineFacts {
  return {
    system,
    triggers: [],
    environment: [],
    jobs: [],
    includes: [],
    images: [],
    stages: [],
    services: [],
    commands: [],
    problems: [],
  };
}

/** The value of an input of an action, by its name in any case. */
export function input(step: Step, name: string): Text | undefined {
  return step.inputs.findLast((entry) => entry.name.toLowerCase() === name)?.value;
}
