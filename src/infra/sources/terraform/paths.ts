/** Joins a folder and a path from it; undefined where that leaves the root. */
export function joinPath(folder: string, path: string): string | undefined {
  const words = folder === "" ? [] : folder.split("/");
  for (const word of path.split("/")) {
    if (word === "" || word === ".") continue;
    if (word !== "..") words.push(word);
    else if (words.pop() === undefined) return undefined;
  }
  return words.join("/");
}

/** The folder of a file; empty for the root. */
export function folderOfPath(path: string): string {
  const at = path.lastIndexOf("/");
  return at < 0 ? "" : path.slice(0, at);
}

/** A folder as it is seen from another. */
export function relativePath(from: string, to: string): string {
  const start = from === "" ? [] : from.split("/");
  const end = to === "" ? [] : to.split("/");
  let shared = 0;
  while (shared < start.length && shared < end.length && start[shared] === end[shared]) shared++;
  const words = [...start.slice(shared).map(() => ".."), ...end.slice(shared)];
  return words.length === 0 ? "." : words.join("/");
}
