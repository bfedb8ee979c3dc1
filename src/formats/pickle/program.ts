import type { CallResult, GlobalName, PickleValue } from "./value.ts";

/** What a pickle does, in the order in which it does it. */
export type PickleEvent =
  | {
      readonly kind: "import";
      readonly global: GlobalName;
      readonly at: number;
      /** What gave it, where that was a call which does nothing else. */
      readonly by?: GlobalName;
    }
  /** A name of which module or name is computed: it is not known what is imported. */
  | {
      readonly kind: "computed-import";
      readonly module: PickleValue;
      readonly name: PickleValue;
      readonly at: number;
    }
  | { readonly kind: "call"; readonly call: CallResult; readonly at: number }
  /** `__setstate__` is called, or the dictionary of the object is filled. */
  | {
      readonly kind: "build";
      readonly target: PickleValue;
      readonly state: PickleValue;
      readonly at: number;
    }
  /** A method is called of what is no list, dictionary or set of the machine's own. */
  | {
      readonly kind: "method";
      readonly target: PickleValue;
      readonly method: "append" | "extend" | "__setitem__" | "add";
      readonly given: readonly PickleValue[];
      readonly at: number;
    }
  | { readonly kind: "extension"; readonly code: number; readonly at: number }
  | { readonly kind: "persistent"; readonly id: PickleValue; readonly at: number };

/** Why a pickle was not followed to its end. */
export interface PickleProblem {
  /** `broken`: the reader would stop here as well; what came before has happened by then. */
  readonly kind: "broken" | "truncated" | "limit";
  readonly message: string;
  readonly at: number;
}

/** Bytes or text within a pickle that may be a pickle again. */
export interface Payload {
  readonly at: number;
  readonly length: number;
  /** Undefined where the bytes lie in the file as they are. */
  readonly text?: string;
  /** How bytes that are loaded at once are written: as they are, or a letter for each. */
  readonly loaded?: "bytes" | "latin1";
  /** True where what they give has `_rebuild` called: functions of Numba. */
  readonly isRebuilt?: boolean;
}

/** One pickle, from its first opcode to STOP or to where it breaks. */
export interface PickleProgram {
  readonly start: number;
  /** Behind the last byte that was read. */
  readonly end: number;
  readonly protocol: number;
  readonly events: readonly PickleEvent[];
  readonly result: PickleValue | undefined;
  readonly payloads: readonly Payload[];
  /** Arrays that joblib wrote between the opcodes, in bytes. */
  readonly arrayBytes: number;
  /** Where the first of them begins. */
  readonly arraysAt?: number;
  readonly problem?: PickleProblem;
}

export interface PickleLimits {
  readonly maxOpcodes: number;
  readonly maxEvents: number;
  readonly maxMemo: number;
  /** Of a text, in UTF-8 bytes; what is longer is cut. */
  readonly maxText: number;
  readonly maxPayloads: number;
  /** False for `pickle.load`, to which the arrays of joblib are opcodes. */
  readonly hasArrays: boolean;
}

export const defaultPickleLimits: PickleLimits = {
  maxOpcodes: 40_000_000,
  maxEvents: 200_000,
  maxMemo: 4_000_000,
  maxText: 64 * 1024,
  maxPayloads: 1_000,
  hasArrays: true,
};
