// Models in OCI registries: ModelPack (https://github.com/modelpack/model-spec), KitOps, Docker. Only
// the manifest is read: the digest of a layer that is a file as it is, is that of the file.
import { createHash } from "node:crypto";
import { z } from "zod";
import { firstIssue } from "../oms/bundle.ts";
import { fetchManifest, type Manifest } from "./oci-registry.ts";
import { readLocalManifest } from "./oci-layout.ts";
import { isLocalPlace, placeOf, type OciPlace } from "./oci-place.ts";
import {
  filesOf,
  hexOf,
  invalidRecord,
  recordOf,
  type RecordedFile,
  type RecordNote,
  type RecordReader,
  type UnnamedDigest,
} from "./record.ts";

const Descriptor = z.object({
  mediaType: z.string().max(512),
  digest: z.string().max(256),
  size: z.number().nonnegative().optional(),
  artifactType: z.string().max(512).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});
type Descriptor = z.infer<typeof Descriptor>;
const Document = z.object({
  mediaType: z.string().optional(),
  artifactType: z.string().optional(),
  config: Descriptor.optional(),
  layers: z.array(Descriptor).max(100_000).optional(),
  manifests: z.array(Descriptor).max(10_000).optional(),
});

const pathAnnotations = [
  "org.cncf.model.filepath",
  "org.cnai.model.filepath",
  "org.opencontainers.image.title",
];
/** What Docker's models have beside their weights, without a name. */
const isAside =
  /^application\/vnd\.(?:docker\.ai|ollama)\.(?:license|chat\.template|image\.(?:license|template|params|system|messages))/;
const isArchive = /[.+](?:tar|tar\+gzip|tar\.gzip|tar\+zstd|tar\.zst|tgz|zip|gzip|zstd)$/;

/** How much of a digest is shown. */
function short(digest: string): string {
  return digest.slice(0, "sha256:".length + 12);
}

function digestOf({ digest, size }: Descriptor): RecordedFile | undefined {
  const [kind, hex] = digest.split(":", 2);
  if (kind === "sha256") {
    const known = hexOf(hex, 64);
    return known === undefined ? undefined : { algorithm: "sha256", digest: known, size };
  }
  const known = kind === "sha512" ? hexOf(hex, 128) : undefined;
  return known === undefined ? undefined : { algorithm: "sha512", digest: known, size };
}

/** What the layers of a manifest say of files. */
interface Layers {
  readonly entries: readonly (readonly [string, RecordedFile])[];
  readonly unnamed: readonly UnnamedDigest[];
  readonly notes: readonly RecordNote[];
  readonly hasArchives: boolean;
}

function readLayers(layers: readonly Descriptor[], source: string): Layers {
  const entries: (readonly [string, RecordedFile])[] = [];
  const unnamed: UnnamedDigest[] = [];
  const notes: RecordNote[] = [];
  let hasArchives = false;
  for (const layer of layers) {
    const { annotations = {}, mediaType, digest } = layer;
    const path = pathAnnotations.map((key) => annotations[key]).find((text) => text !== undefined);
    const file = digestOf(layer);
    const say = (message: string): void =>
      void notes.push({ kind: "no-evidence", path, message: `${message} (${source})` });
    if (file === undefined) say(`the layer ${digest.slice(0, 80)} has a digest that is not known`);
    else if (isArchive.test(mediaType)) {
      hasArchives = true;
      say(
        `the layer ${short(digest)} is an archive (${mediaType}): what is in it can only be compared after it was pulled`,
      );
    } else if (path !== undefined && path !== "") entries.push([path, file]);
    else if (!isAside.test(mediaType))
      unnamed.push({ ...file, from: `layer ${short(digest)} of ${source}`, mayBeRoot: false });
  }
  return { entries, unnamed, notes, hasArchives };
}

function parseManifest({ bytes }: Manifest, source: string): z.infer<typeof Document> {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    throw invalidRecord(source, "its manifest is no JSON");
  }
  const read = Document.safeParse(value);
  if (!read.success) throw invalidRecord(source, `its manifest: ${firstIssue(read.error)}`);
  return read.data;
}

/** The manifest that a list of one leads to; where there are several, the user has to say which. */
function onlyOf(manifests: readonly Descriptor[], source: string): Descriptor {
  // Signatures and attestations hang beside.
  const models = manifests.filter(
    ({ annotations = {} }) => annotations["vnd.docker.reference.type"] === undefined,
  );
  const [only] = models;
  if (only !== undefined && models.length === 1) return only;
  const digests = models.slice(0, 4).map(({ digest }) => digest.slice(0, 80));
  throw invalidRecord(
    source,
    `it lists ${models.length} manifests`,
    digests.length === 0 ? undefined : `Name one by its digest: ${digests.join(", ")}.`,
  );
}

async function manifestAt(
  place: OciPlace,
  get: (place: OciPlace) => Promise<Manifest | undefined>,
): Promise<
  { readonly manifest: Manifest; readonly document: z.infer<typeof Document> } | undefined
> {
  const manifest = await get(place);
  if (manifest === undefined) return undefined;
  assertDigest(manifest, place);
  const document = parseManifest(manifest, place.shown);
  if (document.manifests === undefined) return { manifest, document };
  const { digest } = onlyOf(document.manifests, place.shown);
  const next = { ...place, tag: undefined, digest, shown: `${place.shown} (${short(digest)})` };
  const inner = await get(next);
  if (inner === undefined) return undefined;
  assertDigest(inner, next);
  const read = parseManifest(inner, next.shown);
  if (read.manifests !== undefined) throw invalidRecord(next.shown, "a list within a list");
  return { manifest: inner, document: read };
}

/** Fails where a manifest is not the one that was asked for. */
function assertDigest({ bytes, saidDigest }: Manifest, { digest, shown }: OciPlace): void {
  for (const expected of [digest, saidDigest]) {
    const [kind, hex] = expected?.split(":", 2) ?? [];
    if (hex === undefined || (kind !== "sha256" && kind !== "sha512")) continue;
    const actual = createHash(kind).update(bytes).digest("hex");
    if (actual !== hex.toLowerCase())
      throw invalidRecord(
        shown,
        `its manifest is ${kind}:${actual}, not ${kind}:${hex}`,
        "The registry, or who is on the way to it, gives another manifest than was asked for.",
      );
  }
}

/** Reads the manifest of a model in an OCI registry, a layout on disk, or a file. Pulls nothing. */
export const readOci: RecordReader = async (text, context) => {
  const place = placeOf(text);
  const isLocal = isLocalPlace(place);
  const found = await manifestAt(place, (at) =>
    isLocal ? Promise.resolve(readLocalManifest(at)) : fetchManifest(at, context),
  );
  const { shown, digest } = place;
  if (found === undefined) {
    const message = `the registry has no ${shown}`;
    return [recordOf({ source: shown, notes: [{ kind: "no-evidence", message }] })];
  }
  const { manifest, document } = found;
  const actual = `sha256:${createHash("sha256").update(manifest.bytes).digest("hex")}`;
  const layers = document.layers ?? [];
  if (layers.length === 0)
    throw invalidRecord(shown, "it is no manifest of a model: it has no layers");
  const { entries, unnamed, notes, hasArchives } = readLayers(layers, shown);
  const mutable: readonly RecordNote[] =
    isLocal || digest !== undefined
      ? []
      : [
          {
            kind: "weak-evidence",
            message: `${shown} can be moved by who may push there; it is ${actual} now: name it with @${actual}`,
          },
        ];
  return [
    recordOf({
      source: shown,
      files: filesOf(shown, entries),
      unnamed,
      scope: hasArchives || unnamed.length > 0 ? "named" : "whole",
      notes: [...mutable, ...notes],
    }),
  ];
};
