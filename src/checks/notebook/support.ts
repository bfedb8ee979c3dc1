import type { Span } from "../../core/index.ts";
import type { Segment } from "../../formats/notebook/segments.ts";
import type { NotebookView } from "../../formats/notebook/view.ts";

/** The outputs of a notebook with their text. */
export function* outputsOf({
  segments,
  text,
}: NotebookView): Generator<readonly [Segment, string]> {
  for (const segment of segments)
    if (segment.kind === "output") yield [segment, text.slice(segment.start, segment.end)];
}

/** A place in an output as a place in the text of the notebook. */
export function placeOf(segment: Segment, { start, end }: Span): Span {
  return { start: segment.start + start, end: segment.start + end };
}
