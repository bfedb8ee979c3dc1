/**
 * Where something is. Lines and columns count from 1, columns in UTF-16 code units, ends are
 * exclusive (as in SARIF). `path` is relative to the scanned root, with forward slashes; a path
 * inside an archive is `outer!inner`.
 */
export interface Location {
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** Notebook cell, counted from 1 over all cells; lines count within it. */
  readonly cell?: number;
  /** Output of the cell, counted from 1; lines count within its text. */
  readonly output?: number;
  /** Member of a container. */
  readonly member?: string;
  /** Commit in whose version of the file it is, shortened; the working tree where it is not said. */
  readonly commit?: string;
  /** JSON pointer (RFC 6901) into a structured document. */
  readonly pointer?: string;
  /** Address of an infrastructure resource. */
  readonly resource?: string;
}

/** `path:line:column`, as editors and terminals link it. */
export function formatLocation(location: Location): string {
  let text = location.path;
  if (location.cell !== undefined) text += `, cell ${location.cell}`;
  if (location.output !== undefined) text += `, output ${location.output}`;
  if (location.line !== undefined) text += `:${location.line}`;
  if (location.line !== undefined && location.column !== undefined) text += `:${location.column}`;
  if (location.member !== undefined) text += `!${location.member}`;
  if (location.commit !== undefined) text += ` (commit ${location.commit})`;
  if (location.resource !== undefined) text += ` (${location.resource})`;
  // Where there is a line, it says more than the pointer.
  if (location.pointer !== undefined && location.line === undefined)
    text += ` (${location.pointer})`;
  return text;
}
