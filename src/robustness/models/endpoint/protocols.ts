// How one batch is asked, and what the server says of its model.
import type { Batch } from "../../batch.ts";
import type { Replies } from "./answers.ts";

/** What is known of a model before it is asked. */
export interface Described {
  /** Axes without N; undefined where the server does not say all of them. */
  readonly inputShape?: readonly number[];
  readonly name: string;
}

/** One way to ask. */
export interface Protocol {
  readonly described: Described;
  /** Inputs that one request can hold, if that is fewer than the user's. */
  readonly maxBatch?: number;
  ask(inputs: Batch): Promise<Replies>;
}
