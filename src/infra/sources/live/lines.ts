import { createReadStream } from "node:fs";

/** The longest line that is read: an answer of an API may be no longer. */
const maxLine = 64 * 1024 * 1024;

/** Lines of a file; undefined in the place of one that is too long. Throws what reading throws. */
export async function* linesOf(file: string, most = maxLine): AsyncGenerator<string | undefined> {
  let parts: string[] = [];
  let size = 0;
  function end(): string | undefined {
    const line = size > most ? undefined : parts.join("");
    parts = [];
    size = 0;
    return line;
  }
  for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
    let start = 0;
    for (let stop = chunk.indexOf("\n"); stop >= 0; stop = chunk.indexOf("\n", start)) {
      take(chunk.slice(start, stop));
      yield end();
      start = stop + 1;
    }
    take(chunk.slice(start));
  }
  if (size > 0) yield end();

  function take(part: string): void {
    size += part.length;
    // What is too long already is not kept any longer.
    if (size > most) parts = [];
    else parts.push(part);
  }
}
