import { statSync } from "node:fs";
import { PaviseError } from "../../core/index.ts";

/** Where a manifest is. */
export interface OciPlace {
  /** A host with its port, or the path of a layout or a manifest. */
  readonly at: string;
  /** Empty on disk. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:…` */
  readonly digest?: string;
  /** As it is shown. */
  readonly shown: string;
}

/** True for what is on disk. */
export function isLocalPlace({ repository }: OciPlace): boolean {
  return repository === "";
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

const digestPattern = /@(sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;

/** Understands `REGISTRY/REPOSITORY:TAG@sha256:…` or a path on disk. Throws `usage`. */
export function placeOf(text: string): OciPlace {
  const fail = (message: string): PaviseError =>
    new PaviseError("usage", `--against oci:${text.slice(0, 200)}: ${message}`, {
      hint: "oci:REGISTRY/REPOSITORY:TAG@sha256:… is needed, the folder of an OCI layout, or the file of a manifest.",
    });
  const digest = digestPattern.exec(text)?.[1];
  const before = digest === undefined ? text : text.slice(0, -digest.length - 1);
  if (isThere(before)) return { at: before, repository: "", digest, shown: before };
  const colon = before.lastIndexOf(":");
  const isTag = colon > before.lastIndexOf("/");
  const [name, tag] = isTag
    ? [before.slice(0, colon), before.slice(colon + 1)]
    : [before, undefined];
  if (isThere(name)) return { at: name, repository: "", tag, digest, shown: text };
  if (before.includes("@")) throw fail("no digest of 64 digits");
  if (tag !== undefined && !/^\w[\w.-]{0,127}$/.test(tag)) throw fail("no tag");
  const slash = name.indexOf("/");
  const host = name.slice(0, Math.max(0, slash));
  const repository = name.slice(slash + 1);
  const isHost = /^(?:[A-Za-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/.test(host);
  if (!isHost || !(host.includes(".") || host.includes(":") || host === "localhost"))
    throw fail(
      "no registry: what stands before the first slash is no host, and there is no such path",
    );
  if (!/^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(repository)) throw fail("no name of a repository");
  return {
    at: host,
    repository,
    tag: tag ?? (digest === undefined ? "latest" : undefined),
    digest,
    shown: `${host}/${repository}${tag === undefined ? "" : `:${tag}`}`,
  };
}
