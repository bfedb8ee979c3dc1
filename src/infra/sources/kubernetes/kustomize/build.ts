// What kustomize builds: resources of files and folders, patched and renamed.
import { parseYaml } from "../../../../formats/yaml/parse.ts";
import type { Resource, SourceProblem } from "../../../resource.ts";
import { entryOf, type Document, type MapValue, type Place, type Value } from "../../../value.ts";
import { valueOfTree } from "../../trees.ts";
import { addressOf, readKubernetes } from "../read.ts";
import { patched } from "./json-patch.ts";
import { isUsualKind, merged } from "./merge.ts";
import { specOf, type Named, type Patch, type Spec } from "./spec.ts";
import { fitsTarget } from "./target.ts";
import { inNamespace, labelled, withImages } from "./transform.ts";

/**
 * A resource on its way. Names in it stay as they are written, so that who refers to whom stays true; what
 * kustomize puts before and behind them is kept apart.
 */
interface Built {
  readonly type: string;
  readonly body: MapValue;
  readonly at: Place;
  readonly prefix: string;
  readonly suffix: string;
  readonly uncertain?: string;
}

/** What the kustomizations of a project build. */
export interface Kustomized {
  readonly resources: readonly Resource[];
  readonly problems: readonly SourceProblem[];
  /** Paths of the files that went into it, or that say how it is done. */
  readonly used: ReadonlySet<string>;
}

const maxDepth = 20;
const maxBuilt = 20_000;
/** How often a resource may be patched or changed, all together. */
const maxSteps = 300_000;

const kustomization = /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/;

/** Builds every kustomization that no other one takes in. Total; what it cannot do is said. */
export function kustomized(documents: readonly Document[]): Kustomized {
  const files = new Map(documents.map((document) => [document.path, document]));
  const specs = new Map<string, { spec: Spec; document: Document }>();
  for (const document of documents) {
    if (!kustomization.test(document.path)) continue;
    const spec = specOf(document);
    if (spec !== undefined) specs.set(folderOf(document.path), { spec, document });
  }
  const problems: SourceProblem[] = [];
  const used = new Set<string>([...specs.values()].map(({ document }) => document.path));
  const made = new Map<string, readonly Built[]>();
  const open = new Set<string>();
  const said = new Set<Spec>();
  let steps = 0;

  function problem(message: string, at: Place, absent?: string): void {
    problems.push({ message, at, ...(absent !== undefined && { absent }) });
  }

  function isSpent(count: number, at: Place): boolean {
    const before = steps;
    steps += count;
    if (before <= maxSteps && steps > maxSteps)
      problem(`what kustomize builds is read up to ${maxSteps} changes`, at);
    return steps > maxSteps;
  }

  function taken(named: Named, folder: string): readonly Built[] {
    const path = joined(folder, named.path);
    if (specs.has(path)) return build(path);
    const document = files.get(path);
    if (document === undefined || kustomization.test(path)) {
      const isFolder = documents.some((each) => each.path.startsWith(`${path}/`));
      const why = isFolder ? "has no kustomization" : "is not here";
      problem(`${named.path} ${why}`, named.at, named.path);
      return [];
    }
    used.add(path);
    const { resources, problems: own } = readKubernetes(document);
    for (const each of own) if (!problems.includes(each)) problems.push(each);
    return resources.map(({ type, body, at, uncertain }) => ({
      type,
      body,
      at,
      prefix: "",
      suffix: "",
      ...(uncertain !== undefined && { uncertain }),
    }));
  }

  function build(folder: string, seed?: readonly Built[]): readonly Built[] {
    const before = seed === undefined ? made.get(folder) : undefined;
    if (before !== undefined) return before;
    const known = specs.get(folder);
    if (known === undefined || open.has(folder)) return seed ?? [];
    if (open.size > maxDepth) {
      problem(`kustomizations are followed ${maxDepth} deep`, wholeOf(known.document));
      return seed ?? [];
    }
    open.add(folder);
    const { spec, document } = known;
    let built = [...(seed ?? []), ...spec.resources.flatMap((each) => taken(each, folder))];
    for (const { kind, body, at } of spec.generated)
      built.push({ type: `/${kind}`, body, at, prefix: "", suffix: "" });
    if (built.length > maxBuilt) {
      problem(`of what it takes in, ${maxBuilt} resources are read`, wholeOf(document));
      built = built.slice(0, maxBuilt);
    }
    for (const component of spec.components) {
      const path = joined(folder, component.path);
      if (specs.has(path)) built = [...build(path, built)];
      else problem(`${component.path} is not here`, component.at, component.path);
    }
    for (const patch of spec.patches)
      built = [...apply(patch, { built, folder, isFirst: !said.has(spec) })];
    if (!isSpent(built.length, wholeOf(document))) built = built.map((each) => changed(each, spec));
    if (!said.has(spec))
      for (const { key, at } of spec.others)
        problem(`${key} of kustomize: what they make is not read`, at);
    said.add(spec);
    open.delete(folder);
    if (seed === undefined) made.set(folder, built);
    return built;
  }

  function apply(
    patch: Patch,
    { built, folder, isFirst }: { built: readonly Built[]; folder: string; isFirst: boolean },
  ): readonly Built[] {
    const values = patch.values ?? fromFile(patch, folder);
    if (values === undefined || isSpent(built.length, patch.at)) return built;
    let current = built;
    for (const value of values) {
      let isUsed = false;
      current = current.flatMap((each) => {
        if (!fitsTarget(each, { target: patch.target, patch: value })) return [each];
        isUsed = true;
        const body = patchedBody(each, value);
        return body === undefined ? [] : [{ ...each, body }];
      });
      if (!isUsed && isFirst && built.length > 0)
        problem("a patch fits nothing that is here", patch.at);
    }
    return current;
  }

  function fromFile({ path = "", at }: Patch, folder: string): readonly Value[] | undefined {
    const place = joined(folder, path);
    const document = files.get(place);
    if (document === undefined) {
      problem(`${path} is not here`, at, path);
      return undefined;
    }
    used.add(place);
    return parseYaml(document.text).roots.map((root) => valueOfTree(document, root, { values: 0 }));
  }

  const inner = new Set(
    [...specs].flatMap(([folder, { spec }]) =>
      [...spec.resources, ...spec.components].map(({ path }) => joined(folder, path)),
    ),
  );
  const roots = [...specs].filter(([folder, { spec }]) => !inner.has(folder) && !spec.isComponent);
  const builds = roots.map(([folder]) => ({ folder, built: build(folder) }));
  // Those that take each other in have none that comes first.
  for (const [folder, { spec }] of specs)
    if (!made.has(folder) && !spec.isComponent) builds.push({ folder, built: build(folder) });
  return { resources: resourcesOf(builds), problems, used };
}

function wholeOf(document: Document): Place {
  return { document, start: 0, end: 0 };
}

/** A resource after a patch; undefined where that takes it away. */
function patchedBody({ body, type }: Built, patch: Value): MapValue | undefined {
  if (patch.kind === "list") {
    const made = patched(body, patch.items);
    return made?.kind === "map" ? made : body;
  }
  const made = merged(body, patch, { isUsual: isUsualKind(type) });
  if (made?.kind !== "map") return undefined;
  // What it is and how it is called is not changed by a patch that is meant for many.
  const entries = new Map(made.entries);
  for (const key of ["apiVersion", "kind"]) {
    const own = body.entries.get(key);
    if (own !== undefined) entries.set(key, own);
  }
  const metadata = made.entries.get("metadata");
  const name = entryOf(body.entries.get("metadata"), "name");
  if (metadata?.kind === "map" && name !== undefined)
    entries.set("metadata", { ...metadata, entries: new Map(metadata.entries).set("name", name) });
  return { ...made, entries };
}

function changed(each: Built, { namespace, labels, images, prefix, suffix }: Spec): Built {
  let { body } = each;
  if (namespace !== undefined) body = inNamespace(body, each.type, namespace);
  if (labels !== undefined) body = labelled(body, labels);
  const imaged = withImages(body, images);
  if (imaged.kind === "map") body = imaged;
  return { ...each, body, prefix: `${prefix}${each.prefix}`, suffix: `${each.suffix}${suffix}` };
}

/** Resources with their addresses. Builds that share a file have names of their own. */
function resourcesOf(
  builds: readonly { readonly folder: string; readonly built: readonly Built[] }[],
): readonly Resource[] {
  const owners = new Map<string, Set<string>>();
  for (const { folder, built } of builds)
    for (const { at } of built) {
      const own = owners.get(at.document.path) ?? new Set();
      owners.set(at.document.path, own.add(folder));
    }
  return builds.flatMap(({ folder, built }) => {
    const isShared = built.some(({ at }) => (owners.get(at.document.path)?.size ?? 0) > 1);
    const names = new Map<string, number>();
    return built.map(({ type, body, at, prefix, suffix, uncertain }): Resource => {
      const base = addressOf(body, type, { prefix, suffix });
      const count = (names.get(base) ?? 0) + 1;
      names.set(base, count);
      return {
        dialect: "kubernetes",
        type,
        address: count === 1 ? base : `${base}#${count}`,
        body,
        at,
        ...(isShared && { scope: folder === "" ? "." : folder }),
        ...(uncertain !== undefined && { uncertain }),
      };
    });
  });
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** A path from a folder, as far as it stays within what is scanned. */
function joined(folder: string, path: string): string {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.slice(0, 1_000).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
