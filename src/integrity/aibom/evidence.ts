import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { readAttestation, rootIn, type SignedStatement } from "../attest/statement.ts";
import { readTestResult } from "../attest/test-result.ts";
import { readBundle } from "../oms/bundle.ts";
import { readStatement, signatureType } from "../oms/statement.ts";
import type { Contribution, Metric, Property, Reference } from "./bill.ts";
import { lineOf, nameOfFile } from "./clean.ts";

const longestFile = 256_000_000;
const maxFiles = 100;

/** A file that says something about the model, and was signed. */
interface Evidence {
  readonly reference: Reference;
  readonly metrics: readonly Metric[];
  readonly properties: readonly Property[];
  readonly warnings: readonly string[];
}

/** What is said of the digest that a file is about. */
function standing(root: string, said: string | undefined): string {
  if (said === undefined) return "it does not say which digest the model has as a whole";
  return said === root ? "about this very model" : "about another state of the model";
}

/** The digest of the whole that a signature covers, where it is of the same kind as ours. */
function signedRoot(payload: Buffer): string | undefined {
  const reading = readStatement(payload);
  if (!reading.ok) return undefined;
  const { method, hashType } = reading.signed.serialization;
  return method === "files" && hashType === "sha256" ? reading.signed.root : undefined;
}

function fromAttestation(
  attestation: SignedStatement,
  { root, file }: { readonly root: string; readonly file: string },
): Omit<Evidence, "reference"> & { readonly comment: string } {
  const said = rootIn(attestation);
  const type = lineOf(attestation.predicateType, 200) ?? "";
  const comment = `in-toto ${type}, ${standing(root, said)}; not verified here`;
  const isAnother = said !== undefined && said !== root;
  const warnings = isAnother ? [`${file}: it is about another state of the model`] : [];
  const result = said === root ? readTestResult(attestation) : undefined;
  if (result === undefined) return { comment, metrics: [], properties: [], warnings };
  if (result.kind === "scan") {
    const counts = Object.entries(result.findings)
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => `${count} ${severity}`);
    const value = `${result.result}${counts.length === 0 ? "" : `: ${counts.join(", ")}`}`;
    return { comment, metrics: [], properties: [{ name: "attestation:scan", value }], warnings };
  }
  const metrics = Object.entries(result.metrics)
    .slice(0, 200)
    .flatMap(([name, value]) => {
      const type = lineOf(name, 200);
      return type === undefined ? [] : [{ type, value: String(value), isSecurity: true }];
    });
  return { comment, metrics, properties: [], warnings };
}

/** Reads a file of evidence. It is told what it says; who signed it is for `pavise verify`. */
function readEvidence(path: string, root: string): Evidence | string {
  const file = nameOfFile(basename(path));
  let bytes: Buffer;
  try {
    if (statSync(path).size > longestFile) return `${file}: too long for a signature`;
    bytes = readFileSync(path);
  } catch {
    return `${file}: it cannot be read`;
  }
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const url = encodeURIComponent(basename(path).toWellFormed());
  const reading = readAttestation(bytes);
  if (reading.ok && reading.attestation.predicateType !== signatureType) {
    const { comment, ...rest } = fromAttestation(reading.attestation, { root, file });
    return { reference: { kind: "attestation", url, sha256, comment }, ...rest };
  }
  const bundle = readBundle(bytes);
  if (!bundle.ok) return `${file}: it is no signature: ${bundle.message}`;
  const said = signedRoot(bundle.bundle.payload);
  const comment = `OpenSSF Model Signing, ${standing(root, said)}; not verified here`;
  const isAnother = said !== undefined && said !== root;
  return {
    reference: { kind: "signature", url, sha256, comment },
    metrics: [],
    properties: [],
    warnings: isAnother ? [`${file}: it signs another state of the model`] : [],
  };
}

/** Attestations that lie beside a model: `MODEL.KIND.intoto.json`. */
export function attestationsBeside(model: string): readonly string[] {
  const path = resolve(model);
  const folder = dirname(path);
  const start = `${basename(path)}.`;
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith(start) && name.endsWith(".intoto.json"))
      .sort()
      .slice(0, maxFiles)
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** What signatures and attestations say, as a part of the bill. */
export function readAllEvidence(paths: readonly string[], root: string): Contribution {
  const read = [...new Set(paths.map((path) => resolve(path)))].map((path) =>
    readEvidence(path, root),
  );
  const taken = read.filter((each) => typeof each !== "string");
  return {
    references: taken.map(({ reference }) => reference),
    metrics: taken.flatMap(({ metrics }) => metrics),
    properties: taken.flatMap(({ properties }) => properties),
    warnings: [
      ...read.filter((each) => typeof each === "string"),
      ...taken.flatMap(({ warnings }) => warnings),
    ],
  };
}
