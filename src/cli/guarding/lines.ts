import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import type { Line } from "../../guard/json-line.ts";

/** A line longer than this is not kept: it comes out as too long. */
const longestLine = 32 * 1024 * 1024;

/** Opens a file, or standard input for `-`. */
export function openInput(path: string): Readable {
  return path === "-" ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
}

/**
 * The lines of a stream, a batch for each piece that is read, so that there is no step for each line.
 * Lines end with LF or CRLF; the last one may lack it.
 */
export async function* linesOf(input: Readable): AsyncGenerator<readonly Line[]> {
  const decoder = new StringDecoder("utf8");
  let number = 0;
  let rest: string[] = [];
  let length = 0;
  const take = (piece: string): void => {
    length += piece.length;
    if (length <= longestLine) rest.push(piece);
  };
  const line = (): Line => {
    number++;
    const isLong = length > longestLine;
    const text = rest.length === 1 ? rest[0]! : rest.join("");
    rest = [];
    length = 0;
    return { number, text: isLong ? undefined : text.endsWith("\r") ? text.slice(0, -1) : text };
  };
  for await (const bytes of input) {
    const piece = decoder.write(bytes as Buffer);
    const batch: Line[] = [];
    let from = 0;
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", from)) {
      take(piece.slice(from, at));
      batch.push(line());
      from = at + 1;
    }
    take(piece.slice(from));
    yield batch;
  }
  take(decoder.end());
  if (length > 0) yield [line()];
}

/** All of a stream as one text, as far as `most` characters. */
export async function wholeOf(input: Readable, most: number): Promise<string> {
  const decoder = new StringDecoder("utf8");
  const pieces: string[] = [];
  let length = 0;
  for await (const bytes of input) {
    const piece = decoder.write(bytes as Buffer);
    pieces.push(piece);
    length += piece.length;
    if (length > most) break;
  }
  pieces.push(decoder.end());
  return pieces.join("");
}
