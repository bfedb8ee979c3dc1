import { paviseVersion } from "../../engine/version.ts";
import type { HashOptions } from "../model/hash-all.ts";
import { gitPaths, listModel, type Unfit } from "../model/list.ts";
import { digestModel } from "../sign.ts";
import type { Bill, BillFile, Contribution, Reference } from "./bill.ts";
import { readCard } from "./card.ts";
import { lineOf, nameOfFile } from "./clean.ts";
import { readConfigs } from "./config.ts";
import { readCroissant } from "./croissant.ts";
import { readAllEvidence } from "./evidence.ts";
import { folderOf, type Folder } from "./folder.ts";
import { cachedId, hubPurl } from "./hub.ts";
import { merge } from "./merge.ts";
import { readMlflow } from "./mlflow.ts";
import { isLicenseFile, readLicenseFile } from "./license-file.ts";
import { readRequirements } from "./requirements.ts";
import { readSpacy } from "./spacy.ts";
import { readWeights, roleOf } from "./weights.ts";

/** What a bill is to say beyond what the files say. */
export interface BillOptions extends Omit<HashOptions, "type"> {
  readonly name?: string;
  readonly version?: string;
  readonly supplier?: string;
  readonly author?: string;
  /** When the model was released; ISO 8601, whole seconds, UTC. */
  readonly released?: string;
  /** ISO 8601, whole seconds, UTC. */
  readonly timestamp: string;
  /** Where the model's signature is or will be; never one of its files. */
  readonly signatureFile?: string;
  /** Signatures and attestations to refer to. */
  readonly evidence?: readonly string[];
  readonly ignore?: readonly string[];
  readonly allowSymlinks?: boolean;
}

/** Files that are listed one by one; the digest of the whole covers the others. */
const maxFiles = 20_000;

/**
 * Links and what is no file (a pipe, a device) stay out of the bill, and the bill says so. What cannot
 * be read is another matter: a bill without it would be of another model.
 */
function leftOut(model: string, options: BillOptions): readonly Unfit[] {
  const ignore = [...gitPaths, ...(options.ignore ?? [])];
  const { unfit, files } = listModel(model, { ignore, allowSymlinks: options.allowSymlinks });
  // Of nothing there is no bill; the error says what lies there instead.
  if (files.length === 0) return [];
  return unfit.filter(({ kind }) => kind === "link" || kind === "special-file");
}

function evidenceOfFolder({ names, digests }: Folder): readonly Reference[] {
  return names.flatMap((name): readonly Reference[] => {
    if (name.includes("/")) return [];
    const url = encodeURIComponent(name.toWellFormed());
    const sha256 = digests.get(name);
    if (isLicenseFile(name)) return [{ kind: "license", url, sha256 }];
    return /^security\.(?:md|txt|rst)$/i.test(name)
      ? [{ kind: "security-policy", url, sha256 }]
      : [];
  });
}

/** One broken reader does not take the others with it. */
function attempt(
  folder: Folder,
  read: (folder: Folder) => Contribution | readonly Contribution[] | undefined,
): readonly Contribution[] {
  try {
    return [read(folder) ?? []].flat();
  } catch {
    folder.warn(`${read.name}: something in the files of the model could not be understood`);
    return [];
  }
}

/**
 * From who knows most about a thing to who knows least. A description of the data knows more of it
 * than a card that only names it; of the model it says nothing.
 */
const readers = [
  readCroissant,
  readCard,
  readMlflow,
  readSpacy,
  readConfigs,
  readWeights,
  readRequirements,
  readLicenseFile,
];

/**
 * Hashes a model, reads what its files say, and makes a bill of it. Throws `target-missing` and
 * `model-unfit` where it cannot be hashed; whatever else is wrong with it is in `warnings`.
 */
export async function collectBill(model: string, options: BillOptions): Promise<Bill> {
  const unfit = leftOut(model, options);
  const ignore = [...(options.ignore ?? []), ...unfit.map(({ name }) => name)];
  const digested = await digestModel(model, { ...options, ignore, hashType: "sha256" });
  const { listing, root } = digested;
  const folder = folderOf(digested);
  const given: Contribution = {
    name: lineOf(options.name ?? ""),
    version: lineOf(options.version ?? "", 200),
    supplier: lineOf(options.supplier ?? ""),
    released: options.released,
  };
  const cached = cachedId(listing.root);
  const hub: Contribution = {
    name: cached?.id,
    version: cached?.revision,
    supplier: cached?.id.split("/")[0],
    hubId: cached?.id,
  };
  const evidence = readAllEvidence(options.evidence ?? [], root);
  const read = readers.flatMap((reader) => attempt(folder, reader));
  const merged = merge([given, hub, ...read, evidence]);
  const files = listing.files.map(({ name, size }): BillFile => ({
    name: nameOfFile(name),
    role: roleOf(name),
    sha256: folder.digests.get(name) ?? "",
    size,
  }));
  const { hubId } = merged;
  const page: readonly Reference[] =
    hubId === undefined ? [] : [{ kind: "distribution", url: `https://huggingface.co/${hubId}` }];
  return {
    ...merged,
    name: merged.name ?? nameOfFile(listing.name),
    purl: hubId === undefined ? undefined : hubPurl(hubId, cached?.revision),
    references: [...merged.references, ...evidenceOfFolder(folder), ...page],
    warnings: [
      ...unfit.map(
        ({ name, message }) => `${nameOfFile(name)}: left out, ${lineOf(message) ?? ""}`,
      ),
      ...folder.warnings,
      ...merged.warnings,
    ],
    root,
    files: files.slice(0, maxFiles),
    moreFiles: Math.max(0, files.length - maxFiles),
    author: lineOf(options.author ?? ""),
    timestamp: options.timestamp,
    tool: { name: "pavise", version: paviseVersion() },
  };
}
