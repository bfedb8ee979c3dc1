import { open, readdir, rename } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Digits that a finished file has after its name: `audit.jsonl.000001`. */
const digits = 6;
const ending = /^\.(\d{6})$/;

/** The finished files of a log, in the order in which they were written. */
export async function finishedFiles(file: string): Promise<readonly string[]> {
  const [folder, base] = [dirname(file), basename(file)];
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.startsWith(base) && ending.test(name.slice(base.length)))
    .toSorted()
    .map((name) => join(folder, name));
}

/** Gives a file that is full its last name, which none has yet. */
export async function finishFile(file: string): Promise<string> {
  const last = (await finishedFiles(file)).at(-1);
  const number = last === undefined ? 0 : Number(last.slice(-digits));
  const name = `${file}.${String(number + 1).padStart(digits, "0")}`;
  await rename(file, name);
  return name;
}

/** Makes names in a file's folder survive the loss of power: of the file alone only its content would. */
export async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
