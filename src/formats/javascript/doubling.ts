/** So many levels cost some thirty times as much, which nobody notices. */
const harmless = 5;

/**
 * True where brackets that follow a `>` are nested in one another: `f<A>(g<B>(h<C>(…`. Babel reads
 * what is in such a bracket twice, as a call and as an arrow function, at each level. One pass that
 * takes strings for code, which may only make it too careful.
 */
export function mayDouble(text: string): boolean {
  /** For each bracket that is open, whether it follows a `>`. */
  const open: boolean[] = [];
  let nested = 0;
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) {
      const isAfter = before === 62;
      open.push(isAfter);
      if (isAfter && ++nested > harmless) return true;
    } else if (code === 41 && open.pop() === true) nested--;
    if (code > 32) before = code;
  }
  return false;
}
