import { walk } from "./fact.ts";
import type { Dialect, Resource } from "./resource.ts";
import { textOf, type Value } from "./value.ts";

/** Dialects in which names mean the same across what is read; those of files are worlds of their own. */
const live: ReadonlySet<Dialect> = new Set(["aws", "gcp", "azure"]);

/** Where a name means one thing. */
export function worldOf({ dialect, scope, account }: Resource): string {
  return live.has(dialect) ? `${dialect}\0${account ?? ""}` : `${dialect}\0${scope ?? ""}`;
}

/** True where names of one place may be asked for in another: a role in a region. */
export function isLive({ dialect }: Pick<Resource, "dialect">): boolean {
  return live.has(dialect);
}

/** The last word of an ARN, URL or path, by which most of a cloud's calls name a thing. */
export function lastWord(name: string): string {
  return /[^:/]+$/.exec(name)?.[0] ?? name;
}

/** Attributes that hold the name of a thing: its own, or that of another. */
const naming = /(?:^|_)(?:name|id|arn|bucket|repository|identifier)$|(?:Name|Id|Arn)$/;

const maxOptions = 16;
/** Resources of one name that are looked at; what has more of them is not meant to be told apart. */
const maxNamesakes = 64;

/** Finds resources by what names them. */
export interface Addresses {
  readonly at: (address: string, from: Resource) => Resource | undefined;
  /** What a value that names resources may mean; `isOpen` where that cannot be told. */
  readonly aims: (
    link: Value | undefined,
    from: Resource,
  ) => { readonly resources: readonly Resource[]; readonly isOpen: boolean };
  readonly ofType: (dialect: Dialect, type: string) => readonly Resource[];
}

/** Indexes resources by type, by address and by the names in their bodies. */
export function indexAddresses(resources: readonly Resource[]): Addresses {
  const byType = new Map<string, Resource[]>();
  const byAddress = new Map<string, Resource>();
  for (const resource of resources) {
    const typed = `${resource.dialect}\0${resource.type}`;
    const list = byType.get(typed);
    if (list === undefined) byType.set(typed, [resource]);
    else list.push(resource);
    byAddress.set(`${worldOf(resource)}\0${resource.address}`, resource);
  }

  let plain: Map<string, Set<Resource>> | undefined;
  function byName(name: string, from: Resource): readonly Resource[] {
    if (plain === undefined) {
      plain = new Map();
      for (const resource of resources) {
        for (const [attribute, value] of resource.body.entries) {
          const text = naming.test(attribute) ? textOf(value) : undefined;
          if (text === undefined || text === "") continue;
          const key = `${worldOf(resource)}\0${text}`;
          const set = plain.get(key) ?? new Set();
          plain.set(key, set);
          if (set.size < maxNamesakes) set.add(resource);
        }
      }
    }
    return [...(plain.get(`${worldOf(from)}\0${name}`) ?? [])];
  }

  function at(address: string, from: Resource): Resource | undefined {
    return byAddress.get(`${worldOf(from)}\0${address}`);
  }

  const aims: Addresses["aims"] = (link, from) => {
    if (link === undefined) return { resources: [], isOpen: false };
    switch (link.kind) {
      case "reference": {
        const target = at(link.resource, from);
        return { resources: target === undefined ? [] : [target], isOpen: false };
      }
      case "list":
      case "choice": {
        const each = (link.kind === "list" ? link.items : link.options.slice(0, maxOptions)).map(
          (value) => aims(value, from),
        );
        return {
          resources: each.flatMap((found) => found.resources),
          isOpen: each.some((found) => found.isOpen),
        };
      }
      default: {
        const name = textOf(link);
        return name === undefined
          ? { resources: [], isOpen: true }
          : { resources: byName(name, from), isOpen: false };
      }
    }
  };
  return { at, aims, ofType: (dialect, type) => byType.get(`${dialect}\0${type}`) ?? [] };
}

/** Resources that configure another one, which most sources write apart from it. */
export interface Facets {
  /** A value in what configures a resource: `{ type, link }` says which attribute leads to it. */
  readonly value: (
    resource: Resource,
    facet: { readonly type: string; readonly link: string; readonly keys: readonly string[] },
  ) => Value | undefined;
}

interface FacetIndex {
  readonly byTarget: ReadonlyMap<Resource, readonly Resource[]>;
  /** What configures something that cannot be told, by its world. */
  readonly open: ReadonlyMap<string, Resource>;
}

/** Prepares the look for facets; each kind is indexed when it is first asked for. */
export function indexFacets({ aims, ofType }: Addresses): Facets {
  const indexes = new Map<string, FacetIndex>();

  function indexOf(dialect: Dialect, type: string, link: string): FacetIndex {
    const key = `${dialect}\0${type}\0${link}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const byTarget = new Map<Resource, Resource[]>();
    const open = new Map<string, Resource>();
    for (const resource of ofType(dialect, type)) {
      if (resource.isData === true) continue;
      const found = aims(walk(resource.body, link.split(".")), resource);
      if (found.isOpen) open.set(worldOf(resource), resource);
      for (const target of found.resources) {
        const list = byTarget.get(target);
        if (list === undefined) byTarget.set(target, [resource]);
        else list.push(resource);
      }
    }
    const index = { byTarget, open };
    indexes.set(key, index);
    return index;
  }

  return {
    value: (resource, { type, link, keys }) => {
      const { byTarget, open } = indexOf(resource.dialect, type, link);
      const own = byTarget.get(resource) ?? [];
      for (const { body } of own) {
        const found = walk(body, keys);
        if (found !== undefined) return found;
      }
      if (own.length > 0) return undefined;
      const stray = open.get(worldOf(resource));
      if (stray === undefined) return undefined;
      const cause = `it is not known which resource ${stray.address} configures`;
      return { kind: "unknown", cause, at: stray.at };
    },
  };
}
