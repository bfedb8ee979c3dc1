import { createHash, type BinaryToTextEncoding } from "node:crypto";
import type { TerraformFunction } from "../types.ts";
import { onTexts } from "./define.ts";

function hash(algorithm: string, encoding: BinaryToTextEncoding): TerraformFunction {
  return onTexts(([text]) =>
    text === undefined ? undefined : createHash(algorithm).update(text, "utf8").digest(encoding),
  );
}

const namespaces: ReadonlyMap<string, string> = new Map([
  ["dns", "6ba7b810-9dad-11d1-80b4-00c04fd430c8"],
  ["url", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"],
  ["oid", "6ba7b812-9dad-11d1-80b4-00c04fd430c8"],
  ["x500", "6ba7b814-9dad-11d1-80b4-00c04fd430c8"],
]);

/** A name-based UUID: RFC 9562, section 5.5. */
function uuidOf(space: string, name: string): string | undefined {
  const id = (namespaces.get(space) ?? space).replaceAll("-", "");
  if (!/^[0-9a-f]{32}$/i.test(id)) return undefined;
  const bytes = createHash("sha1").update(Buffer.from(id, "hex")).update(name, "utf8").digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.subarray(0, 16).toString("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join("-");
}

/** Functions that hash texts. Those of Terraform that draw lots are not evaluated. */
export const hashFunctions: Readonly<Record<string, TerraformFunction>> = {
  base64sha256: hash("sha256", "base64"),
  base64sha512: hash("sha512", "base64"),
  md5: hash("md5", "hex"),
  sha1: hash("sha1", "hex"),
  sha256: hash("sha256", "hex"),
  sha512: hash("sha512", "hex"),
  uuidv5: onTexts(([space, name]) => (name === undefined ? undefined : uuidOf(space!, name))),
};
