import { realpathSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";

const folder = `${sep}snapshots${sep}`;

/**
 * The file behind a link as the cache of Hugging Face has them: `snapshots/<revision>/config.json`
 * leads to `blobs/<hash>` of the same repository. Undefined for every other link.
 */
export function blobBehind(link: string, real: string): string | undefined {
  const cut = link.lastIndexOf(folder);
  if (cut < 0 || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(basename(real))) return undefined;
  const repository = link.slice(0, cut);
  // `blobs` itself must be no link, or it could be any folder.
  if (join(realpathSync(repository), "blobs") !== dirname(real)) return undefined;
  return join(repository, "blobs", basename(real));
}
