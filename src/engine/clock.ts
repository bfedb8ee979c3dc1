/**
 * Milliseconds on a clock that only goes forward. Not `performance.now()`: its module would be
 * loaded for that at every start, and takes longer than a small file.
 */
export function now(): number {
  return process.uptime() * 1000;
}
