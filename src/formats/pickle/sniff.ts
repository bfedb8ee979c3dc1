/*
 * Tells a pickle by walking its opcodes, since protocols 0 and 1 have no magic number and a
 * pickle loads under any name. It reads no value and decides nothing about danger.
 */

/** How the argument of an opcode is read: a byte count, a line count, or a length field. */
type Argument = number | "line" | "two lines" | "length 1" | "length 4" | "length 8";

const opcodes = new Map<number, Argument>();
function define(letters: string, argument: Argument): void {
  for (const letter of letters) opcodes.set(letter.charCodeAt(0), argument);
}
define("(.0123NQRbdelostu)]}a\x81\x85\x86\x87\x88\x89\x8f\x90\x91\x93\x94\x97\x98", 0);
define("KhqU\x80\x82", 1);
define("M\x83", 2);
define("Jjr\x84", 4);
define("G\x95", 8);
define("FILPSVgp", "line");
define("ci", "two lines");
define("UC\x8a\x8c", "length 1");
define("BTX\x8b", "length 4");
define("\x8d\x8e\x96", "length 8");

/** What an opcode takes from the stack and puts on it; one that is not here only pushes. */
const stackEffects = new Map<string, readonly [takes: number, puts: number]>(
  Object.entries({
    "0": [1, 0],
    "2": [1, 2],
    a: [2, 1],
    b: [2, 1],
    s: [3, 1],
    R: [2, 1],
    Q: [1, 1],
    p: [1, 1],
    q: [1, 1],
    r: [1, 1],
    g: [0, 1],
    h: [0, 1],
    j: [0, 1],
  }),
);
const toMark = new Map<string, readonly [takes: number, puts: number]>(
  Object.entries({
    t: [0, 1],
    l: [0, 1],
    d: [0, 1],
    i: [0, 1],
    o: [0, 1],
    "1": [0, 0],
    e: [1, 1],
    u: [1, 1],
  }),
);

/** The depth of a pickle machine's stack; text that looks like opcodes soon takes from an empty one. */
function stackDepth(): {
  readonly step: (opcode: string) => boolean;
  readonly depth: () => number;
} {
  let depth = 0;
  const marks: number[] = [];
  function step(opcode: string): boolean {
    if (opcode === "(") {
      marks.push(depth);
      return true;
    }
    const marked = toMark.get(opcode);
    if (marked !== undefined) {
      const mark = marks.pop();
      if (mark === undefined || mark < marked[0]) return false;
      depth = mark - marked[0] + marked[1];
      return true;
    }
    const [takes, puts] = stackEffects.get(opcode) ?? [0, 1];
    if (depth < takes) return false;
    depth += puts - takes;
    return true;
  }
  return { step, depth: () => depth };
}

const stop = 0x2e;
const identifier = /^[\w.<>]{1,200}$/;
const numeric = /^[-+]?[\d.eE+-]*(?:inf|nan)?L?$/;

function fitsLine(opcode: string, line: string): boolean {
  if ("FILgp".includes(opcode)) return numeric.test(line);
  if (opcode === "S") return /^(["']).*\1$/.test(line);
  return true;
}

/** Offset behind the argument, or -1 where it cannot be one. Past the end means "cut off". */
function skipArgument(bytes: Buffer, at: number, opcode: number): number {
  const argument = opcodes.get(opcode);
  if (argument === undefined) return -1;
  if (typeof argument === "number") return at + argument;
  if (argument === "line" || argument === "two lines") {
    let end = at;
    for (let left = argument === "line" ? 1 : 2; left > 0; left--) {
      const start = end;
      const lineEnd = bytes.indexOf(10, start);
      if (lineEnd < 0)
        return bytes.length - start > 256 && argument !== "line" ? -1 : bytes.length + 1;
      const line = bytes.toString("latin1", start, lineEnd).replace(/\r$/, "");
      const fits =
        argument === "line" ? fitsLine(String.fromCharCode(opcode), line) : identifier.test(line);
      if (!fits) return -1;
      end = lineEnd + 1;
    }
    return end;
  }
  const width = argument === "length 1" ? 1 : argument === "length 4" ? 4 : 8;
  if (at + width > bytes.length) return bytes.length + 1;
  const length =
    width === 1
      ? (bytes[at] ?? 0)
      : width === 4
        ? bytes.readUInt32LE(at)
        : Number(bytes.readBigUInt64LE(at));
  return at + width + length;
}

/** True where the file begins as a pickle of any protocol. `bytes` may be only its beginning. */
export function isPickle(bytes: Buffer, size: number): boolean {
  const first = bytes[0];
  if (first === undefined) return false;
  const announced = first === 0x80 && (bytes[1] ?? 255) <= 5 && size >= 4;
  // Without a PROTO opcode, only what a pickler really begins with: text would fit otherwise.
  if (!announced && !"(c]}I(LFSVXU".includes(String.fromCharCode(first))) return false;
  const stack = stackDepth();
  let steps = 0;
  let imports = 0;
  let at = 0;
  while (at < bytes.length) {
    const opcode = bytes[at] ?? 0;
    if (opcode === stop) {
      if (announced || stack.depth() === 0) return announced;
      // One that is too short to tell may have another behind it.
      return imports > 0 || steps >= 3 || isPickle(bytes.subarray(at + 1), size - at - 1);
    }
    // A broken pickle still runs up to where it breaks; joblib has arrays between the opcodes.
    const isMeant = announced ? steps >= 2 : imports > 0 && steps >= 4;
    if (!announced && !stack.step(String.fromCharCode(opcode))) return isMeant;
    const next = skipArgument(bytes, at + 1, opcode);
    if (next < 0) return isMeant;
    steps++;
    if (opcode === 0x63 || opcode === 0x69) imports++;
    if (next > bytes.length) return announced || steps >= 6 || (imports > 0 && steps >= 3);
    at = next;
  }
  return announced || (steps >= 6 && size > bytes.length) || (imports > 0 && steps >= 3);
}
