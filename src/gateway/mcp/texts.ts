import { isUtf8 } from "node:buffer";

/** A text in a message, with what puts another in its place. */
export interface MessageText {
  readonly pointer: string;
  readonly text: string;
  readonly replace: (text: string) => void;
}

/** Texts of one message that are looked at, and its depth. What has more is refused. */
const maxTexts = 20_000;
const maxDepth = 64;

/** Keys of objects shorter than this say nothing to a model that could be an order. */
const longKey = 16;

/** Keys whose string is the bytes of something that is no text, beside a media type that says so. */
function isBytes(key: string, holder: Readonly<Record<string, unknown>>): boolean {
  return key === "data" && (holder["type"] === "image" || holder["type"] === "audio");
}

/** The text that the bytes of a resource are; undefined for what is none. */
function textOfBlob(blob: string): string | undefined {
  const bytes = Buffer.from(blob, "base64");
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString("utf8") : undefined;
}

/**
 * Every string of a JSON value, long keys of objects as well (they stay what they are), so that no field that a later version of the
 * protocol adds is read by a model and not by us. Undefined where there are too many or they lie too deep.
 */
export function textsIn(value: unknown): readonly MessageText[] | undefined {
  const texts: MessageText[] = [];
  let isWhole = true;
  function walk(node: unknown, pointer: string, depth: number): void {
    if (typeof node !== "object" || node === null) return;
    if (depth > maxDepth) isWhole = false;
    if (!isWhole) return;
    for (const [key, inner] of Object.entries(node)) {
      if (texts.length > maxTexts) {
        isWhole = false;
        return;
      }
      if (key.length >= longKey && !Array.isArray(node))
        texts.push({ pointer, text: key, replace: () => undefined });
      const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (typeof inner === "string") {
        const holder = node as Record<string, unknown>;
        if (isBytes(key, holder)) continue;
        if (key === "blob" && typeof holder["uri"] === "string") {
          const plain = textOfBlob(inner);
          if (plain === undefined) continue;
          const replace = (text: string): void => {
            holder[key] = Buffer.from(text).toString("base64");
          };
          texts.push({ pointer: at, text: plain, replace });
          continue;
        }
        texts.push({
          pointer: at,
          text: inner,
          replace: (text) => {
            holder[key] = text;
          },
        });
      } else walk(inner, at, depth + 1);
    }
  }
  walk(value, "", 0);
  return isWhole ? texts : undefined;
}
