/** A tar header sums up its own bytes; older tars carry no other mark. */
export function isTar(bytes: Buffer): boolean {
  if (bytes.length < 512 || bytes[0] === 0) return false;
  const stated = /^[ ]*([0-7]{1,7})[ \0]*$/.exec(bytes.toString("latin1", 148, 156))?.[1];
  if (stated === undefined) return false;
  let sum = 8 * 32;
  for (let at = 0; at < 512; at++) if (at < 148 || at >= 156) sum += bytes[at] ?? 0;
  return sum === Number.parseInt(stated, 8);
}
