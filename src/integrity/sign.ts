import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileReason, PaviseError } from "../core/index.ts";
import type { HashOptions } from "./model/hash-all.ts";
import { byCodePoint, gitPaths, listModel, nameBelow, type Listing } from "./model/list.ts";
import { manifestOf, rootDigest, type Manifest, type Serialization } from "./model/manifest.ts";
import { readBundle } from "./oms/bundle.ts";
import { writeStatement } from "./oms/statement.ts";
import type { Seal } from "./trust/seal.ts";

/** How a model is taken apart before it is signed. */
export interface SerializeOptions extends Omit<HashOptions, "type"> {
  readonly hashType: Serialization["hashType"];
  /** Bytes of a shard; whole files where it is not said. */
  readonly shardSize?: number;
  readonly allowSymlinks?: boolean;
  /** Paths to leave out, relative to the model. */
  readonly ignore?: readonly string[];
}

/** A model, hashed. */
export interface DigestedModel {
  readonly listing: Listing;
  readonly manifest: Manifest;
  /** SHA-256 over the digests of the resources, hex. */
  readonly root: string;
}

const shownUnfit = 5;

function assertFit({ unfit, files }: Listing, model: string): void {
  if (unfit.length > 0) {
    const lines = unfit.slice(0, shownUnfit).map(({ name, message }) => `\n  ${name}: ${message}`);
    const more = unfit.length > shownUnfit ? `\n  and ${unfit.length - shownUnfit} more` : "";
    const isLinks = unfit.every(({ kind }) => kind === "link");
    throw new PaviseError("model-unfit", `${model} cannot be signed:${lines.join("")}${more}`, {
      hint: isLinks
        ? "Put the files themselves there, or follow links with --allow-symlinks."
        : "Take it away, or leave it out with --ignore PATH.",
    });
  }
  if (files.length === 0)
    throw new PaviseError("model-unfit", `${model}: there is no file in it`, {
      hint: "Name the folder that holds the model.",
    });
}

/**
 * Hashes a model in one pass. Throws `model-unfit` where something in it cannot be part of a signed
 * model, or changes while it is read.
 */
export async function digestModel(
  model: string,
  options: SerializeOptions & {
    /** Where its signature is or will be. */
    readonly signatureFile?: string;
  },
): Promise<DigestedModel> {
  const { hashType, shardSize, allowSymlinks = false, signatureFile } = options;
  const own = signatureFile === undefined ? undefined : nameBelow(model, signatureFile);
  const ignore = new Set([
    ...gitPaths,
    ...(options.ignore ?? []),
    ...(own === undefined ? [] : [own]),
  ]);
  const ignorePaths = [...ignore].sort(byCodePoint);
  const listing = listModel(model, { ignore: ignorePaths, allowSymlinks });
  assertFit(listing, model);
  const serialization: Serialization = {
    method: shardSize === undefined ? "files" : "shards",
    hashType,
    shardSize,
    allowSymlinks,
    ignorePaths,
  };
  const manifest = await manifestOf(listing, serialization, options);
  const [failed] = manifest.unhashed;
  if (failed !== undefined)
    throw new PaviseError(
      "model-unfit",
      `${model} cannot be hashed: ${failed.name}: ${failed.message}`,
      {
        hint: "Wait until nothing writes to it any more, then try again.",
      },
    );
  if (manifest.resources.length === 0)
    throw new PaviseError(
      "model-unfit",
      `${model}: all of its files are empty, and shards hold none`,
      {
        hint: "Sign it without --shard-size.",
      },
    );
  return { listing, manifest, root: rootDigest(manifest.resources) };
}

/** Signatures and attestations are smaller. */
const maxBundleBytes = 256 * 1024 * 1024;

/**
 * Fails where a signature or attestation cannot be written, before hours of hashing: into no folder,
 * or over something else.
 */
export function assertReplaceable(file: string): void {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true)
    throw new PaviseError("output-failed", `${file}: it is a folder`, {
      hint: `Name the file to write to: ${join(file, "model.sig")}.`,
    });
  try {
    accessSync(dirname(file), constants.W_OK);
  } catch (error) {
    throw new PaviseError("output-failed", `${dirname(file)}: ${fileReason(error)}`, {
      hint: "Name a file in a folder that is there and can be written.",
      cause: error,
    });
  }
  if (stat === undefined) return;
  let isBundle = false;
  try {
    isBundle = stat.size <= maxBundleBytes && readBundle(readFileSync(file)).ok;
  } catch {
    // What cannot be read is not replaced either.
  }
  if (!isBundle)
    throw new PaviseError("output-failed", `${file}: there is a file that is no signature`, {
      hint: "Name another file to write to.",
    });
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, text: string): void {
  const part = join(dirname(file), `.${process.pid}.${Date.now()}.part`);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(part, "wx", 0o644);
    writeFileSync(descriptor, text);
    fsyncSync(descriptor);
    closeSync(descriptor);
    descriptor = undefined;
    renameSync(part, file);
  } catch (error) {
    if (descriptor !== undefined) closeSync(descriptor);
    rmSync(part, { force: true });
    throw new PaviseError("output-failed", `${file}: ${fileReason(error)}`, {
      hint: "Name a file in a folder that can be written.",
      cause: error,
    });
  }
}

/**
 * Signs a model (OMS 1.0): lists, hashes, seals, then writes the signature file whole or not at all.
 * Throws `model-unfit`, `output-failed`, and what the seal throws.
 */
export async function signModel(
  model: string,
  signatureFile: string,
  options: SerializeOptions & { readonly seal: Seal },
): Promise<DigestedModel> {
  assertReplaceable(signatureFile);
  const digested = await digestModel(model, { ...options, signatureFile });
  const { listing, manifest } = digested;
  const { serialization, resources } = manifest;
  const payload = writeStatement({ subject: listing.name, serialization, resources });
  writeWhole(signatureFile, await options.seal(payload));
  return digested;
}
