// An OCI layout on disk: https://github.com/opencontainers/image-spec/blob/main/image-layout.md
import { statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readGivenRecord } from "./files.ts";
import type { Manifest } from "./oci-registry.ts";
import type { OciPlace } from "./oci-place.ts";
import { invalidRecord } from "./record.ts";

const maxBytes = 4 * 1024 * 1024;
const refName = "org.opencontainers.image.ref.name";

const Index = z.object({
  manifests: z.array(
    z.object({
      digest: z.string().regex(/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/),
      annotations: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Reads a manifest from a layout, or from a file of its own. Throws `record-invalid`. */
export function readLocalManifest(place: OciPlace): Manifest | undefined {
  const { at, tag, digest, shown } = place;
  if (!statSync(at).isDirectory()) return { bytes: readGivenRecord(at, maxBytes) };
  let value: unknown;
  try {
    value = JSON.parse(readGivenRecord(join(at, "index.json"), maxBytes).toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidRecord(shown, "its index.json is no JSON");
    throw error;
  }
  const read = Index.safeParse(value);
  if (!read.success) throw invalidRecord(shown, "its index.json is not that of an OCI layout");
  const named = read.data.manifests.filter(({ annotations = {} }) => annotations[refName] === tag);
  const fitting = tag === undefined ? read.data.manifests : named;
  const [only, more] = fitting;
  if (digest === undefined && (only === undefined || more !== undefined))
    throw invalidRecord(
      shown,
      `it has ${fitting.length} manifests that may be meant`,
      "Name one by its tag or digest: oci:FOLDER:TAG, oci:FOLDER@sha256:….",
    );
  const wanted = digest ?? only!.digest;
  const [kind = "", hex = ""] = wanted.split(":", 2);
  return {
    bytes: readGivenRecord(join(at, "blobs", kind, hex), maxBytes),
    saidDigest: wanted,
  };
}
