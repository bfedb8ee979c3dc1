/** The size of a file by its name in the folder of the model; undefined where there is none. */
export type SizeBeside = (name: string) => number | undefined;

/** True for a place outside the folder of the model that names it. */
export function leavesFolder(place: string): boolean {
  return (
    /^(?:[/\\~]|[A-Za-z]:|[a-z][a-z0-9+.-]*:\/\/)/i.test(place) ||
    /(?:^|[/\\])\.\.(?:[/\\]|$)/.test(place) ||
    place.includes("\0")
  );
}
