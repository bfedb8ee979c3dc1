/** Names by which the Python files of a project may be imported: folders and files. */
export function moduleNames(paths: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const path of paths) {
    if (!/\.(?:pyi?|pyw|ipynb)$/.test(path)) continue;
    for (const part of path.replace(/\.\w+$/, "").split("/")) names.add(part);
  }
  return [...names];
}

/** True for a qualified name that begins with one of these, or is relative (in JavaScript `./`, `@/`). */
export function oursAmong(modules: readonly string[]): (name: string) => boolean {
  const known = new Set(modules);
  return (name) => {
    if (/^(?:\.|@\/|~\/|#)/.test(name)) return true;
    const dot = name.indexOf(".");
    return known.has(dot < 0 ? name : name.slice(0, dot));
  };
}
