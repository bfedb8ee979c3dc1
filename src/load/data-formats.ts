import { readGgml } from "../formats/ggml/read.ts";
import { readGguf } from "../formats/gguf/read.ts";
import type { ByteSource } from "../formats/bytes/source.ts";
import { templateAct } from "./chat-template.ts";
import { contradiction, type ListingLine } from "./listing.ts";
import { metadataLines } from "./metadata.ts";

/** A GGUF file: its chat templates are run, and what it says must hold. */
export function ggufLines(source: ByteSource): readonly ListingLine[] {
  const { version, tensors, texts, problems } = readGguf(source);
  const lines: ListingLine[] = [{ text: `# GGUF, version ${version}, ${tensors} tensors` }];
  const words = new Map(texts);
  for (const [key, template] of texts) {
    if (!key.startsWith("tokenizer.chat_template")) continue;
    words.delete(key);
    const act = templateAct(template);
    if (act === undefined) continue;
    const { kind, message, threat: first } = act;
    const shown = template.slice(Math.max(0, first.start - 60), first.end + 60).trim();
    lines.push({ text: `${key}: … ${JSON.stringify(shown)} …`, acts: [{ kind, message }] });
  }
  lines.push(...problems.map(contradiction), ...metadataLines(words));
  return lines;
}

/** A file of GGML before GGUF: what it says must hold. */
export function ggmlLines(source: ByteSource): readonly ListingLine[] {
  const { name, version, tensors, isFollowed, problems } = readGgml(source);
  const what = isFollowed ? `${tensors} tensors` : "its tensors were not followed";
  return [{ text: `# ${name}, version ${version}, ${what}` }, ...problems.map(contradiction)];
}
