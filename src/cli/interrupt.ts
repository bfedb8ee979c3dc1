/** Hears an interrupt once; the second one ends the process as it would without us. */
export function interruptible(): { readonly signal: AbortSignal; readonly done: () => void } {
  const control = new AbortController();
  const stop = (): void => control.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const done = (): void => {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  };
  return { signal: control.signal, done };
}
