import { dangerousNames } from "./dangerous.generated.ts";
import { isDangerous, listedModules } from "./names.ts";
import { standardModules } from "./python-modules.ts";

/** Whole names that the user vouches for: `acme.features.Scaler`. */
export type OwnNames = ReadonlySet<string>;

export const noNames: OwnNames = new Set();

let known: ReadonlySet<string> | undefined;

/** The first names of packages of which Pavise itself says what may be called. */
function knownPackages(): ReadonlySet<string> {
  known ??= new Set(
    [...listedModules(), ...Object.keys(dangerousNames)].map((module) => module.split(".", 1)[0]!),
  );
  return known;
}

/** True for a name that the user vouches for. One that runs code is none, however it is reached. */
export function isVouchedFor(
  { module, name }: { readonly module: string; readonly name: string },
  own: OwnNames,
): boolean {
  return own.size > 0 && own.has(`${module}.${name}`) && !isDangerous(module, name);
}

/** Modules that a name of one's own does not lead through: `acme.os.system` is `os.system`. */
const through =
  /\.(?:builtins|ctypes|importlib|marshal|nt|os|pickle|posix|pty|runpy|shutil|socket|subprocess|sys)\./;

/**
 * Why a name cannot be vouched for; undefined where it can. A pattern would let in whatever a module
 * has imported (`acme.tools.check_output`), and a name of somebody else's package is not the user's
 * to vouch for.
 */
export function whyNotOwn(name: string): string | undefined {
  if (name.includes("*"))
    return "is a pattern, which would also allow what its modules have imported: name each class whole";
  if (!/^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)+$/u.test(name))
    return "is no whole name: write module and class, as in `acme.features.Scaler`";
  const [first = ""] = name.split(".", 1);
  if (first === "__main__")
    return "is whatever the program defines that loads the model: keep the class in a module";
  const cut = name.lastIndexOf(".");
  if (isDangerous(name.slice(0, cut), name.slice(cut + 1)) || through.test(name))
    return "runs code, and cannot be allowed this way";
  if (standardModules.has(first) || knownPackages().has(first))
    return `belongs to \`${first}\`, which is not your own: an entry in \`allow\` is for a single finding`;
  return undefined;
}
