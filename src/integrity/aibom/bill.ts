import type { License } from "./licenses.ts";

/** A name with a value that no format has a field for. */
export interface Property {
  readonly name: string;
  readonly value: string;
}

/** What a file is for in a model. */
export type FileRole = "weights" | "configuration" | "code" | "data" | "documentation" | "other";

/** A file of the model, hashed. */
export interface BillFile {
  readonly name: string;
  readonly role: FileRole;
  /** SHA-256, hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A file that a data set says it consists of. */
export interface DatasetFile {
  readonly name: string;
  readonly sha256?: string;
  readonly url?: string;
}

/** Data that the model was made or measured with. */
export interface Dataset {
  readonly name: string;
  readonly uses: readonly ("training" | "evaluation")[];
  readonly purl?: string;
  readonly url?: string;
  readonly version?: string;
  readonly description?: string;
  readonly license?: License;
  readonly publisher?: string;
  /** ISO 8601. */
  readonly released?: string;
  /** Names of what is sensitive in it; undefined where nobody says. */
  readonly sensitive?: readonly string[];
  readonly collection?: string;
  readonly biases?: readonly string[];
  readonly preprocessing?: readonly string[];
  readonly files?: readonly DatasetFile[];
  /** What its records are called. */
  readonly records?: readonly string[];
  /** Kinds of data, in the words of SPDX. */
  readonly modalities?: readonly string[];
}

/** A measured number. */
export interface Metric {
  readonly type: string;
  readonly value: string;
  /** What it was measured on. */
  readonly slice?: string;
  /** True of how the model stands up to attacks. */
  readonly isSecurity?: boolean;
}

/** How a model came from another one. */
export const relations = ["adapter", "finetune", "quantized", "merge", "base"] as const;
export type Relation = (typeof relations)[number];

/** A model that this one was made from. */
export interface BaseModel {
  readonly name: string;
  readonly relation: Relation;
  readonly purl?: string;
  readonly version?: string;
  readonly url?: string;
}

/** A package that the model needs. */
export interface Dependency {
  readonly name: string;
  readonly purl: string;
  /** Where exactly one is asked for. */
  readonly version?: string;
  /** As it is written, where it is no single version. */
  readonly constraint?: string;
  /** The file that names it. */
  readonly source: string;
}

/** Something outside of the bill. */
export interface Reference {
  readonly kind:
    | "signature"
    | "attestation"
    | "model-card"
    | "website"
    | "repository"
    | "paper"
    | "license"
    | "security-policy"
    | "distribution";
  readonly url: string;
  /** SHA-256 of what is there, hex. */
  readonly sha256?: string;
  readonly comment?: string;
}

/** Texts on how the model may be used. */
export interface Considerations {
  readonly users?: readonly string[];
  readonly useCases?: readonly string[];
  readonly limitations?: readonly string[];
  readonly ethics?: readonly string[];
  readonly training?: readonly string[];
}

/** What one file says about a model. */
export interface Contribution {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly supplier?: string;
  /** Its name on Hugging Face: `owner/name`. */
  readonly hubId?: string;
  /** ISO 8601. */
  readonly released?: string;
  readonly license?: License;
  readonly task?: string;
  readonly family?: string;
  readonly architecture?: string;
  readonly approach?: string;
  readonly inputs?: readonly string[];
  readonly outputs?: readonly string[];
  readonly tags?: readonly string[];
  readonly languages?: readonly string[];
  readonly datasets?: readonly Dataset[];
  readonly metrics?: readonly Metric[];
  readonly baseModels?: readonly BaseModel[];
  readonly dependencies?: readonly Dependency[];
  readonly references?: readonly Reference[];
  readonly considerations?: Considerations;
  readonly energy?: readonly Property[];
  readonly hyperparameters?: readonly Property[];
  readonly properties?: readonly Property[];
  readonly warnings?: readonly string[];
}

type Lists =
  | "inputs"
  | "outputs"
  | "tags"
  | "languages"
  | "datasets"
  | "metrics"
  | "baseModels"
  | "dependencies"
  | "references"
  | "energy"
  | "hyperparameters"
  | "properties"
  | "warnings"
  | "considerations";

/** A bill of materials, whatever it is written as. */
export interface Bill
  extends Omit<Contribution, Lists | "name">, Required<Pick<Contribution, Lists | "name">> {
  /** SHA-256 over the digests of all files (OMS), hex. */
  readonly root: string;
  readonly files: readonly BillFile[];
  /** Files that are not listed one by one. */
  readonly moreFiles: number;
  /** Who wrote the bill. */
  readonly author?: string;
  readonly purl?: string;
  /** ISO 8601, seconds. */
  readonly timestamp: string;
  readonly tool: { readonly name: string; readonly version: string };
}
