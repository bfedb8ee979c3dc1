import type { Batch } from "../batch.ts";
import type { Column } from "./items.ts";

/** Inputs in memory, as a model takes them before its mean and std: after `scale`, in the stated layout. */
export interface DataSet {
  readonly inputs: Batch;
  /** Order of the axes of one input: `nchw`, `nhwc`, or `flat` where they are no picture's. */
  readonly layout: "nchw" | "nhwc" | "flat";
  readonly labels: Int32Array | undefined;
  readonly classNames?: readonly string[];
  /** Where each input comes from: a file, a row. */
  readonly names: readonly string[];
  /** How many items the source has; `inputs` may be fewer. */
  readonly available: number;
  /** Valid range of every element, in the units of the inputs. */
  readonly range: readonly [least: number, most: number];
  /** Columns of a table. */
  readonly columns?: readonly Column[];
  /** SHA-256 of shape, inputs and labels, whatever file they came from: `sha256:…`. */
  readonly digest: string;
  /** What the reader should know of how they were read. */
  readonly notes: readonly string[];
}
