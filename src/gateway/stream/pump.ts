import type { GuardStream, Verdict } from "../../guard/contract.ts";
import type { EventReading, Piece, Reference, Refusal, Usage } from "../surface.ts";
import { parseJson } from "../pipeline/json.ts";
import {
  edited,
  isFree,
  leave,
  openChannel,
  settle,
  type Channel,
  type Segment,
} from "./channel.ts";
import type { Frame, FrameWriter } from "./frames.ts";
import { framerOf, writerOf } from "./framing.ts";
import { more, passing } from "./passing.ts";
import { restoringStream } from "./restoring.ts";
import type { Pump, PumpEnd, PumpGiven, Ruling } from "./pump-contract.ts";

interface Queued {
  readonly name: string | undefined;
  readonly text: string;
  readonly data: unknown;
  readonly segments: readonly Segment[];
  isChanged: boolean;
}

/** A mark of a protocol that is no JSON. */
const doneMark = "[DONE]";

/**
 * Lets the events of a stream through, block before emit: an event leaves once all of its text is
 * settled, in the order in which it came, and never where anything in it is refused.
 */
export function createPump(given: PumpGiven): Pump {
  const { stream, guard, context, judge, limits } = given;
  const framer = framerOf(given.framing, limits.eventChars);
  const writer: FrameWriter = writerOf(given.framing);
  const channels = new Map<string, Channel>();
  const references: Reference[] = [];
  let queue: Queued[] = [];
  let heldChars = 0;
  let chars = 0;
  let usage: Usage | undefined;
  let verdict: Verdict = "allow";
  let refusal: Refusal | undefined;
  let isDone = false;
  let isWhole = false;
  let out = "";

  const now = (): PumpEnd => ({
    kind: refusal === undefined ? "whole" : "refused",
    isWhole,
    verdict,
    refusal,
    usage,
    chars,
    references,
  });

  function flush(): void {
    if (out === "") return;
    const text = out;
    out = "";
    given.write(text);
  }

  function release(): void {
    let count = 0;
    for (const event of queue) {
      if (!event.segments.every(isFree)) break;
      for (const segment of event.segments) {
        const text = segment.channel.edits.length > 0 ? edited(segment) : segment.piece.text;
        if (text !== segment.piece.text) {
          segment.piece.replace(text);
          event.isChanged = true;
          if (verdict === "allow") verdict = "redact";
        }
        leave(segment);
      }
      heldChars -= event.text.length;
      out += writer.event(event.name, event.isChanged ? JSON.stringify(event.data) : event.text);
      count++;
    }
    if (count > 0) queue = count === queue.length ? [] : queue.slice(count);
  }

  async function refuse(why: Refusal): Promise<void> {
    if (isDone) return;
    isDone = true;
    release();
    queue = [];
    refusal = why;
    flush();
    sayRefusal((await given.beforeEnd(now())) ?? why);
  }

  function sayRefusal(why: Refusal): void {
    given.writeRefusal(why, writer.refusal(stream.refuse(why)) + writer.end());
  }

  const block = (why: Refusal): Promise<void> => {
    verdict = "block";
    return refuse(why);
  };

  const faulty = (message: string): Refusal => ({ status: 502, code: "upstream_failed", message });

  function channelOf(piece: Piece): Channel {
    const known = channels.get(piece.channel);
    if (known !== undefined && !known.isEnded) {
      known.tool ??= piece.tool;
      known.call ??= piece.call;
      return known;
    }
    const isHeld = piece.kind === "tool-arguments" || given.isHeldWhole;
    const made = openChannel(piece, isHeld ? undefined : openGuard());
    channels.set(piece.channel, made);
    return made;
  }

  function openGuard(): GuardStream {
    const opened = guard?.stream(context) ?? passing();
    const { vault } = given;
    return vault === undefined || vault.size() === 0 ? opened : restoringStream(opened, vault);
  }

  /** Undefined once all pieces are taken; else what is waited for. */
  function takePieces(pieces: readonly Piece[], into: Segment[]): Promise<Ruling>[] | Refusal {
    const waits: Promise<Ruling>[] = [];
    for (const piece of pieces) {
      if (piece.isWhole) {
        const { kind, text, tool, call } = piece;
        // A whole text is a channel that begins and ends here.
        const channel = openChannel(piece, undefined);
        channel.received = text.length;
        channel.isEnded = true;
        if (!channels.has(piece.channel)) chars += text.length;
        into.push({ channel, piece, start: 0, end: text.length });
        waits.push(ruled(channel, judge({ where: piece.channel, kind, text, tool, call })));
        continue;
      }
      const channel = channelOf(piece);
      const start = channel.received;
      channel.received += piece.text.length;
      chars += piece.text.length;
      into.push({ channel, piece, start, end: channel.received });
      if (channel.guard === undefined) {
        channel.held += piece.text;
        continue;
      }
      const why = heed(channel, channel.guard.push(piece.text));
      if (why !== undefined) return why;
    }
    return waits;
  }

  function heed(channel: Channel, state: ReturnType<GuardStream["push"]>): Refusal | undefined {
    if (state.detections.length > 0) given.onDetections(state.detections);
    if (state.isBlocked) return given.refusalOf(state.detections);
    if (settle(channel, state)) return undefined;
    return { status: 500, code: "guard_failed", message: "A guard contradicted itself." };
  }

  async function ruled(channel: Channel, ruling: Ruling | Promise<Ruling>): Promise<Ruling> {
    const done = await ruling;
    if (done.kind === "pass") {
      channel.edits.push(...done.edits);
      channel.isRuled = true;
    }
    return done;
  }

  function endChannel(channel: Channel): Promise<Ruling> | Refusal | undefined {
    if (channel.isEnded) return undefined;
    channel.isEnded = true;
    if (channel.guard !== undefined) return heed(channel, channel.guard.end());
    const { kind, held: text, tool, call } = channel;
    channel.held = "";
    return ruled(channel, judge({ where: channel.name, kind, text, tool, call }));
  }

  function endChannels(names: readonly string[], waits: Promise<Ruling>[]): Refusal | undefined {
    for (const name of names) {
      const channel = channels.get(name);
      const ended = channel === undefined ? undefined : endChannel(channel);
      if (ended instanceof Promise) waits.push(ended);
      else if (ended !== undefined) return ended;
    }
    return undefined;
  }

  async function settleAll(waits: readonly Promise<Ruling>[]): Promise<boolean> {
    for (const ruling of await Promise.all(waits)) {
      if (ruling.kind !== "refuse") continue;
      await block(ruling.refusal);
      return false;
    }
    return true;
  }

  function takeEvent(frame: Frame & { readonly kind: "event" }): Promise<void> | undefined {
    const { name, text } = frame;
    let reading: EventReading;
    let data: unknown;
    let isChanged = false;
    if (text === doneMark) {
      reading = stream.read({ name, data: undefined, raw: writer.event(name, text) });
    } else {
      const parsed = parseJson(text);
      if (parsed.kind === "invalid")
        return refuse(faulty("The model's server sent what is no JSON."));
      data = parsed.value;
      isChanged = !parsed.isCanonical;
      reading = stream.read({ name, data, raw: text });
    }
    if (reading.usage !== undefined) usage = more(usage, reading.usage);
    if (reading.references.length > 0) references.push(...reading.references);
    const segments: Segment[] = [];
    const waits = reading.pieces.length === 0 ? [] : takePieces(reading.pieces, segments);
    if (!Array.isArray(waits)) return block(waits);
    queue.push({ name, text, data, segments, isChanged });
    heldChars += text.length;
    const why = endChannels(reading.ended, waits);
    if (why !== undefined) return block(why);
    if (reading.isLast) return settleAll(waits).then((isWell) => (isWell ? finish() : undefined));
    if (waits.length > 0)
      return settleAll(waits).then((isWell) => (isWell ? release() : undefined));
    release();
    if (heldChars <= limits.heldChars) return undefined;
    return refuse({
      status: 502,
      code: "held_too_long",
      message: `More than ${limits.heldChars} characters of the answer would have to be held back.`,
    });
  }

  function take(frame: Frame): Promise<void> | undefined {
    if (frame.kind === "event") return takeEvent(frame);
    if (frame.kind === "broken")
      return refuse(faulty(`The model's server broke off: ${frame.message}.`));
    // A comment may overtake what is held: it only says that somebody is still there.
    out += writer.comment();
    return undefined;
  }

  function run(frames: readonly Frame[], from: number): Promise<void> | undefined {
    for (let at = from; at < frames.length; at++) {
      if (isDone) return undefined;
      const wait = take(frames[at]!);
      if (wait !== undefined) return wait.then(() => run(frames, at + 1));
    }
    flush();
    return undefined;
  }

  /** A guard or a reader threw: an error is no verdict, and nothing that was not judged leaves. */
  function fault(error: unknown): Promise<void> {
    given.onFault(error);
    return refuse({ status: 500, code: "guard_failed", message: "A guard failed." });
  }

  /** Ends what no event has ended, and lets the rest out. */
  async function finish(): Promise<void> {
    if (isDone) return;
    const waits: Promise<Ruling>[] = [];
    const why = endChannels([...channels.keys()], waits);
    if (why !== undefined) return block(why);
    if (!(await settleAll(waits)) || isDone) return undefined;
    isDone = true;
    isWhole = true;
    const late = await given.beforeEnd(now());
    if (late !== undefined) {
      refusal = late;
      sayRefusal(late);
      return undefined;
    }
    release();
    out += writer.end();
    flush();
    return undefined;
  }

  return {
    push: (chunk) => {
      try {
        return run(framer.push(chunk), 0)?.catch(fault);
      } catch (error) {
        return fault(error);
      }
    },
    end: async () => {
      try {
        await run(framer.end(), 0);
        await finish();
      } catch (error) {
        await fault(error);
      }
    },
    refuse,
    isDone: () => isDone,
    now,
  };
}
