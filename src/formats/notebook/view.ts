import type { LineIndex, Problem } from "../../core/index.ts";
import type { CellScript } from "./magics.ts";
import type { Segment, Segments } from "./segments.ts";

/** A notebook as checks of what is stored in it read it. */
export interface NotebookView {
  readonly path: string;
  /** Code of all cells first, then markdown, outputs and metadata; every span counts in it. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
  /** Language of the kernel, in lower case. */
  readonly language: string;
  readonly segments: readonly Segment[];
}

/** A notebook, read. */
export interface ParsedNotebook {
  readonly text: string;
  /** The beginning of it, up to the end of the last code cell. */
  readonly code: string;
  /**
   * The Python of all cells in order, as long as the beginning of `text` that it stands for; what is
   * not Python is blank. Absent where there is none.
   */
  readonly python: string | undefined;
  /** Shell lines and cells, in `text`. */
  readonly scripts: readonly CellScript[];
  readonly segments: Segments;
  readonly language: string;
  /** Offsets are those of `text`; what is wrong with the file itself stands behind its end. */
  readonly problems: readonly Problem[];
}
