import { StringDecoder } from "node:string_decoder";
import type { Frame, Framer, FrameWriter } from "./frames.ts";

/** JSON values one to a line, as Ollama streams them. */
export function ndjsonFramer(maxChars: number): Framer {
  const decoder = new StringDecoder("utf8");
  let held = "";
  let isBroken = false;

  function take(text: string): readonly Frame[] {
    if (isBroken || text === "") return [];
    const frames: Frame[] = [];
    let from = 0;
    // Only what is new is searched, so that a line in very many pieces costs no more than its length.
    const all = text.includes("\n") ? held + text : "";
    if (all === "") held += text;
    for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", from)) {
      const line = all.slice(from, at).trim();
      if (line !== "") frames.push({ kind: "event", name: undefined, text: line });
      from = at + 1;
    }
    if (all !== "") held = all.slice(from);
    if (held.length > maxChars) {
      isBroken = true;
      held = "";
      frames.push({ kind: "broken", message: `a line is longer than ${maxChars} characters` });
    }
    return frames;
  }

  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => take(`${decoder.end()}\n`),
  };
}

/** Writes JSON values one to a line. */
export function ndjsonWriter(): FrameWriter {
  return {
    event: (_name, text) => `${text}\n`,
    comment: () => "",
    refusal: (text) => text,
    end: () => "",
  };
}

/**
 * One JSON array whose elements come one after the other, as Gemini streams it without `alt=sse`. Only
 * depth and strings are followed; whether an element is JSON is for the parser to say.
 */
export function jsonArrayFramer(maxChars: number): Framer {
  const decoder = new StringDecoder("utf8");
  /** What has come of the element that is not complete. */
  let held = "";
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isBroken = false;

  function broken(message: string, frames: Frame[]): readonly Frame[] {
    isBroken = true;
    held = "";
    frames.push({ kind: "broken", message });
    return frames;
  }

  function take(text: string): readonly Frame[] {
    const frames: Frame[] = [];
    if (isBroken) return frames;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (code === 92) isEscaped = true;
        else if (code === 34) isInString = false;
      } else if (code === 123 || code === 91) {
        if (depth === 0 && code === 123) return broken("the stream is no array", frames);
        if (depth === 1) start = at;
        depth++;
      } else if (code === 125 || code === 93) {
        depth--;
        if (depth < 0) return broken("brackets do not match", frames);
        if (depth === 1) {
          frames.push({ kind: "event", name: undefined, text: held + text.slice(start, at + 1) });
          held = "";
        }
      } else if (depth > 1) isInString = code === 34;
      else if (code > 32 && code !== 44 && code !== 0xfe_ff)
        return broken("between the elements of the array stands something else", frames);
    }
    if (depth > 1) held += text.slice(start);
    if (held.length > maxChars)
      return broken(`an element is longer than ${maxChars} characters`, frames);
    return frames;
  }

  return {
    push: (chunk) => take(decoder.write(chunk)),
    end: () => {
      const frames = [...take(decoder.end())];
      if (!isBroken && depth !== 0)
        frames.push({ kind: "broken", message: "the array has no end" });
      return frames;
    },
  };
}

/** Writes one array of JSON values. */
export function jsonArrayWriter(): FrameWriter {
  let count = 0;
  const open = (): string => (count++ === 0 ? "[" : ",\r\n");
  return {
    event: (_name, text) => `${open()}${text}`,
    comment: () => "",
    refusal: (text) => (text === "" ? "" : `${open()}${text}`),
    end: () => (count === 0 ? "[]" : "]"),
  };
}
