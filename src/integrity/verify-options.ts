import type { HashOptions } from "./model/hash-all.ts";
import type { Trust } from "./trust/reading.ts";

/** How a model is verified. */
export interface VerifyOptions extends Omit<HashOptions, "type"> {
  /** One of them has to have signed. */
  readonly trust: readonly Trust[];
  /** Refuses what departs from the specification. */
  readonly strict?: boolean;
  /** Further paths to leave out, relative to the model. */
  readonly ignore?: readonly string[];
  /** Files that are not signed are told, and refused by nobody. */
  readonly allowUnsigned?: boolean;
  /** The time that counts where nothing shows when the signature was made. */
  readonly at?: Date;
}

/** A file as it was found. */
export interface VerifiedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}
