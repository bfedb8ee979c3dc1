/** Suffixes that an import may name or leave out, and that TypeScript exchanges for one another. */
const suffix = /\.(?:[cm]?[jt]sx?|json|vue|svelte)$/;

/** True for a file of the project, by path or by the usual aliases of bundlers (`@/`, `~/`, `#`). */
export function isLocalModule(specifier: string): boolean {
  return /^(?:\.|\/|@\/|~\/|#)/.test(specifier);
}

/**
 * How a module is called in the tree and in qualified names.
 *
 * A qualified name ends in `.member`s, so that dots of a specifier must not look like one: `node:`
 * and suffixes are dropped (`./tools.js` is `./tools`, so is `./tools.ts`), a folder gets its
 * `index`, other dots of a path become `%2e` (`./a.config` is `./a%2econfig`). A package keeps its
 * name as it is (`socket.io`, `@anthropic-ai/sdk`, `langchain/agents`).
 */
export function moduleName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier.slice(5);
  const isLocal = isLocalModule(specifier);
  const isPackage = !isLocal && /^(?:@[^/]+\/)?[^/]+$/.test(specifier);
  if (isPackage) return specifier;
  const path = /(?:^|\/)\.{0,2}\/?$/.test(specifier)
    ? `${specifier.replace(/\/$/, "")}/index`
    : specifier.replace(suffix, "");
  // The dots of `./` and `../` in front, and of the package's own name, stay.
  const head = /^(?:(?:\.{1,2}\/)+|@[^/]+\/[^/]+\/|[^/]*\/)/.exec(path)?.[0] ?? "";
  return head + path.slice(head.length).replaceAll(".", "%2e");
}
