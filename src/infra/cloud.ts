import { indexAddresses, indexFacets, isLive, lastWord, worldOf } from "./addresses.ts";
import { nameOfReference, walk, type Fact } from "./fact.ts";
import type { Dialect, Resource } from "./resource.ts";
import {
  namesIn,
  whereaboutsIn,
  type CloudType,
  type Facts,
  type FactSpec,
  type FactSpecs,
  type Item,
} from "./type.ts";
import { isNull, type Value } from "./value.ts";

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
  /** A resource as one of a type, also one that only stands within another. */
  readonly as: <S extends FactSpecs>(type: CloudType<S>, resource: Resource) => Item<S>;
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

/** Resources whose facts are kept. */
const maxKept = 8_000;

/** Builds the graph of what a source tells. Total; cost is linear in what is asked. */
export function buildCloud(resources: readonly Resource[], gaps: readonly Gap[] = []): Cloud {
  const addresses = indexAddresses(resources);
  const facets = indexFacets(addresses);
  const items = new Map<CloudType, readonly Item[]>();
  const names = new Map<CloudType, ReadonlyMap<string, Item>>();
  const itemOf = new Map<Resource, Item>();
  const shapes = new Map<CloudType, object>();
  const resourceOf = new WeakMap<object, Resource>();
  const kept = new Map<object, Map<string, Fact<unknown>>>();

  function all<S extends FactSpecs>(type: CloudType<S>): readonly Item<S>[] {
    const known = items.get(type);
    if (known !== undefined) return known as unknown as readonly Item<S>[];
    const made: Item<S>[] = [];
    for (const dialect of dialectsOf(type)) {
      for (const name of namesIn(type, dialect)) {
        for (const resource of addresses.ofType(dialect, name)) {
          if (resource.isData !== true) made.push(item(type, resource));
        }
      }
    }
    const { byForm } = type;
    if (byForm !== undefined)
      for (const resource of resources)
        if (resource.isData !== true && !isNamed(type, resource) && byForm(resource))
          made.push(item(type, resource));
    items.set(type, made);
    return made;
  }

  /** What all resources of a type share: each fact is read when it is asked for. */
  function shapeOf(type: CloudType): object {
    const known = shapes.get(type);
    if (known !== undefined) return known;
    const shape = {};
    for (const [name, spec] of Object.entries(type.facts)) {
      Object.defineProperty(shape, name, {
        enumerable: true,
        get(this: object) {
          return factOf(this, name, spec);
        },
      });
    }
    shapes.set(type, shape);
    return shape;
  }

  /** Facts are kept while checks ask about the same resources, and forgotten before there are too many. */
  function factOf(facts: object, name: string, spec: FactSpec<unknown>): Fact<unknown> {
    let own = kept.get(facts);
    if (own === undefined) {
      if (kept.size >= maxKept) kept.clear();
      own = new Map();
      kept.set(facts, own);
    }
    const known = own.get(name);
    if (known !== undefined) return known;
    const fact = read(resourceOf.get(facts)!, spec);
    own.set(name, fact);
    return fact;
  }

  function item<S extends FactSpecs>(type: CloudType<S>, resource: Resource): Item<S> {
    const known = itemOf.get(resource);
    if (known !== undefined && known.type === type) return known as unknown as Item<S>;
    const facts = Object.create(shapeOf(type)) as Facts<S>;
    resourceOf.set(facts, resource);
    const made: Item<S> = { resource, type, facts };
    itemOf.set(resource, made);
    return made;
  }

  function read(resource: Resource, spec: FactSpec<unknown>): Fact<unknown> {
    let doubt: Fact<unknown> | undefined;
    for (const { keys, facet } of whereaboutsIn(spec, resource.dialect)) {
      const found =
        facet === undefined
          ? walk(resource.body, keys)
          : facets.value(resource, { ...facet, keys });
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

  /** Items of a type by the names that others may use for them. */
  function named<S extends FactSpecs>(type: CloudType<S>): ReadonlyMap<string, Item<S>> {
    const known = names.get(type);
    if (known !== undefined) return known as unknown as ReadonlyMap<string, Item<S>>;
    const index = new Map<string, Item<S>>();
    for (const each of all(type)) {
      const { resource } = each;
      const own = [resource.address];
      for (const fact of type.identifiedBy) {
        const got = (each.facts as Item["facts"])[fact];
        if (got?.kind === "known" && typeof got.value === "string") own.push(got.value);
      }
      for (const name of own) {
        index.set(`${worldOf(resource)}\0${name}`, each);
        // In a live account a name may be that of another region's thing; its own comes first.
        if (isLive(resource)) index.set(`${resource.scope ?? ""}\0${name}`, each);
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
        const target = addresses.at(link.resource, from);
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
        const worlds = isLive(from) ? [from.scope ?? "", worldOf(from)] : [worldOf(from)];
        const found = [name, lastWord(name)]
          .flatMap((word) => worlds.map((world) => index.get(`${world}\0${word}`)))
          .find((each) => each !== undefined);
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
  /** By world: what points at something that cannot be told. */
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
          if (found.kind === "unknown") strays.set(`${id}\0${worldOf(each.resource)}`, each);
          if (found.kind !== "found") continue;
          const list = index.get(found.item.resource) ?? [];
          index.set(found.item.resource, list);
          // Its links come one after the other.
          if (list.at(-1) !== each) list.push(each);
        }
      }
    }
    const stray = strays.get(`${id}\0${worldOf(target.resource)}`);
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

  return { resources, all, as: item, find, pointingAt, gap };
}

function linksOf(fact: Fact<unknown> | undefined): readonly Value[] {
  if (fact === undefined) return [];
  if (fact.kind === "set") return [fact.value];
  if (fact.kind === "choice") return fact.options.flatMap(linksOf);
  if (fact.kind === "unknown") return [{ kind: "unknown", cause: fact.cause, at: fact.at }];
  if (fact.kind === "unread") return [{ kind: "unread", missing: fact.missing, at: fact.at }];
  if (fact.kind !== "known") return [];
  const { value } = fact;
  if (typeof value === "string") return [{ kind: "scalar", value, at: fact.at }];
  if (value !== null && typeof value === "object" && "kind" in value) {
    const node = value as Value;
    return node.kind === "list" ? node.items : [node];
  }
  return [];
}

function isNamed(type: CloudType, resource: Resource): boolean {
  return namesIn(type, resource.dialect).includes(resource.type);
}

function dialectsOf({ names }: CloudType): readonly Dialect[] {
  const found = Object.keys(names) as Dialect[];
  return names.cloudformation !== undefined && names.aws === undefined ? [...found, "aws"] : found;
}
