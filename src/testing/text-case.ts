import { basename } from "node:path";
import type { AssetKind } from "../core/index.ts";
import { identify } from "../engine/identify.ts";

/** A case for a check that reads every text, with the kind that its name and content say. */
export function textCase(input: { readonly path: string; readonly code: string }): {
  readonly path: string;
  readonly code: string;
  readonly kind: AssetKind;
} {
  const bytes = Buffer.from(input.code);
  const name = basename(input.path).toLowerCase();
  return { ...input, kind: identify({ bytes, size: bytes.length, name }) };
}
