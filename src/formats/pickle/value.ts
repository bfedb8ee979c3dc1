/**
 * What a pickle would build, without building it: values that are known, names that would be
 * imported, and the results of calls, of which only the call is known.
 */
export type PickleValue =
  | { readonly kind: "none" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "number"; readonly value: number | bigint }
  /** `length` in code units counts what was cut off as well. */
  | {
      readonly kind: "text";
      readonly text: string;
      readonly length: number;
      /** Where its UTF-8 begins in the file, where it is cut. */
      readonly at?: number;
    }
  /** Bytes as they lie in the file. */
  | { readonly kind: "bytes"; readonly at: number; readonly length: number }
  | Sequence
  | Dictionary
  | GlobalName
  | CallResult
  /** What `persistent_load` gives for an id: a storage of PyTorch. */
  | { readonly kind: "persistent"; readonly id: PickleValue }
  /** What the extension registry of the reader's process holds under a code (PEP 307). */
  | { readonly kind: "extension"; readonly code: number }
  /** A buffer that is handed over beside the stream (PEP 574). */
  | { readonly kind: "buffer" }
  | { readonly kind: "unknown"; readonly why: string };

export interface Sequence {
  readonly kind: "list" | "tuple" | "set" | "frozenset";
  /** The first ones, and all that is not plain data. */
  readonly items: PickleValue[];
  /** How many there are. */
  length: number;
}

export interface Dictionary {
  readonly kind: "dict";
  readonly entries: [key: PickleValue, value: PickleValue][];
  length: number;
}

/** A name that is imported: importing runs the module. */
export interface GlobalName {
  readonly kind: "global";
  readonly module: string;
  /** With dots where it is taken from a class or from another module that this one has. */
  readonly name: string;
  readonly at: number;
}

/** How an opcode calls. */
export type CallKind = "REDUCE" | "OBJ" | "INST" | "NEWOBJ" | "NEWOBJ_EX";

export interface CallResult {
  readonly kind: "call";
  readonly by: CallKind;
  readonly callee: PickleValue;
  readonly args: PickleValue;
  readonly keywords?: PickleValue;
  /** Number of the call, from 1. */
  readonly id: number;
  readonly at: number;
  /** What was put into the result later (BUILD), the first few. */
  readonly states: PickleValue[];
}

export const none: PickleValue = { kind: "none" };

export function textOf(value: PickleValue | undefined): string | undefined {
  return value?.kind === "text" && value.text.length === value.length ? value.text : undefined;
}

export function numberOf(value: PickleValue | undefined): number | undefined {
  return value?.kind === "number" ? Number(value.value) : undefined;
}

/** The value under a constant key. */
export function entryOf(value: PickleValue, name: string): PickleValue | undefined {
  if (value.kind !== "dict") return undefined;
  return value.entries.findLast(([key]) => textOf(key) === name)?.[1];
}
