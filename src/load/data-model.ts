import type { Payload } from "../formats/pickle/program.ts";
import type { ListingLine } from "./listing.ts";

/** What is known of a model that only holds data. */
export interface DataModel {
  readonly lines: readonly ListingLine[];
  /** What may be a pickle, as its bytes or in letters. */
  readonly payloads: readonly Payload[];
  /** Why not all of it was looked at. */
  readonly unread?: string;
}
