// What the examples of these checks are made of. Nothing that looks like a key stands in the
// repository, so that no scanner, ours included, takes an example for a secret.
import { hash } from "node:crypto";
import { githubChecksum } from "../../detect/secrets/checksum.ts";

/** Letters and digits that look drawn at random, the same for the same seed. */
export function letters(seed: string, count: number): string {
  let drawn = "";
  for (let round = 0; drawn.length < count; round++)
    drawn += hash("sha512", `${seed} ${round}`, "base64").replaceAll(/[^A-Za-z0-9]/g, "");
  return drawn.slice(0, count);
}

/** Hexadecimal digits, in the same way. */
export function digits(seed: string, count: number): string {
  return hash("sha512", seed, "hex").slice(0, count);
}

/** A token as GitHub makes it, with its checksum. */
export function githubToken(seed: string): string {
  const body = letters(seed, 30);
  return `ghp_${body}${githubChecksum(body)}`;
}

/** In two pieces, or scanners that look for the words alone would find them here. */
const label = ["RSA PRIVATE", "KEY"].join(" ");

/** A block with the form of a private key, which opens nothing. */
export function privateKeyBlock(seed: string): string {
  const body = Buffer.concat([
    Buffer.from([0x30, 0x81, 0xa0]),
    ...[1, 2, 3].map((part) => hash("sha512", `${seed} ${part}`, "buffer")),
  ]).subarray(0, 163);
  const lines = body.toString("base64").match(/.{1,64}/g) ?? [];
  const edge = (word: string): string => `-----${word} ${label}-----`;
  return [edge("BEGIN"), ...lines, edge("END"), ""].join("\n");
}

/** A signed token of nobody, without an end. */
export function sampleToken(): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg: "HS256", typ: "JWT" })}.${part({ sub: "ada", iss: "riverbank" })}`;
  return `${body}.${hash("sha256", body, "base64url")}`;
}
