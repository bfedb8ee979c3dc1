// What every reader of data gives: items that lie somewhere, each read when it is asked for.

/** One item as it is stored: numbers, or a picture as height × width × channels of bytes. */
export interface RawItem {
  readonly data: Float32Array | Uint8Array;
  readonly shape: readonly number[];
}

/** Labels as they are stored. */
export type LabelValues = Float64Array | readonly string[];

/** A column of a table, as attacks on tables need to know it. */
export interface Column {
  readonly name: string;
  /** `category`: the number is the place in `values`. */
  readonly kind: "number" | "category";
  readonly values?: readonly string[];
  /** All values seen are whole. */
  readonly isWhole: boolean;
  readonly least: number;
  readonly most: number;
}

/** Items of one source. `close` gives back what it holds open. */
export interface Items {
  readonly count: number;
  /** `pictures`: bytes that can be resized and whose channels can be changed; `numbers` are taken as they are. */
  readonly holds: "pictures" | "numbers";
  /** Where an item comes from: a file, a row. */
  name(index: number): string;
  /** The items of these numbers, which ascend. */
  read(indices: readonly number[]): AsyncIterable<RawItem>;
  readonly labels?: LabelValues;
  readonly classNames?: readonly string[];
  readonly columns?: readonly Column[];
  /** Sorted by class, so that the first items would be of one class only. */
  readonly isSorted?: boolean;
  readonly notes?: readonly string[];
  close(): void;
}
