/** Shorter texts are parsed whatever they look like: it costs nothing. */
const least = 20_000;
/** Nobody writes such lines by hand. */
const longLine = 800;
/** What may stand in ordinary lines beside, and its share of a long text: licences, templates. */
const mostOrdinary = 3_000;
const ordinaryShare = 0.03;
/** Characters of long lines that are looked at. */
const sample = 20_000;
/** Share of brackets and separators: minified code has some 15 %, a string of data or prose 1 to 5. */
const density = 0.07;

/**
 * True for a text that a tool wrote and no person reads: hardly anything but lines of over 800
 * characters, and those full of brackets. A file of code with a large string in it is none.
 */
export function isMinified(text: string): boolean {
  if (text.length < least) return false;
  const most = mostOrdinary + text.length * ordinaryShare;
  let ordinary = 0;
  let looked = 0;
  let marks = 0;
  for (let start = 0; start < text.length;) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    if (stop - start <= longLine) ordinary += stop - start;
    else {
      const to = Math.min(stop, start + sample - looked);
      for (let at = start; at < to; at++) if (isMark(text.charCodeAt(at))) marks++;
      looked += Math.max(0, to - start);
    }
    if (ordinary > most) return false;
    start = stop + 1;
  }
  return marks > looked * density;
}

/** One of `( ) , ; = { }` */
function isMark(code: number): boolean {
  return (
    code === 40 ||
    code === 41 ||
    code === 44 ||
    code === 59 ||
    code === 61 ||
    code === 123 ||
    code === 125
  );
}
