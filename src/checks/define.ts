import type { Check, CheckMeta } from "../core/index.ts";
import type { CommandView } from "../formats/command/view.ts";
import type { JavaScriptView } from "../formats/javascript/view.ts";
import type { NotebookView } from "../formats/notebook/view.ts";
import type { PipelineView } from "../formats/pipeline/view.ts";
import type { PythonView } from "../formats/python/view.ts";
import type { SettingView } from "../formats/setting/view.ts";
import type { FolderView } from "../load/folder/view.ts";
import type { ModelView } from "../load/view.ts";
import type { FlowView } from "../flow/view.ts";
import type { TextView } from "../formats/text/view.ts";
import type { InfraView } from "./infra/define.ts";
import type { ProvenanceView } from "./provenance/facts.ts";
import type { RobustnessView } from "./robustness/facts.ts";

/** The typed views that checks read, by the `asset` of their `meta`. */
export interface Views {
  /** A Python file, parsed, with names resolved. */
  readonly python: PythonView;
  /** A JavaScript or TypeScript file, parsed into the same tree. */
  readonly javascript: JavaScriptView;
  /** Programs that a file starts: shell lines, Dockerfile, compose, Kubernetes, subprocess. */
  readonly command: CommandView;
  /** A pipeline or the recipe of an image: workflows, jobs, steps, stages, services. */
  readonly pipeline: PipelineView;
  /** Settings that a file makes: TOML, YAML, dotenv, environment variables. */
  readonly setting: SettingView;
  /** Ways of values from where they come in to where they do something, over functions and files. */
  readonly flow: FlowView;
  /** A notebook: what its cells, its outputs and its metadata say. */
  readonly notebook: NotebookView;
  /** What a model file does when it is loaded. */
  readonly model: ModelView;
  /** The files of a model with what they say of one another. */
  readonly folder: FolderView;
  /** What a verification came to know of a model and its signature. */
  readonly provenance: ProvenanceView;
  /** What attacks on a model came to know. */
  readonly robustness: RobustnessView;
  /** The resources of a cloud, whichever source tells of them. */
  readonly infra: InfraView;
  /** Every file that is text, whatever else it is. */
  readonly text: TextView;
}
export type ViewName = keyof Views;

/** A check with the view that it reads. */
export type CheckOf<K extends ViewName> = Check<Views[K]> & {
  readonly meta: CheckMeta & { readonly asset: K };
};

/** Any check of the registry. */
export type AnyCheck = { [K in ViewName]: CheckOf<K> }[ViewName];

/** Gives a check its types; changes nothing. */
export function defineCheck<K extends ViewName>(check: CheckOf<K>): CheckOf<K> {
  return check;
}
