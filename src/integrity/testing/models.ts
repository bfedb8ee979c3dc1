import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** The files of a small model: weights, a configuration, code below, an empty file, odd names. */
export const smallModel: Readonly<Record<string, Buffer>> = {
  "model.safetensors": Buffer.from(
    Array.from({ length: 9000 }, (_, at) => (at * 7 + (at >> 8)) % 256),
  ),
  "config.json": Buffer.from('{"model_type": "bert", "hidden_size": 4}\n'),
  "tokenizer/vocab.txt": Buffer.from("[PAD]\n[UNK]\nhello\n"),
  "tokenizer-extra.txt": Buffer.from("x\n"),
  "tokenizer.json": Buffer.from("{}"),
  "caf\u00e9.txt": Buffer.from("composed\n"),
  "\u{1f600}.bin": Buffer.from([1, 2, 3]),
  "\uff21.bin": Buffer.from([4, 5, 6]),
  "name:with:colons.bin": Buffer.from("0123456789".repeat(30)),
};

/** Writes files into a folder. */
export function writeModel(folder: string, files: Readonly<Record<string, Buffer>>): void {
  for (const [name, bytes] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}

/** A folder that is gone after the tests of a file. */
export function testFolderOf(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `pavise-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-integrity-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
