/** A value with the place that it has in the file. */
export interface Unresolved {
  readonly path: readonly PropertyKey[];
  readonly name: string;
}

const reference = /\$(\$?)\{([A-Za-z_]\w*)\}/g;

/**
 * Puts the environment's values where a file says `${NAME}`; `$${NAME}` stands for itself. What is not
 * in the environment is told in `missing`: an empty key would be a gateway without one.
 */
export function expandEnvironment<T>(
  value: T,
  env: NodeJS.ProcessEnv,
): { readonly value: T; readonly missing: readonly Unresolved[] } {
  const missing: Unresolved[] = [];
  function expand(item: unknown, path: readonly PropertyKey[]): unknown {
    if (typeof item === "string") {
      return item.replace(reference, (whole, escape: string, name: string) => {
        if (escape !== "") return whole.slice(1);
        const found = env[name];
        if (found === undefined || found === "") missing.push({ path, name });
        // Told once; what is made of this value is never used.
        return found === undefined || found === "" ? "missing" : found;
      });
    }
    if (Array.isArray(item)) return item.map((each, at) => expand(each, [...path, at]));
    if (typeof item !== "object" || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, each]) => [key, expand(each, [...path, key])]),
    );
  }
  return { value: expand(value, []) as T, missing };
}
