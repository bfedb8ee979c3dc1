import type { BaseModel, Dataset, Relation } from "./bill.ts";

const hubPart = /^[\w.-]{1,96}$/;

/** True for `name` and `owner/name`, as the Hub has them, and for no path. */
export function isHubId(text: string): boolean {
  const parts = text.split("/");
  return parts.length <= 2 && parts.every((part) => hubPart.test(part) && !/^\.+$/.test(part));
}

/** https://github.com/package-url/purl-spec : the version is a commit, in lower case. */
export function hubPurl(id: string, revision?: string): string | undefined {
  if (!isHubId(id) || !id.includes("/")) return undefined;
  const isCommit = revision !== undefined && /^[0-9a-f]{7,64}$/i.test(revision);
  const version = isCommit ? `@${revision.toLowerCase()}` : "";
  return `pkg:huggingface/${id.split("/").map(encodeURIComponent).join("/")}${version}`;
}

/** A model on the Hub that another was made from; by its name alone where it lies elsewhere. */
export function baseModelOf(
  name: string,
  { relation, revision }: { readonly relation: Relation; readonly revision?: string },
): BaseModel {
  const purl = hubPurl(name, revision);
  return purl === undefined
    ? { name, relation, version: revision }
    : { name, relation, version: revision, purl, url: `https://huggingface.co/${name}` };
}

/** A data set on the Hub: purl has no type for those, so it is known by its address. */
export function hubDataset(name: string, use: Dataset["uses"][number]): Dataset {
  const isOnHub = isHubId(name);
  return {
    name,
    uses: [use],
    ...(isOnHub ? { url: `https://huggingface.co/datasets/${name}` } : {}),
  };
}

/**
 * The name and commit of a model that lies as the Hub's cache has it:
 * `models--owner--name/snapshots/COMMIT`.
 */
export function cachedId(
  path: string,
): { readonly id: string; readonly revision: string } | undefined {
  const match = /models--([\w.-]+?)--([\w.-]+)[/\\]snapshots[/\\]([0-9a-f]{40})[/\\]?$/.exec(path);
  return match === null ? undefined : { id: `${match[1]}/${match[2]}`, revision: match[3]! };
}
