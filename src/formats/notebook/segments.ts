import { indexLines, type LineIndex, type Location, type Span } from "../../core/index.ts";

/** What a part of the text of a notebook is. */
export type SegmentKind = "code" | "markdown" | "raw" | "output" | "metadata";

/** A part of the text of a notebook that stands in one place of it. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
  /** Cell, counted from 1 over all cells; absent for metadata of the whole notebook. */
  readonly cell?: number;
  /** Output of the cell, counted from 1. */
  readonly output?: number;
  /** `text/html` and so on; `traceback` for that of an error. */
  readonly mime?: string;
  /** JSON pointer of the value that it was read from. */
  readonly pointer: string;
  /** The code that made an output. */
  readonly source?: Span;
}

/** The parts of a text, and where they are for a person. */
export interface Segments {
  readonly all: readonly Segment[];
  readonly lines: LineIndex;
  /** The segment that an offset is in. */
  readonly at: (offset: number) => Segment | undefined;
  readonly locate: (where: Span) => Omit<Location, "path">;
}

/** Indexes the segments of a text; they are in order and don't overlap. */
export function indexSegments(text: string, all: readonly Segment[]): Segments {
  const lines = indexLines(text);

  function at(offset: number): Segment | undefined {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (all[middle]!.start <= offset) low = middle + 1;
      else high = middle;
    }
    const found = all[low - 1];
    return found !== undefined && offset <= found.end ? found : undefined;
  }

  function locate(where: Span): Omit<Location, "path"> {
    const segment = at(where.start);
    if (segment === undefined) return {};
    const { kind, cell, output, pointer } = segment;
    // Metadata is JSON as it stands in the file: its lines are those of nothing that is seen.
    if (kind === "metadata") return cell === undefined ? { pointer } : { cell, pointer };
    const first = lines.lineAt(segment.start) - 1;
    const end = Math.min(where.end, segment.end);
    return {
      line: lines.lineAt(where.start) - first,
      column: lines.columnAt(where.start),
      endLine: lines.lineAt(end) - first,
      endColumn: lines.columnAt(end),
      cell,
      ...(output === undefined ? {} : { output, pointer }),
    };
  }

  return { all, lines, at, locate };
}
