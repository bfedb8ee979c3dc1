import type { Certificate } from "./certificates.ts";

/** When something was signed, or why a token does not show it. */
export type TimestampReading =
  | { readonly ok: true; readonly at: Date }
  | { readonly ok: false; readonly message: string };

/** Verifies a timestamp (RFC 3161) of a signature. */
export function readTimestamp(
  token: Buffer,
  given: { readonly signature: Buffer; readonly roots: readonly Certificate[] },
): TimestampReading {
  void token;
  void given;
  return { ok: false, message: "timestamps cannot be verified yet" };
}
