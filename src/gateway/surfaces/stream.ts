import type { EventReading, Piece, Refusal, Usage } from "../surface.ts";
import { type CallName, type Leaf, startWalk, type Walk } from "./walk.ts";

/** What one stream keeps from event to event. */
export interface StreamMemory {
  readonly calls: Map<string, CallName>;
  /** Channels that have had a piece and no end. */
  readonly open: Set<string>;
  readonly echoes: Walk["echoes"];
}

export function startStream(echoes?: Walk["echoes"]): StreamMemory {
  return { calls: new Map(), open: new Set(), echoes };
}

/** A walk of one event, which knows the calls of those before. */
export function walkEvent(memory: StreamMemory): Walk {
  return startWalk({ calls: memory.calls, echoes: memory.echoes });
}

function pieceOf(leaf: Leaf): Piece {
  const { channel, text, isWhole, replace } = leaf;
  const kind = leaf.kind === "tool-arguments" ? "tool-arguments" : "text";
  const piece: { -readonly [Key in keyof Piece]: Piece[Key] } = {
    channel,
    kind,
    text,
    isWhole,
    replace,
  };
  if (leaf.tool !== undefined) piece.tool = leaf.tool;
  if (leaf.call !== undefined) piece.call = leaf.call;
  return piece;
}

export interface ReadingFacts {
  /** Channels that begin with one of these end; "" ends all. */
  readonly ends?: readonly string[];
  readonly usage?: Usage | undefined;
  readonly isLast?: boolean;
}

/** What an event says, from what its walk found. */
export function readingOf(memory: StreamMemory, walk: Walk, facts: ReadingFacts): EventReading {
  for (const leaf of walk.leaves) if (!leaf.isWhole) memory.open.add(leaf.channel);
  const ended: string[] = [];
  if (facts.ends !== undefined && facts.ends.length > 0)
    for (const channel of memory.open)
      if (facts.ends.some((start) => channel.startsWith(start))) ended.push(channel);
  for (const channel of ended) memory.open.delete(channel);
  return {
    pieces: walk.leaves.map(pieceOf),
    ended,
    references: walk.references,
    usage: facts.usage,
    isLast: facts.isLast ?? false,
  };
}

/** What an event without JSON says: nothing, or that it is the last. */
export function emptyReading(memory: StreamMemory, isLast: boolean): EventReading {
  return readingOf(memory, walkEvent(memory), isLast ? { ends: [""], isLast } : {});
}

/** One event of a stream of server-sent events. */
export function serverEvent(data: unknown, name?: string): string {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  return `${name === undefined ? "" : `event: ${name}\n`}data: ${text}\n\n`;
}

/** True where it is a guard that ends the answer, and not a fault: the answer is cut short, not broken. */
export function isBlock(refusal: Refusal): boolean {
  return refusal.status < 500 && refusal.code !== "upstream_failed";
}

/** `data: [DONE]`, with which streams of OpenAI's end. */
export function isDone(raw: string): boolean {
  return raw.length < 64 && /^data:\s*\[DONE\]\s*$/mu.test(raw);
}
