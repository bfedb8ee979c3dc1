import type { FileSummary } from "./summary.ts";

/** Where the nodes, or the functions, of each file begin when they are counted through all files. */
export function offsetsOf(
  files: readonly FileSummary[],
  count: (file: FileSummary) => number,
): { readonly first: readonly number[]; readonly size: number } {
  let size = 0;
  const first = files.map((file) => {
    const here = size;
    size += count(file);
    return here;
  });
  return { first, size };
}

export function countNodes({ nodes }: FileSummary): number {
  return nodes.kind.length;
}
