import { createHash } from "node:crypto";
import { dirname, resolve } from "node:path";
import { PaviseError } from "../../core/index.ts";
import { readYaml } from "../../engine/yaml-file.ts";
import { isText } from "../trust/glob.ts";
import { readGiven, readPublicKey } from "../trust/keys.ts";
import type { Trust } from "../trust/reading.ts";
import { Policy, type Rule, type SignedBy } from "./schema.ts";

/** A policy with where it stands. */
export interface PolicyFile {
  readonly file: string;
  /** SHA-256 of its text, hex. */
  readonly digest: string;
  readonly policy: Policy;
}

/** Reads a policy. Throws `file-missing` and `config-invalid`. */
export function readPolicy(file: string): PolicyFile {
  const bytes = readGiven(file, "a policy");
  const help = "docs/integrity.md shows a policy with every key explained.";
  const { data } = readYaml({ text: bytes.toString("utf8"), file, help }, Policy);
  return { file, digest: createHash("sha256").update(bytes).digest("hex"), policy: data };
}

/** The first rule that fits a model's name. Throws `policy-silent` where there is none. */
export function ruleFor({ policy, file }: PolicyFile, model: string): Rule {
  const rule = policy.models.find(({ name }) => isText(model, name));
  if (rule !== undefined) return rule;
  throw new PaviseError("policy-silent", `${file} says nothing of a model called ${model}`, {
    hint: "Add a rule for it, or name the model with --name.",
  });
}

/** Whom entries of a policy trust. Throws `file-missing` and `key-invalid`. */
export async function trustIn(
  entries: readonly SignedBy[],
  { file }: Pick<PolicyFile, "file">,
): Promise<readonly Trust[]> {
  const folder = dirname(file);
  const trust: Trust[] = [];
  for (const entry of entries) {
    if ("key" in entry) {
      const key = readPublicKey(resolve(folder, entry.key));
      trust.push({ kind: "key", key, name: entry.key });
    } else if ("identity" in entry) {
      const { identity, issuer, "trusted-root": root } = entry;
      const trustedRoot = root === undefined ? undefined : resolve(folder, root);
      trust.push({ kind: "sigstore", identity, issuer, trustedRoot });
    } else {
      const { readCertificates } = await import("../trust/certificates.ts");
      const times = entry["timestamp-certificate"];
      trust.push({
        kind: "certificate",
        roots: readCertificates(resolve(folder, entry["certificate-chain"])),
        timestampRoots: times === undefined ? [] : readCertificates(resolve(folder, times)),
      });
    }
  }
  return trust;
}
