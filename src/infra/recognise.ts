import type { AssetKind } from "../core/index.ts";
import { looksLikeCloudFormation } from "./sources/cloudformation/template.ts";
import { isBesideManifests } from "./sources/kubernetes/files.ts";

/** Sources that are written in files. */
export const fileSources = ["terraform", "plan", "cloudformation", "kubernetes", "pulumi"] as const;
export type FileSource = (typeof fileSources)[number];

/** How much of a file is looked at: what says what it is stands at its beginning, or everywhere. */
const headLength = 200_000;

const manifest = /^["']?apiVersion["']?[ \t]*:\s*\S/m;
const kindLine = /^[ \t]*["']?kind["']?[ \t]*:\s*\S/m;
/** JSON, or YAML in its manner, need not put its keys on lines of their own. */
const inlineKind = /[{,]\s*["']?kind["']?[ \t]*:\s*\S/;
const inlineVersion = /[{,]\s*["']?apiVersion["']?[ \t]*:\s*\S/;
/** An operation of a JSON patch, which kustomizations name. */
const jsonPatch =
  /^[ \t]{0,40}(?:- |[[{ ]{1,4})?[ \t]{0,40}"?op"?[ \t]{0,9}:[ \t]{0,9}"?(?:add|remove|replace|move|copy)\b/m;
const chartTemplate = /(?:^|\/)templates\/[^/]+(?:\/[^/]+)*\.ya?ml$/;

/** Judges by its content which source a file belongs to. Cheap: it is asked of every file. */
export function fileSourceOf(file: {
  readonly kind: AssetKind;
  readonly path: string;
  readonly text: string;
}): FileSource | undefined {
  const { kind, path } = file;
  if (kind === "terraform") return /\.(?:tf|tfvars)$/.test(path) ? "terraform" : undefined;
  if (kind !== "yaml" && kind !== "json") return undefined;
  if (/\.tf(?:vars)?\.json$/.test(path)) return "terraform";
  // Which folder holds which module that `terraform init` has fetched.
  if (/(?:^|\/)\.terraform\/modules\/modules\.json$/.test(path)) return "terraform";
  const text = file.text.slice(0, headLength);
  if (text.includes("planned_values") && text.includes("terraform_version")) return "plan";
  if (looksLikeCloudFormation(text)) return "cloudformation";
  if (text.includes("pulumi:pulumi:Stack") || /(?:^|\/)Pulumi\.ya?ml$/.test(path)) return "pulumi";
  if (isBesideManifests(path)) return "kubernetes";
  if (kindLine.test(text) && (manifest.test(text) || /"apiVersion"\s*:/.test(text)))
    return "kubernetes";
  if (text.includes("path") && jsonPatch.test(text)) return "kubernetes";
  if (inlineKind.test(text) && inlineVersion.test(text)) return "kubernetes";
  return chartTemplate.test(path) && text.includes("{{") ? "kubernetes" : undefined;
}
