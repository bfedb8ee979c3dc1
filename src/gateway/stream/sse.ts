import { StringDecoder } from "node:string_decoder";
import type { Frame, Framer, FrameWriter } from "./frames.ts";

/** Names that protocols use; anything else could end a line early and begin one of its own. */
const eventName = /^[\w.:/-]{1,80}$/;

/** What has been read of the event that is not complete yet. */
interface Open {
  name: string | undefined;
  data: string | undefined;
  isComment: boolean;
}

const nothing = (): Open => ({ name: undefined, data: undefined, isComment: false });

/**
 * Server-sent events (HTML Living Standard, 9.2.6), incrementally: any chunking, also within a character
 * and within CRLF; lines may end in LF, CR or CRLF; a byte order mark is skipped. `id` and `retry` mean
 * nothing in the protocols of models and are dropped.
 */
export function sseFramer(maxChars: number): Framer {
  const decoder = new StringDecoder("utf8");
  let held = "";
  let open = nothing();
  let hasBegun = false;
  let isAfterCr = false;
  let isBroken = false;

  function line(text: string, frames: Frame[]): void {
    if (text === "") {
      if (open.data !== undefined) {
        frames.push(
          open.name === undefined || eventName.test(open.name)
            ? { kind: "event", name: open.name, text: open.data }
            : { kind: "broken", message: "an event's name has characters that no protocol uses" },
        );
      } else if (open.isComment) frames.push({ kind: "comment" });
      open = nothing();
      return;
    }
    const colon = text.indexOf(":");
    if (colon === 0) {
      open.isComment = true;
      return;
    }
    const field = colon < 0 ? text : text.slice(0, colon);
    const from =
      colon < 0 ? text.length : text.charCodeAt(colon + 1) === 32 ? colon + 2 : colon + 1;
    if (field === "data") {
      const value = text.slice(from);
      open.data = open.data === undefined ? value : `${open.data}\n${value}`;
    } else if (field === "event") open.name = text.slice(from) || undefined;
  }

  /** Without carriage returns, as all large providers send it, one search a line is enough. */
  function split(text: string, frames: Frame[]): string {
    let from = 0;
    const hasCr = text.includes("\r");
    for (;;) {
      let at = text.indexOf("\n", from);
      let next = at + 1;
      if (hasCr) {
        const cr = text.indexOf("\r", from);
        if (cr >= 0 && (at < 0 || cr < at)) {
          at = cr;
          next = cr + 1;
          if (next === text.length) isAfterCr = true;
          else if (text.charCodeAt(next) === 10) next++;
        }
      }
      if (at < 0) return text.slice(from);
      line(text.slice(from, at), frames);
      from = next;
    }
  }

  function take(decoded: string): readonly Frame[] {
    let text = decoded;
    if (text === "" || isBroken) return [];
    if (!hasBegun) {
      hasBegun = true;
      if (text.charCodeAt(0) === 0xfe_ff) text = text.slice(1);
    }
    if (isAfterCr) {
      isAfterCr = false;
      if (text.charCodeAt(0) === 10) text = text.slice(1);
    }
    const frames: Frame[] = [];
    // Only what is new is searched, so that a line in very many pieces costs no more than its length.
    held = text.includes("\n") || text.includes("\r") ? split(held + text, frames) : held + text;
    if (held.length + (open.data?.length ?? 0) > maxChars) {
      isBroken = true;
      held = "";
      frames.push({ kind: "broken", message: `an event is longer than ${maxChars} characters` });
    }
    return frames;
  }

  return {
    push: (chunk) => take(decoder.write(chunk)),
    // The standard drops an event that no empty line ends; some servers forget that line, so it counts.
    end: () => take(`${decoder.end()}\n\n`),
  };
}

/** Writes server-sent events. */
export function sseWriter(): FrameWriter {
  return {
    event: (name, text) => {
      const data = text.includes("\n") ? text.replaceAll("\n", "\ndata: ") : text;
      return name === undefined ? `data: ${data}\n\n` : `event: ${name}\ndata: ${data}\n\n`;
    },
    comment: () => ":\n\n",
    refusal: (text) => text,
    end: () => "",
  };
}
