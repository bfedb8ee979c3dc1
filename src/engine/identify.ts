import type { AssetKind } from "../core/index.ts";
import { kindByMagic, type Head } from "./magic.ts";
import { kindByName, kindByShebang } from "./names.ts";

/** How much of a file is read before its kind is known. */
export const headBytes = 8 * 1024;

/** Kinds that are programs or settings: one of these by name is not given up for odd bytes. */
const sticky = new Set<AssetKind>([
  "python",
  "notebook",
  "shell",
  "dockerfile",
  "yaml",
  "toml",
  "ini",
  "dotenv",
  "terraform",
]);

function hasTextMark(bytes: Buffer): boolean {
  const [a, b, c] = bytes;
  return (
    (a === 0xef && b === 0xbb && c === 0xbf) ||
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff)
  );
}

/** Share of bytes that text does not have; NUL weighs more, for text never has it. */
function oddness(bytes: Buffer): number {
  let odd = 0;
  let nul = 0;
  for (const byte of bytes) {
    if (byte === 0) nul++;
    else if (byte < 32 && !(byte >= 8 && byte <= 13) && byte !== 27) odd++;
    else if (byte === 127) odd++;
  }
  return nul > 0 ? 0.1 + (nul + odd) / bytes.length : odd / bytes.length;
}

const pythonLine =
  /^(?:import [\w.]+(?: as \w+)?(?:, ?[\w.]+)*|from [\w.]+ import [\w*(]|(?:async )?def \w+\(|class \w+[(:]|if __name__ ==)/;

/** Strong signs only: nothing says "Python" about this file but its content. */
function readsAsPython(text: string): boolean {
  let signs = 0;
  let imports = 0;
  let first = true;
  for (const line of text.split("\n", 200)) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const sign = pythonLine.test(line);
    if (first && !sign && !/^[rub]?(?:"""|''')/i.test(line)) return false;
    first = false;
    if (!sign) continue;
    signs++;
    if (/^(?:import|from)/.test(line)) imports++;
  }
  return imports >= 1 && signs >= 2;
}

function isNotebook(text: string): boolean {
  return /^\s*\{/.test(text) && text.includes('"cells"') && text.includes('"cell_type"');
}

/** Comments, then a section with a setting in it. */
const iniHead =
  /^(?:[ \t]*(?:[#;][^\n]*)?\r?\n)*[ \t]*\[[^\]\n]{1,80}\][ \t]*\r?\n[ \t]*[\w.-]{1,60}[ \t]*=/;

function kindOfText(name: string, text: string): AssetKind {
  const claimed = kindByName(name);
  // A module is imported by its suffix, whatever its first line says.
  if (claimed === "python" || claimed === "dockerfile") return claimed;
  if (claimed === "notebook") return /^\s*(?:\{|$)/.test(text) ? "notebook" : "text";
  if (text.startsWith("#!")) {
    const kind = kindByShebang(text.slice(0, 256).split("\n", 1)[0] ?? "");
    if (kind !== undefined) return kind;
  }
  if (claimed === "json" || claimed === undefined) {
    if (isNotebook(text)) return "notebook";
  }
  if (claimed !== undefined) return claimed;
  // AWS's own examples of CloudFormation are called `network.template`.
  if (/\.(?:template|cfn|cform)$/.test(name) && text.includes("AWSTemplateFormatVersion"))
    return /^\s*\{/.test(text) ? "json" : "yaml";
  if (!name.includes(".")) {
    // `config` of DVC, `OAI_CONFIG_LIST` of AutoGen: settings in files without a suffix.
    if (/^\s*(?:\{\s*"|\[\s*\{\s*")/.test(text)) return "json";
    if (iniHead.test(text)) return "ini";
  }
  return !name.includes(".") && readsAsPython(text) ? "python" : "text";
}

/** Judges a file by its first bytes, and by its name where those leave it open. */
export function identify(head: Head): AssetKind {
  const { bytes, size, name } = head;
  if (size === 0 || bytes.length === 0) return "empty";
  if (hasTextMark(bytes)) return kindOfText(name, markedText(bytes));
  const claimed = kindByName(name);
  const sign = kindByMagic(head);
  // Otherwise code could be hidden from its checks by a first line that only looks like a model.
  const hides = sign?.sure === false && claimed !== undefined && sticky.has(claimed);
  if (sign !== undefined && !hides) return sign.kind;
  const limit = claimed !== undefined && sticky.has(claimed) ? 0.5 : 0.1;
  if (claimed !== "python" && oddness(bytes) >= limit) return "binary";
  return kindOfText(name, bytes.toString("latin1"));
}

function markedText(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff ? "utf-16le" : bytes[0] === 0xfe ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
