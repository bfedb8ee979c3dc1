import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { PaviseError } from "../core/index.ts";
import { hashTypes } from "../integrity/model/hash-range.ts";
import type { HashProgress } from "../integrity/model/hash-all.ts";
import type { SerializeOptions } from "../integrity/sign.ts";
import { formatBytes } from "../report/text.ts";
import { jobsOf } from "./jobs.ts";
import { barOf, liveLine } from "./live-line.ts";
import { oneOf, type Given } from "./options.ts";
import type { Stage } from "./stage.ts";

const units: Readonly<Record<string, number>> = {
  "": 1,
  b: 1,
  kb: 1e3,
  mb: 1e6,
  gb: 1e9,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};
const smallestShard = 4096;

function shardSizeOf(given: Given): number | undefined {
  const value = given.last("shard-size");
  if (value === undefined) return undefined;
  const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(value);
  const unit = units[match?.[2]?.toLowerCase() ?? "?"];
  const bytes = match === null || unit === undefined ? Number.NaN : Number(match[1]) * unit;
  if (Number.isSafeInteger(bytes) && bytes >= smallestShard) return bytes;
  throw new PaviseError("usage", `--shard-size ${value}: not a size`, {
    hint: `A number of bytes from ${smallestShard} on, with or without a unit: 1GB, 256MiB.`,
  });
}

/** Paths to leave out. They are exact: what looks like a pattern would be taken for a name. */
export function ignoredPaths(given: Given): readonly string[] {
  const values = given.options.filter(({ name }) => name === "ignore").map(({ value }) => value);
  return values.map((value) => {
    const path = value.replace(/^\.\//, "").replace(/\/$/, "");
    const parts = path.split("/");
    if (path.startsWith("/") || parts.some((part) => part === "" || part === "." || part === ".."))
      throw new PaviseError("usage", `--ignore ${value}: not a path within the model`, {
        hint: "A path relative to the model, without `..`: logs, or data/raw.csv.",
      });
    return path;
  });
}

/** How a model is hashed, by the options. */
export function serializeOptions(given: Given): SerializeOptions {
  return {
    hashType: oneOf(given, "hash", hashTypes) ?? "sha256",
    shardSize: shardSizeOf(given),
    allowSymlinks: given.has("allow-symlinks"),
    ignore: ignoredPaths(given),
    jobs: jobsOf(given),
  };
}

/** The one model of a command. */
export function modelOf(given: Given): string {
  const [model, more] = given.operands;
  if (model === undefined)
    throw new PaviseError("usage", "no model is named", { hint: "Name its folder, or one file." });
  if (more !== undefined)
    throw new PaviseError("usage", `one model at a time, and ${more} is another`, {
      hint: "Name the folder that holds all of its files.",
    });
  if (!existsSync(model))
    throw new PaviseError("target-missing", `${model}: there is no such file or folder`, {
      hint: "Name the folder of a model, or one file.",
    });
  return model;
}

/** Where the signature of a model is. */
export function signatureFileOf(given: Given, model: string): string {
  const named = given.last("signature");
  if (named !== undefined) return named;
  return statSync(model).isDirectory() ? join(model, "model.sig") : `${model}.sig`;
}

const startMs = 2_000;

/** Draws how much is hashed, on a terminal and after two seconds only. */
export function hashLine(stage: Stage): {
  readonly show: (progress: HashProgress) => void;
  readonly clear: () => void;
} {
  if (!stage.live) return { show: () => {}, clear: () => {} };
  const begin = performance.now();
  const line = liveLine(stage);
  return {
    show: ({ done, total }) => {
      const took = performance.now() - begin;
      if (took < startMs || done === total) return;
      const rate = `${formatBytes((done / took) * 1000)}/s`;
      const left = Math.ceil(((total - done) / Math.max(1, done)) * (took / 1000));
      const bar = barOf(done, total, stage);
      line.draw(`${bar}  ${formatBytes(done)} of ${formatBytes(total)}, ${rate}, ${left} s left`);
    },
    clear: line.clear,
  };
}
