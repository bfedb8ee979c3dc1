/** Characters by their code points. */
export interface CharSet {
  readonly ranges: readonly (readonly [number, number])[];
  /** Unicode properties, as patterns for one character; true where the character must not match. */
  readonly properties: readonly { readonly pattern: RegExp; readonly isNot: boolean }[];
  /** Sets of which a character must not be in: `[^…]` within a class of its own. */
  readonly isNot: boolean;
  readonly ignoresCase: boolean;
}

/** Where something stands, without taking a character. */
export type Position =
  | "text-start"
  | "text-end"
  | "line-start"
  | "line-end"
  | "word-edge"
  | "no-word-edge";

/** A pattern as a tree. */
export type PatternNode =
  | { readonly kind: "set"; readonly set: CharSet }
  | { readonly kind: "position"; readonly position: Position }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "either"; readonly options: readonly PatternNode[] }
  | {
      readonly kind: "repeat";
      readonly of: PatternNode;
      readonly least: number;
      /** Infinity where there is no end. */
      readonly most: number;
      readonly isLazy: boolean;
    }
  | { readonly kind: "group"; readonly of: PatternNode; readonly number: number };

/** A pattern that was read. */
export interface Pattern {
  readonly root: PatternNode;
  /** Names of the groups, in order; undefined for one without. */
  readonly groups: readonly (string | undefined)[];
}

/** Most that `{n,m}` may say, as in RE2. */
export const maxRepeat = 1_000;
/** Deepest nesting of groups. */
export const maxPatternDepth = 50;
