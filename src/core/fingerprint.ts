import { hash } from "node:crypto";

const length = 32;
const scratch = Buffer.alloc(length);

/**
 * Names a finding so that it is found again after lines have moved: the check, the path, the
 * evidence with white space folded, and how many findings of the same check and evidence came
 * before it in the file. 32 hexadecimal digits of SHA-256.
 */
export function fingerprint(parts: {
  check: string;
  path: string;
  evidence: string;
  ordinal: number;
}): string {
  const { check, path, evidence, ordinal } = parts;
  const text = [check, path, evidence.replace(/\s+/g, " ").trim(), ordinal].join("\u0000");
  // Cut out of bytes: a slice of the longer text would keep all of it, for every finding there is.
  scratch.write(hash("sha256", text, "hex"), 0, length, "latin1");
  return scratch.toString("latin1", 0, length);
}
