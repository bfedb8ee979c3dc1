/** The size of a file by its name in the folder of the model; undefined where there is none. */
export type SizeBeside = (name: string) => number | undefined;

/** True for a path that leaves the folder it is looked for in. */
export function leavesFolder(path: string): boolean {
  return (
    /^(?:[/\\~]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)/i.test(path) ||
    /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path) ||
    path.includes("\0")
  );
}
