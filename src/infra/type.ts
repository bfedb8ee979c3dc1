import {
  asFlag,
  asList,
  asNumber,
  asText,
  asTexts,
  asValue,
  type Decode,
  type Fact,
} from "./fact.ts";
import type { Dialect, Resource } from "./resource.ts";
import type { List, Value } from "./value.ts";

/**
 * Where a fact stands in the body of a resource: `A.B.C`. `type.link > A.B` is the path `A.B` in the
 * resource of that type whose attribute `link` points here, which is how Terraform's providers split
 * what the cloud has in one. Several are tried in their order.
 */
export type Path = string | readonly string[];

/** Where a fact stands in each dialect; `false` where the dialect does not have it. */
export interface Paths {
  readonly terraform?: Path | false;
  readonly cloudformation?: Path | false;
  readonly kubernetes?: Path | false;
  readonly aws?: Path | false;
  readonly gcp?: Path | false;
  readonly azure?: Path | false;
}

/** How one fact is read. */
export interface FactSpec<T> {
  readonly path: string;
  readonly paths: Paths;
  readonly decode: Decode<T>;
  /** What the cloud takes where nothing is written. */
  readonly absent?: T;
}

type Options<T> = Paths & {
  /** What the cloud takes where nothing is written. */
  readonly absent?: T;
};

/** A kind of fact by how its value is read. */
export function spec<T>(decode: Decode<T>) {
  return (path: string, { absent, ...paths }: Options<T> = {}): FactSpec<T> => ({
    path,
    paths,
    decode,
    ...(absent === undefined ? {} : { absent }),
  });
}

/** A text: a name, a word of a closed set, an ARN. */
export const text = spec<string>(asText);
/** On or off, in whatever words. */
export const flag = spec<boolean>(asFlag);
export const number = spec<number>(asNumber);
/** A list of texts. */
export const texts = spec<readonly string[]>(asTexts);
/** A list of blocks or objects. */
export const list = spec<List>(asList);
/** Anything, such as a policy or what another resource is named by. */
export const value = spec<Value>(asValue);

/** The names of a type in each dialect; several where they are the same thing. */
export interface TypeNames {
  readonly terraform?: string | readonly string[];
  readonly cloudformation?: string | readonly string[];
  readonly kubernetes?: string | readonly string[];
  /** As CloudFormation's where it is not said. */
  readonly aws?: string | readonly string[];
  readonly gcp?: string | readonly string[];
  readonly azure?: string | readonly string[];
}

/** The facts of a type, each read when it is asked for. */
export type Facts<S extends FactSpecs> = {
  readonly [K in keyof S]: S[K] extends FactSpec<infer T> ? Fact<T> : never;
};

/** How each fact of a type is read. */
export type FactSpecs = Readonly<Record<string, FactSpec<unknown>>>;

/** What may be said about a kind of resource, whichever source tells of it. */
export interface CloudType<S extends FactSpecs = FactSpecs> {
  /** In words: "SageMaker notebook instance". */
  readonly label: string;
  readonly names: TypeNames;
  /** Tells resources of other names by their form, where no list of names is complete. */
  readonly byForm?: (resource: Resource) => boolean;
  readonly facts: S;
  /** Facts by which other resources name it. */
  readonly identifiedBy: readonly string[];
}

/** Gives a type its types; changes nothing. */
export function defineType<S extends FactSpecs>(
  type: Omit<CloudType<S>, "identifiedBy"> & {
    readonly identifiedBy?: readonly (keyof S & string)[];
  },
): CloudType<S> {
  return { identifiedBy: [], ...type };
}

/** A resource as a check reads it. */
export interface Item<S extends FactSpecs = FactSpecs> {
  readonly resource: Resource;
  readonly type: CloudType<S>;
  readonly facts: Facts<S>;
}

/** The names of a type in a dialect. */
export function namesIn(
  { names }: { readonly names: TypeNames },
  dialect: Dialect,
): readonly string[] {
  const found = dialect === "aws" ? (names.aws ?? names.cloudformation) : names[dialect];
  return found === undefined ? [] : typeof found === "string" ? [found] : found;
}

/** `KmsKeyId` and `kmsKeyId` as Terraform has them: `kms_key_id`. */
export function snakeCase(path: string): string {
  return path
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase();
}

/** One place where a fact may stand: in the body, or in that of what configures the resource. */
export interface Whereabouts {
  readonly keys: readonly string[];
  readonly facet?: { readonly type: string; readonly link: string };
}

const whereabouts = new WeakMap<FactSpec<unknown>, Map<Dialect, readonly Whereabouts[]>>();

/** The places where a fact may stand, read from its paths once. */
export function whereaboutsIn(spec: FactSpec<unknown>, dialect: Dialect): readonly Whereabouts[] {
  const known = whereabouts.get(spec) ?? new Map<Dialect, readonly Whereabouts[]>();
  whereabouts.set(spec, known);
  const before = known.get(dialect);
  if (before !== undefined) return before;
  const made = pathsIn(spec, dialect).map((path): Whereabouts => {
    const [, type, link, rest] = /^(\S+)\.(\S+) > (.+)$/.exec(path) ?? [];
    if (type === undefined || link === undefined || rest === undefined)
      return { keys: path.split(".") };
    return { keys: rest.split("."), facet: { type, link } };
  });
  known.set(dialect, made);
  return made;
}

/** Where a fact stands in a dialect; nothing where that does not have it. */
export function pathsIn({ path, paths }: FactSpec<unknown>, dialect: Dialect): readonly string[] {
  const own = dialect === "aws" ? (paths.aws ?? paths.cloudformation) : paths[dialect];
  if (own === false) return [];
  if (own !== undefined) return typeof own === "string" ? [own] : own;
  return [dialect === "terraform" ? snakeCase(path) : path];
}
