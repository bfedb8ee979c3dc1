// The names of members: APPNOTE.TXT 6.3.10, 4.4.17 and appendix D.

/** The upper half of IBM code page 437, in which names without the flag for UTF-8 are written. */
const upper =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀" +
  "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of UTF-8 bytes; undefined where they are none. */
export function textOf(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * A name as people see it. Many tools write UTF-8 without its flag, so that it is tried first: Python
 * would show those as code page 437, which misleads no reader.
 */
export function nameOf(bytes: Buffer): string {
  const text = textOf(bytes);
  if (text !== undefined) return text;
  let name = "";
  for (const byte of bytes) name += byte < 0x80 ? String.fromCharCode(byte) : upper[byte - 0x80]!;
  return name;
}

/**
 * Why a name is dangerous to unpack, or misleads a reader; undefined where it isn't. Python's zipfile
 * ends a name at a NUL, and PyTorch's miniz does not: `data.pkl\0.txt` is a pickle to the one only.
 */
export function whyNameEscapes(name: string): string | undefined {
  if (name.includes("\0")) return "it has a NUL";
  if (name.includes("\\")) return "it has a backslash";
  if (name.startsWith("/")) return "it is absolute";
  if (/^[A-Za-z]:/.test(name)) return "it names a drive";
  if (name.split("/").includes("..")) return "it leads out of the folder";
  return undefined;
}
