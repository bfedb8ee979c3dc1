/**
 * A path as a SARIF `artifactLocation.uri`: each segment percent-encoded, relative to the root where
 * the path is. Lone surrogates have no encoding and become U+FFFD.
 */
export function artifactUri(path: string): string {
  const encoded = path
    .toWellFormed()
    .split("/")
    .map((segment) => encodeURIComponent(segment).replace(/['()*]/g, encodeReserved))
    .join("/");
  return /^[A-Za-z]:\//.test(path) ? `/${encoded}` : encoded;
}

function encodeReserved(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** The members of an `artifactLocation`; only relative paths stand below the root. */
export function artifactLocation(path: string): { uri: string; uriBaseId?: "%SRCROOT%" } {
  const uri = artifactUri(path);
  if (uri.startsWith("/")) return { uri: `file://${uri}` };
  return { uri: uri === "" ? "." : uri, uriBaseId: "%SRCROOT%" };
}
