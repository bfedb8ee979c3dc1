/** Shorter texts are parsed whatever they look like: it costs nothing. */
const least = 20_000;
/** Nobody writes such lines by hand; data in them is no reason as long as it is the smaller part. */
const longLine = 800;

/**
 * True for a text that a tool wrote and no person reads: more than half of it stands in lines of
 * over 800 characters. Stops at the first such half.
 */
export function isMinified(text: string): boolean {
  if (text.length < least) return false;
  let long = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    if (stop - start > longLine) long += stop - start;
    if (long * 2 > text.length) return true;
    start = stop + 1;
  }
  return false;
}
