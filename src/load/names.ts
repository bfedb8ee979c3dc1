import { dangerousNames } from "./dangerous.generated.ts";
import { knownNames, nameRules } from "./names.generated.ts";

/**
 * What a name is that a pickle imports. `class`: what makes an object of it without calling it does
 * no harm, nor does what is put into it. `maker`: it is called with data and only makes data of
 * them. `value`: harmless while nobody calls it.
 */
type Role = "class" | "maker" | "value";

/** A line for each module: its name, and for each role the names joined by blanks; between them, tabs. */
export type KnownNames = string;

/** When a name is safe that is not always so; `means` says it in words. */
export interface NameRule {
  readonly rule: string;
  readonly means: string;
  readonly why: string;
  /** Of a rule about what is put into an object: the key, and what its text must look like. */
  readonly key?: string;
  readonly pattern?: string;
  readonly names: KnownNames;
}

/** What is known of a name. */
export interface NameFacts {
  readonly roles: ReadonlySet<Role>;
  readonly rule?: NameRule;
}

const roleNames = ["class", "maker", "value"] as const;
/** Modules that were asked for: the list is long, and a model needs little of it. */
const facts = new Map<string, ReadonlyMap<string, NameFacts>>();

/** What is behind the name of each module, of each table that was asked for. */
const tables = new Map<KnownNames, ReadonlyMap<string, string>>();

function tableOf(names: KnownNames): ReadonlyMap<string, string> {
  let table = tables.get(names);
  if (table === undefined) {
    const lines = names.split("\n").map((line) => {
      const end = line.indexOf("\t");
      return [line.slice(0, end), line.slice(end + 1)] as const;
    });
    tables.set(names, (table = new Map(lines)));
  }
  return table;
}

function read(module: string): ReadonlyMap<string, NameFacts> {
  const known = new Map<string, NameFacts>();
  function add(names: KnownNames, rule?: NameRule): void {
    for (const [index, texts] of (tableOf(names).get(module) ?? "").split("\t").entries())
      for (const name of texts === "" ? [] : texts.split(" ")) {
        const before = known.get(name);
        const all = new Set([...(before?.roles ?? []), roleNames[index]!]);
        known.set(name, rule === undefined ? { ...before, roles: all } : { roles: all, rule });
      }
  }
  add(knownNames);
  for (const rule of nameRules) add(rule.names, rule);
  return known;
}

/** Modules of files that are not honest are without end. */
const maxModules = 5_000;

/** What the list of names says of one; undefined where it is not in it. */
export function factsOf(module: string, name: string): NameFacts | undefined {
  let known = facts.get(module);
  if (known === undefined) {
    known = read(module);
    if (facts.size >= maxModules) facts.clear();
    facts.set(module, known);
  }
  return known.get(name);
}

/** Rules of names that reach others, or call what they are given. */
const reaching = new Set([
  "attribute",
  "base",
  "class-state",
  "expression",
  "kept",
  "listed-pair",
  "named",
  "nested",
]);

/** True for a name that does no harm where it is taken, whatever it is given; no rule is looked at. */
export function isKnownName(module: string, name: string): boolean {
  const known = factsOf(module, name);
  return known !== undefined && !reaching.has(known.rule?.rule ?? "");
}

/** Every module of which a name is on the list. */
export function* listedModules(): Generator<string> {
  yield* tableOf(knownNames).keys();
  for (const { names } of nameRules) yield* tableOf(names).keys();
}

const ruledPackages = new Map<string, ReadonlySet<string>>();

/** The first names of modules of which names are safe only under one of these rules. */
export function packagesOfRules(...rules: readonly string[]): ReadonlySet<string> {
  const key = rules.join(" ");
  let known = ruledPackages.get(key);
  if (known === undefined) {
    const modules = nameRules
      .filter(({ rule }) => rules.includes(rule))
      .flatMap(({ names }) => [...tableOf(names).keys()]);
    ruledPackages.set(key, (known = new Set(modules.map((each) => each.split(".", 1)[0]!))));
  }
  return known;
}

let packages: ReadonlySet<string> | undefined;

/** True for a module of a library of which names are on the list: to import it does no harm. */
export function isKnownModule(module: string): boolean {
  packages ??= new Set([...listedModules()].map((each) => each.split(".", 1)[0]!));
  return packages.has(module.split(".", 1)[0]!) && !isListed(module, "");
}

const dangerous = new Map<string, ReadonlySet<string> | "*">(
  Object.entries(dangerousNames).map(([module, names]) => [
    module,
    names === "*" ? "*" : new Set(names.split(" ")),
  ]),
);

/** True for a name of a module that is dangerous as a whole, or of one above it. */
function isListed(module: string, name: string): boolean {
  const parts = module.split(".");
  for (let length = parts.length; length > 0; length--) {
    const names = dangerous.get(parts.slice(0, length).join("."));
    if (names === undefined) continue;
    if (names === "*" || (length === parts.length && names.has(name))) return true;
  }
  return false;
}

/**
 * True for a name that runs code or reaches out when it is called. One with dots is reached through
 * what stands before each dot: `os.system` of `shutil` is `os.system`.
 */
export function isDangerous(module: string, name: string): boolean {
  if (factsOf(module, name) !== undefined) return false;
  if (isListed(module, name)) return true;
  if (!name.includes(".")) return false;
  const parts = name.split(".");
  return parts.some((part, index) => {
    if (/^__\w+__$/.test(part)) return true;
    const before = parts.slice(0, index + 1).join(".");
    const rest = parts.slice(index + 1).join(".");
    if (isListed(module, before)) return true;
    return rest !== "" && (isListed(part, rest) || isListed(`${module}.${before}`, rest));
  });
}

/** All that the lists say of a name. */
export interface Standing {
  /** With its module. */
  readonly full: string;
  readonly facts: NameFacts | undefined;
  readonly isDangerous: boolean;
}

const maxStandings = 20_000;
let standings = new Map<string, Map<string, Standing>>();
let standingCount = 0;

/** As `factsOf` and `isDangerous`; models ask for the same names again and again. */
export function standingOf(module: string, name: string): Standing {
  const before = standings.get(module)?.get(name);
  if (before !== undefined) return before;
  if (standingCount++ >= maxStandings) [standings, standingCount] = [new Map(), 1];
  const standing = {
    full: `${module}.${name}`,
    facts: factsOf(module, name),
    isDangerous: isDangerous(module, name),
  };
  const known = standings.get(module);
  if (known === undefined) standings.set(module, new Map([[name, standing]]));
  else known.set(name, standing);
  return standing;
}

/** True for a name of a role that needs no rule. */
export function isPlainly(module: string, name: string, ...roles: readonly Role[]): boolean {
  const known = factsOf(module, name);
  return (
    known !== undefined && known.rule === undefined && roles.some((role) => known.roles.has(role))
  );
}

/** As `isDangerous`, of a whole path: where its module ends is not written, so each place is tried. */
export function isDangerousPath(path: string): boolean {
  const parts = path.split(".", 50);
  return parts.some(
    (_, at) => at > 0 && isDangerous(parts.slice(0, at).join("."), parts.slice(at).join(".")),
  );
}
