/**
 * Modules that stand for others: the same functions under an older, private or re-exporting name.
 * Only whole modules whose members have the same names; the longest prefix wins.
 */
const canonicalModules: ReadonlyMap<string, string> = new Map([
  ["cPickle", "pickle"],
  ["_pickle", "pickle"],
  ["six.moves.cPickle", "pickle"],
  ["six.moves.urllib", "urllib"],
  ["builtins", ""],
  ["__builtin__", ""],
  ["__builtins__", ""],
  ["tensorflow.keras", "keras"],
  ["tensorflow.python.keras", "keras"],
  ["tf_keras", "keras"],
  ["tensorflow.compat.v1.keras", "keras"],
  ["tensorflow.compat.v1", "tensorflow"],
  ["tensorflow.compat.v2", "tensorflow"],
  ["tensorflow.io.gfile", "tensorflow.gfile"],
  ["os.path.os", "os"],
  ["posix", "os"],
  ["nt", "os"],
]);

/** First parts of the names above, so that most names need one look-up. */
const firstParts: ReadonlySet<string> = new Set(
  [...canonicalModules.keys()].map((name) => name.split(".", 1)[0]!),
);
const mostParts = Math.max(...[...canonicalModules.keys()].map((name) => name.split(".").length));

/** Rewrites the first parts of a qualified name where another module is meant by them. */
export function canonicalName(name: string): string {
  let dot = name.indexOf(".");
  if (!firstParts.has(dot < 0 ? name : name.slice(0, dot))) return name;
  let module: string | undefined;
  let rest = "";
  for (let parts = 1; parts <= mostParts; parts++) {
    const found = canonicalModules.get(dot < 0 ? name : name.slice(0, dot));
    if (found !== undefined) {
      module = found;
      rest = dot < 0 ? "" : name.slice(dot + 1);
    }
    if (dot < 0) break;
    dot = name.indexOf(".", dot + 1);
  }
  if (module === undefined) return name;
  // The module of the built-in functions keeps its name where none of them follows.
  if (rest === "") return module === "" ? name : module;
  return module === "" ? rest : `${module}.${rest}`;
}
