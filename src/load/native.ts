/** Machine code by its first bytes; undefined for everything else. */
export function nativeKind(head: Buffer | undefined): string | undefined {
  if (head === undefined || head.length < 4) return undefined;
  const signature = head.readUInt32BE(0);
  if (signature === 0x7f454c46) return "ELF";
  if ([0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe].includes(signature)) return "Mach-O";
  if (head[0] === 0x4d && head[1] === 0x5a && head.length >= 64) return "PE";
  return undefined;
}
