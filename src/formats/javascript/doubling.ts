/** So many levels cost some thirty times as much, which nobody notices. */
const harmless = 5;
/** So many `<` cost some hundredth of a second; the cost grows with their square. */
const fewAngles = 50;

/**
 * True where a text may cost Babel far more than its length says. Brackets that follow a `>` and are
 * nested in one another, `f<A>(g<B>(h<C>(…`, are read twice at each level, as a call and as an arrow
 * function. Many `<` that nothing closes, `f<f<f<…`, are each read to the end as the beginning of
 * type arguments before they are a comparison. One pass that takes strings for code, which may only
 * make it too careful.
 */
export function mayDouble(text: string): boolean {
  /** For each bracket that is open, whether it follows a `>`. */
  const open: boolean[] = [];
  let nested = 0;
  /** How many `<` of this statement are open. */
  let angles = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) {
      const isAfter = before === 62;
      open.push(isAfter);
      if (isAfter && ++nested > harmless) return true;
    } else if (code === 41) {
      if (open.pop() === true) nested--;
    } else if (code === 60) {
      if (++angles > fewAngles) return true;
    } else if (code === 62) angles = Math.max(0, angles - 1);
    // ; }
    else if (code === 59 || code === 125) angles = 0;
    if (code > 32) before = code;
  }
  return false;
}
