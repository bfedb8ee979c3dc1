import { nameOfReference, walk, type Fact } from "./fact.ts";
import type { Dialect, Resource } from "./resource.ts";
import {
  namesIn,
  pathsIn,
  type CloudType,
  type Facts,
  type FactSpec,
  type FactSpecs,
  type Item,
} from "./type.ts";
import { isNull, textOf, type Value } from "./value.ts";

/** What a link leads to. */
export type Found<S extends FactSpecs> =
  | { readonly kind: "found"; readonly item: Item<S> }
  /** It names something that is not described here. */
  | { readonly kind: "elsewhere"; readonly name: string }
  /** It cannot be told what it names. */
  | { readonly kind: "unknown"; readonly cause: string };

/** All resources of a source, with what leads from one to the other. */
export interface Cloud {
  readonly resources: readonly Resource[];
  /** The resources of a type that are made here; those only looked up are left out. */
  readonly all: <S extends FactSpecs>(type: CloudType<S>) => readonly Item<S>[];
  /** What a value that names a resource leads to. */
  readonly find: <S extends FactSpecs>(
    type: CloudType<S>,
    link: Value | undefined,
    from: Resource,
  ) => Found<S>;
  /** The resources of a type whose fact leads to this one; `maybe` says why there could be more. */
  readonly pointingAt: <S extends FactSpecs>(
    target: Item,
    by: { readonly type: CloudType<S>; readonly fact: keyof S & string },
  ) => Pointing<S>;
  /** Why the source may not have told everything of a type: a list call that was refused. */
  readonly gap: (type: CloudType, region?: string) => string | undefined;
}

/** Who points at a resource. */
export interface Pointing<S extends FactSpecs> {
  readonly items: readonly Item<S>[];
  readonly maybe?: string;
}

/** A type whose resources could not be listed. */
export interface Gap {
  /** In the words of the dialect. */
  readonly type: string;
  readonly region?: string;
  readonly missing: string;
}

/** Where a name stands: terraform addresses, logical ids and ARNs are apart by their scope. */
function key(dialect: Dialect, scope: string | undefined, name: string): string {
  return `${dialect}\0${scope ?? ""}\0${name}`;
}

/** The last word of an ARN, URL or path, by which most of a cloud's calls name a thing. */
function lastWord(name: string): string {
  return /[^:/]+$/.exec(name)?.[0] ?? name;
}

interface Facet {
  readonly resource: Resource;
  readonly link: Value | undefined;
}

const maxChoices = 16;

/** Attributes that hold the name of a thing: its own, or that of another. */
const naming = /(?:^|_)(?:name|id|arn|bucket|repository|identifier)$|(?:Name|Id|Arn)$/;

/** Builds the graph of what a source tells. Total; cost is linear in what is asked. */
export function buildCloud(resources: readonly Resource[], gaps: readonly Gap[] = []): Cloud {
  const byType = new Map<string, Resource[]>();
  const byAddress = new Map<string, Resource>();
  for (const resource of resources) {
    const typed = `${resource.dialect}\0${resource.type}`;
    const list = byType.get(typed);
    if (list === undefined) byType.set(typed, [resource]);
    else list.push(resource);
    byAddress.set(key(resource.dialect, resource.scope, resource.address), resource);
  }
  const items = new Map<CloudType, readonly Item[]>();
  const names = new Map<CloudType, ReadonlyMap<string, Item>>();
  const facets = new Map<string, ReadonlyMap<string, readonly Facet[]>>();
  const itemOf = new Map<Resource, Item>();

  function ofType(dialect: Dialect, name: string): readonly Resource[] {
    return byType.get(`${dialect}\0${name}`) ?? [];
  }

  function all<S extends FactSpecs>(type: CloudType<S>): readonly Item<S>[] {
    const known = items.get(type);
    if (known !== undefined) return known as unknown as readonly Item<S>[];
    const made: Item<S>[] = [];
    for (const dialect of dialectsOf(type)) {
      for (const name of namesIn(type, dialect)) {
        for (const resource of ofType(dialect, name)) {
          if (resource.isData !== true) made.push(item(type, resource));
        }
      }
    }
    items.set(type, made);
    return made;
  }

  function item<S extends FactSpecs>(type: CloudType<S>, resource: Resource): Item<S> {
    const known = itemOf.get(resource);
    if (known !== undefined && known.type === type) return known as unknown as Item<S>;
    const facts = {} as Record<string, unknown>;
    for (const [name, spec] of Object.entries(type.facts)) {
      let fact: Fact<unknown> | undefined;
      Object.defineProperty(facts, name, {
        enumerable: true,
        get: () => (fact ??= read(resource, spec)),
      });
    }
    const made: Item<S> = { resource, type, facts: facts as Facts<S> };
    itemOf.set(resource, made);
    return made;
  }

  function read(resource: Resource, spec: FactSpec<unknown>): Fact<unknown> {
    const paths = pathsIn(spec, resource.dialect);
    let doubt: Fact<unknown> | undefined;
    for (const path of paths) {
      const [facet, own] = path.includes(" > ")
        ? (path.split(" > ", 2) as [string, string])
        : [undefined, path];
      const found =
        facet === undefined ? walk(resource.body, own.split(".")) : ofFacet(resource, facet, own);
      if (found === undefined) continue;
      const fact = spec.decode(found);
      // What cannot be told yields to what is told elsewhere.
      if (fact.kind !== "unknown") return fact;
      doubt ??= fact;
    }
    if (doubt !== undefined) return doubt;
    const { at } = resource;
    if (spec.absent !== undefined)
      return { kind: "known", value: spec.absent, at, isDefault: true };
    return { kind: "absent", at };
  }

  /** A value in a resource that tells more of this one. */
  function ofFacet(resource: Resource, facet: string, path: string): Value | undefined {
    const [type = "", link = ""] = facet.split(".");
    const index = facetsOf(resource.dialect, type, link);
    const own = index.get(resource.address) ?? [];
    for (const { resource: other } of own) {
      const found = walk(other.body, path.split("."));
      if (found !== undefined) return found;
    }
    if (own.length > 0) return undefined;
    const stray = index.get("")?.find(({ resource: other }) => other.scope === resource.scope);
    if (stray === undefined) return undefined;
    const cause = `it is not known which resource ${stray.resource.address} configures`;
    return { kind: "unknown", cause, at: stray.resource.at };
  }

  /** Facets by the address of what they configure; those of unknown aim by no name. */
  function facetsOf(
    dialect: Dialect,
    type: string,
    link: string,
  ): ReadonlyMap<string, readonly Facet[]> {
    const typed = `${dialect}\0${type}\0${link}`;
    const known = facets.get(typed);
    if (known !== undefined) return known;
    const index = new Map<string, Facet[]>();
    for (const resource of ofType(dialect, type)) {
      if (resource.isData === true) continue;
      const aim = walk(resource.body, link.split("."));
      for (const address of aimsOf(aim, resource)) {
        const list = index.get(address) ?? [];
        index.set(address, list);
        list.push({ resource, link: aim });
      }
    }
    facets.set(typed, index);
    return index;
  }

  /** Addresses that a link may mean: of a name, every resource that has it. */
  function aimsOf(link: Value | undefined, from: Resource): readonly string[] {
    if (link === undefined) return [];
    if (link.kind === "reference") return [link.resource];
    if (link.kind === "list") return link.items.flatMap((each) => aimsOf(each, from));
    if (link.kind === "choice")
      return link.options.slice(0, maxChoices).flatMap((each) => aimsOf(each, from));
    const name = textOf(link);
    if (name === undefined) return [""];
    return [...(plainNames().get(`${from.dialect}\0${name}`) ?? [])];
  }

  let plain: Map<string, Set<string>> | undefined;
  /** Resources by the plain texts that name them in their own bodies. */
  function plainNames(): ReadonlyMap<string, ReadonlySet<string>> {
    if (plain !== undefined) return plain;
    plain = new Map();
    for (const resource of resources) {
      for (const [attribute, value] of resource.body.entries) {
        const name = naming.test(attribute) ? textOf(value) : undefined;
        if (name === undefined || name === "") continue;
        const at = `${resource.dialect}\0${name}`;
        const set = plain.get(at) ?? new Set();
        plain.set(at, set);
        set.add(resource.address);
      }
    }
    return plain;
  }

  /** Items of a type by the names that others may use for them. */
  function named<S extends FactSpecs>(type: CloudType<S>): ReadonlyMap<string, Item<S>> {
    const known = names.get(type);
    if (known !== undefined) return known as unknown as ReadonlyMap<string, Item<S>>;
    const index = new Map<string, Item<S>>();
    for (const each of all(type)) {
      const { dialect, address } = each.resource;
      index.set(`${dialect}\0${address}`, each);
      for (const fact of type.identifiedBy) {
        const got = (each.facts as Item["facts"])[fact];
        if (got?.kind === "known" && typeof got.value === "string")
          index.set(`${dialect}\0${got.value}`, each);
      }
    }
    names.set(type, index);
    return index;
  }

  function find<S extends FactSpecs>(
    type: CloudType<S>,
    link: Value | undefined,
    from: Resource,
  ): Found<S> {
    if (link === undefined || isNull(link)) return { kind: "unknown", cause: "nothing is named" };
    switch (link.kind) {
      case "reference": {
        const target = byAddress.get(key(from.dialect, from.scope, link.resource));
        if (
          target !== undefined &&
          namesIn(type, target.dialect).includes(target.type) &&
          target.isData !== true
        )
          return { kind: "found", item: item(type, target) };
        return { kind: "elsewhere", name: nameOfReference(link.resource, link.attribute) };
      }
      case "scalar": {
        const name = String(link.value);
        const index = named(type);
        const { dialect } = from;
        const found =
          index.get(`${dialect}\0${name}`) ?? index.get(`${dialect}\0${lastWord(name)}`);
        return found === undefined ? { kind: "elsewhere", name } : { kind: "found", item: found };
      }
      case "list":
        return find(type, link.items[0], from);
      case "template": {
        // `arn:aws:s3:::${aws_s3_bucket.data.id}/*` names the one resource that it mentions.
        const references = link.parts.filter(
          (part) => typeof part !== "string" && part.kind === "reference",
        );
        const [only] = references;
        if (references.length === 1 && only !== undefined && typeof only !== "string")
          return find(type, only, from);
        return { kind: "unknown", cause: "it is put together of parts that are not known" };
      }
      case "unknown":
      case "choice":
        return { kind: "unknown", cause: link.cause };
      case "unread":
        return { kind: "unknown", cause: `${link.missing} was refused` };
      default:
        return { kind: "unknown", cause: "it is of another kind than expected" };
    }
  }

  const pointers = new Map<string, Map<Resource, Item[]>>();
  const strays = new Map<string, Item>();
  function pointingAt<S extends FactSpecs>(
    target: Item,
    { type, fact }: { readonly type: CloudType<S>; readonly fact: keyof S & string },
  ): Pointing<S> {
    const id = `${type.label}\0${fact}\0${target.type.label}`;
    let index = pointers.get(id);
    if (index === undefined) {
      index = new Map();
      pointers.set(id, index);
      for (const each of all(type)) {
        for (const link of linksOf((each.facts as Item["facts"])[fact])) {
          const found = find(target.type, link, each.resource);
          if (found.kind === "unknown") strays.set(id, each);
          if (found.kind !== "found") continue;
          const list = index.get(found.item.resource) ?? [];
          index.set(found.item.resource, list);
          if (!list.includes(each)) list.push(each);
        }
      }
    }
    const stray = strays.get(id);
    return {
      items: (index.get(target.resource) ?? []) as unknown as readonly Item<S>[],
      ...(stray === undefined
        ? {}
        : { maybe: `it is not known what ${stray.resource.address} points at` }),
    };
  }

  function gap(type: CloudType, region?: string): string | undefined {
    return gaps.find(
      (each) =>
        dialectsOf(type).some((dialect) => namesIn(type, dialect).includes(each.type)) &&
        (region === undefined || each.region === undefined || each.region === region),
    )?.missing;
  }

  return { resources, all, find, pointingAt, gap };
}

function linksOf(fact: Fact<unknown> | undefined): readonly Value[] {
  if (fact === undefined) return [];
  if (fact.kind === "set") return [fact.value];
  if (fact.kind === "choice") return fact.options.flatMap(linksOf);
  if (fact.kind !== "known") return [];
  const { value } = fact;
  if (typeof value === "string") return [{ kind: "scalar", value, at: fact.at }];
  if (value !== null && typeof value === "object" && "kind" in value) {
    const node = value as Value;
    return node.kind === "list" ? node.items : [node];
  }
  return [];
}

function dialectsOf({ names }: CloudType): readonly Dialect[] {
  const found = Object.keys(names) as Dialect[];
  return names.cloudformation !== undefined && names.aws === undefined ? [...found, "aws"] : found;
}
