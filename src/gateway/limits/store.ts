/** One thing that a decision asks of the counters. All of a decision's operations are applied, or none. */
export type Operation = RateOperation | BudgetOperation | SlotOperation;

/**
 * The generic cell rate algorithm (ITU-T I.371, as a virtual schedule), with nginx's words: one request each
 * `interval`, and `burst` more that may come early.
 */
export interface RateOperation {
  readonly kind: "rate";
  readonly key: string;
  /** Microseconds. */
  readonly interval: number;
  readonly burst: number;
}

/** So much may be spent until the window ends. The key names the window. */
export interface BudgetOperation {
  readonly kind: "budget";
  readonly key: string;
  readonly limit: number;
  readonly cost: number;
  /** Milliseconds after which nobody asks for it any more. */
  readonly keepMs: number;
}

/** So many at a time. */
export interface SlotOperation {
  readonly kind: "slot";
  readonly key: string;
  readonly limit: number;
  /** Names who holds the slot. */
  readonly lease: string;
  /** Milliseconds after which it is free again, should the holder die. */
  readonly keepMs: number;
}

/** What one operation found. */
export interface Standing {
  /** Requests, units or slots that are left now. */
  readonly remaining: number;
  /** `rate`: microseconds until it may be asked again (refused), or by which this request is early (taken). */
  readonly wait: number;
}

export interface Decision {
  /** Index of the operation that refused; undefined where all were taken. */
  readonly refusedBy: number | undefined;
  readonly standings: readonly Standing[];
}

/** A change afterwards, that is never refused. */
export type Change =
  | { readonly kind: "budget"; readonly key: string; readonly by: number; readonly keepMs: number }
  | { readonly kind: "slot"; readonly key: string; readonly lease: string };

/** Counters of one gateway, or of several that share them. */
export interface CounterStore {
  /** Rejects where the counters cannot be reached: that is no decision. */
  readonly take: (operations: readonly Operation[]) => Promise<Decision>;
  readonly change: (changes: readonly Change[]) => Promise<void>;
  readonly close: () => Promise<void>;
}
