import type { Edit, GuardStream, StreamState } from "../../guard/contract.ts";
import type { Piece } from "../surface.ts";

/** One text of an answer while it grows. What is mutable here is known to the pump alone. */
export interface Channel {
  readonly name: string;
  readonly kind: Piece["kind"];
  /** Undefined where the text is held until it is whole. */
  readonly guard: GuardStream | undefined;
  tool: string | undefined;
  call: string | undefined;
  /** Characters that came. */
  received: number;
  /** Characters that may leave. */
  settled: number;
  /** Characters that have left. */
  left: number;
  /** Those that concern text that has not left, in order. */
  edits: Edit[];
  /** The text, where it is held until it is whole. */
  held: string;
  isEnded: boolean;
  /** True once a text that is judged whole may leave. */
  isRuled: boolean;
}

/** The part of a channel's text that stands in one event. */
export interface Segment {
  readonly channel: Channel;
  readonly piece: Piece;
  readonly start: number;
  readonly end: number;
}

export function openChannel(piece: Piece, guard: GuardStream | undefined): Channel {
  const { channel: name, kind, tool, call } = piece;
  return {
    name,
    kind,
    guard,
    tool,
    call,
    received: 0,
    settled: 0,
    left: 0,
    edits: [],
    held: "",
    isEnded: false,
    isRuled: false,
  };
}

/**
 * Takes over what a guard has settled. False where the guard would change text that it let go earlier:
 * a fault of the guard, after which nothing more may leave.
 */
export function settle(channel: Channel, state: StreamState): boolean {
  for (const edit of state.edits) {
    if (edit.start < channel.left || edit.end < edit.start || edit.end > channel.received)
      return false;
    channel.edits.push(edit);
  }
  channel.settled = Math.max(channel.settled, Math.min(state.settled, channel.received));
  return true;
}

/** True where an event's part of the text may leave. */
export function isFree({ channel, end }: Segment): boolean {
  // The name of a tool is already a message to who runs it, so that a call leaves when it was judged.
  return channel.guard === undefined ? channel.isRuled : channel.settled >= end;
}

/** The segment's text with the edits that touch it; an edit's new text stands where the edit begins. */
export function edited({ channel, piece, start, end }: Segment): string {
  let out = "";
  let cursor = start;
  for (const edit of channel.edits) {
    if (edit.start >= end || edit.end < cursor) continue;
    if (edit.start >= start) {
      out += piece.text.slice(cursor - start, Math.max(cursor, edit.start) - start) + edit.text;
    }
    cursor = Math.max(cursor, Math.min(edit.end, end));
  }
  return out + piece.text.slice(cursor - start);
}

/** Marks a segment as gone. */
export function leave({ channel, end }: Segment): void {
  channel.left = end;
  if (channel.edits.length > 0)
    channel.edits = channel.edits.filter((edit) => edit.end > end || edit.start >= end);
}
