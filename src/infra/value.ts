import type { AssetKind, LineIndex, Span } from "../core/index.ts";

/** A text that resources are read from: a file, or what an API answered, written as JSON. */
export interface Document {
  /** Relative to the scanned root; for what an API answered, the name of the resource. */
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Where a value stands. */
export interface Place extends Span {
  readonly document: Document;
}

interface Placed {
  readonly at: Place;
}

/** A plain value. */
export interface Scalar extends Placed {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
}

/** A text of which some parts are not plain: `arn:aws:s3:::${aws_s3_bucket.data.id}/*`. */
export interface Template extends Placed {
  readonly kind: "template";
  readonly parts: readonly (string | Value)[];
}

/** A list; `open` says why it may have elements that are not here. */
export interface List extends Placed {
  readonly kind: "list";
  readonly items: readonly Value[];
  readonly open?: string;
}

/** A map, object or block; `open` says why it may have entries that are not here. */
export interface MapValue extends Placed {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Value>;
  readonly open?: string;
}

/** A text that is the JSON of a value: what `jsonencode` and policy documents come to. */
export interface Encoded extends Placed {
  readonly kind: "json";
  readonly value: Value;
}

/** An attribute of another resource, such as is known only when that exists. */
export interface Reference extends Placed {
  readonly kind: "reference";
  /** Its address, absolute within the source. */
  readonly resource: string;
  /** Path of the attribute; empty for the resource itself. */
  readonly attribute: readonly string[];
}

/** One of several values, where a condition cannot be decided. */
export interface Choice extends Placed {
  readonly kind: "choice";
  readonly options: readonly Value[];
  /** What was not known: "var.stage has no value". */
  readonly cause: string;
}

/** A value that cannot be told from what is there. */
export interface Unknown extends Placed {
  readonly kind: "unknown";
  /** Why, in words that end a sentence: "var.kms_key has no value". */
  readonly cause: string;
  /** True where something will be there, as for a variable that Terraform insists on. */
  readonly isRequired?: true;
}

/** A value that somebody could tell us, had we been let in. */
export interface Unread extends Placed {
  readonly kind: "unread";
  /** The permission or call that was missing: "s3:GetBucketPolicy (403 AccessDenied)". */
  readonly missing: string;
}

/**
 * A value of a resource as its source has it. `null` of Terraform and what is left out are the same:
 * readers take a scalar `null` for absent.
 */
export type Value =
  | Scalar
  | Template
  | List
  | MapValue
  | Encoded
  | Reference
  | Choice
  | Unknown
  | Unread;

/** The entry of a map that is known to be there. */
export function entryOf(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === "map" ? value.entries.get(key) : undefined;
}

/** The text of a plain value; undefined for anything else. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "scalar" && value.value !== null ? String(value.value) : undefined;
}

/** True for what is written but says nothing. */
export function isNull(value: Value): boolean {
  return value.kind === "scalar" && value.value === null;
}
