/** Machine code by its first bytes; undefined for everything else. */
export function nativeKind(head: Buffer | undefined): string | undefined {
  if (head === undefined || head.length < 4) return undefined;
  const signature = head.readUInt32BE(0);
  if (signature === 0x7f454c46) return "ELF";
  if ([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe].includes(signature)) return "Mach-O";
  if (isFat(head)) return "Mach-O";
  if (head[0] === 0x4d && head[1] === 0x5a && head.length >= 64) return "PE";
  return undefined;
}

/** Kinds of processor of `mach/machine.h`, without the bit for 64. */
const processors = new Set([1, 6, 7, 8, 10, 12, 14, 18]);

/** Programs for several processors in one file (`mach-o/fat.h`). A class of Java begins alike, with its version there. */
function isFat(head: Buffer): boolean {
  if (head.length < 12) return false;
  const signature = head.readUInt32BE(0);
  if (signature !== 0xcafebabe && signature !== 0xcafebabf) return false;
  const count = head.readUInt32BE(4);
  return count >= 1 && count < 43 && processors.has(head.readUInt32BE(8) & 0xffffff);
}

/** True where the header is that of a program or library in full, which numbers are not by chance. */
export function hasNativeHeader(head: Buffer): boolean {
  switch (nativeKind(head)) {
    case "ELF":
      return (
        head.length >= 20 &&
        (head[4] === 1 || head[4] === 2) &&
        (head[5] === 1 || head[5] === 2) &&
        head[6] === 1
      );
    case "PE": {
      const at = head.readUInt32LE(60);
      return head.toString("latin1", at, at + 4) === "PE\0\0";
    }
    case "Mach-O":
      return head.length >= 28;
    default:
      return false;
  }
}
