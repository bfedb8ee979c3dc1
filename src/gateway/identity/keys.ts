import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";

/**
 * A key of the gateway is `pv_`, a public id, `_`, and 32 random bytes. Only the id and the SHA-256 of the
 * whole are kept: with that much randomness a slow hash adds nothing.
 */
const keyForm = /^pv_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/;

/** What a key may be used for. */
export const scopes = ["models", "mcp", "guard"] as const;

const moment = z.iso
  .datetime({ offset: true })
  .or(z.iso.date())
  .transform((text) => Date.parse(text));

/** A key as it is configured. */
export const keyEntry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]{12}$/, "is not the id of a key: `pavise gateway key` makes one")
    .describe("Public part of the key, between `pv_` and the second `_`."),
  hash: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$/, "is not sha256: and 64 hexadecimal digits")
    .describe("SHA-256 of the whole key."),
  tenant: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
    .describe("Whose key it is: limits, sessions and caches are kept apart by it."),
  scopes: z.array(z.enum(scopes)).min(1).default(["models"]),
  models: z
    .array(z.string())
    .min(1)
    .optional()
    .describe("Only these models; `*` stands for anything."),
  "names-users": z
    .boolean()
    .default(false)
    .describe("The application may say which of its users asks (X-Pavise-User)."),
  "not-before": moment
    .optional()
    .describe("From when on it counts, for a rotation that is planned."),
  expires: moment.optional().describe("Until when it counts."),
});
export type KeyEntry = z.output<typeof keyEntry>;

/** A new key. It is shown once; the entry goes into the configuration. */
export interface MintedKey {
  readonly key: string;
  readonly id: string;
  readonly hash: string;
}

const letters = "abcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits, each as likely: bytes that would favour some are thrown away. */
function randomId(length: number): string {
  let id = "";
  while (id.length < length)
    for (const byte of randomBytes(32))
      if (byte < 252 && id.length < length) id += letters[byte % 36]!;
  return id;
}

export function mintKey(): MintedKey {
  const id = randomId(12);
  const key = `pv_${id}_${randomBytes(32).toString("base64url")}`;
  return { key, id, hash: hashOf(key) };
}

function hashOf(key: string): string {
  return `sha256:${createHash("sha256").update(key).digest("hex")}`;
}

/** The entry of a key; undefined where it is none of these. Takes as long for an id that exists as for one that doesn't. */
export function findKey(entries: ReadonlyMap<string, KeyEntry>, key: string): KeyEntry | undefined {
  const id = keyForm.exec(key)?.[1] ?? "";
  const entry = entries.get(id);
  const given = Buffer.from(hashOf(key.slice(0, 256)));
  const kept = Buffer.from(entry?.hash ?? hashOf(""));
  return timingSafeEqual(given, kept) ? entry : undefined;
}
