/**
 * Checks of what starts programs or runs texts: harmless in a program that somebody starts, and nothing
 * that a model needs to be loaded.
 */
export const startsPrograms: ReadonlySet<string> = new Set([
  "curl-pipe-shell",
  "download-executed",
  "exec-process",
  "exec-used",
  "os-system",
  "shell-argument",
  "subprocess-shell",
  "subprocess-used",
]);
