import { parseJson } from "../../../formats/json/parse.ts";
import { entry, itemsOf, scalar as scalarNode } from "../../../formats/setting/tree.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import type { Document } from "../../value.ts";
import { bodyOf } from "./attributes.ts";
import { isConfig, literalOf, readFolder, type ModuleConfig } from "./config.ts";
import { folderOfPath, joinPath } from "./paths.ts";
import { providerRegion } from "./region.ts";
import { enterAll, makeModule } from "./scope.ts";
import type { Given, ResourceInstance, Root } from "./state.ts";
import { textOf } from "../../value.ts";
import { isAutomatic, isVariables, readVariables } from "./variables.ts";
import { limits, startWork, type Work } from "./work.ts";

/** How Terraform would be called. */
export interface TerraformOptions {
  /** `-var`: texts by name, for every root module that declares it. */
  readonly vars?: Readonly<Record<string, string>>;
  /** `-var-file`: paths of documents, in order. */
  readonly varFiles?: readonly string[];
  /** What `terraform.workspace` is; unknown without. */
  readonly workspace?: string;
  /** A file that `file` and `templatefile` ask for and that is not among the documents. */
  readonly readFile?: (path: string) => Document | undefined;
}

interface Reading {
  readonly files: ReadonlyMap<string, Document>;
  readonly folders: ReadonlyMap<string, readonly Document[]>;
  /** Files of values that are read without being asked for. */
  readonly variables: ReadonlyMap<string, readonly Document[]>;
  readonly configs: Map<string, ModuleConfig>;
  readonly options: TerraformOptions;
  readonly seen: Set<string>;
  readonly spent: { steps: number; instances: number };
  readonly problems: SourceProblem[];
}

/**
 * Reads Terraform and OpenTofu: every root module with the modules that it calls. What cannot be
 * told is a value that says why; nothing is dropped. Total, within `limits`.
 */
export function readTerraform(
  documents: readonly Document[],
  options: TerraformOptions = {},
): SourceReading {
  const folders = byFolder(documents.filter(({ path }) => isConfig(path)));
  const reading: Reading = {
    files: new Map(documents.map((document) => [document.path, document])),
    folders,
    variables: byFolder(documents.filter(({ path }) => isVariables(path) && isAutomatic(path))),
    configs: new Map(),
    options,
    seen: new Set(),
    spent: { steps: 0, instances: 0 },
    problems: [],
  };
  const own = [...folders.keys()].filter((folder) => !isVendored(folder)).sort();
  const called = calledFolders(reading, own);
  const resources: Resource[] = [];
  for (const folder of own) if (!called.has(folder)) resources.push(...readRoot(reading, folder));
  // Modules that only call each other have no root above them.
  for (const folder of own)
    if (!reading.seen.has(folder)) resources.push(...readRoot(reading, folder));
  return { resources, problems: distinctProblems(reading.problems) };
}

function byFolder(documents: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const folders = new Map<string, Document[]>();
  for (const document of documents) {
    const folder = folderOfPath(document.path);
    const before = folders.get(folder);
    if (before === undefined) folders.set(folder, [document]);
    else before.push(document);
  }
  return folders;
}

/** A module that is called often has its problems once. */
function distinctProblems(problems: readonly SourceProblem[]): readonly SourceProblem[] {
  const byKey = new Map<string, SourceProblem>();
  for (const problem of problems) {
    const { message, at } = problem;
    byKey.set(JSON.stringify([message, at?.document.path, at?.start]), problem);
  }
  return [...byKey.values()];
}

function isVendored(folder: string): boolean {
  return `/${folder}/`.includes("/.terraform/");
}

function configOf(reading: Reading, folder: string): ModuleConfig | undefined {
  const before = reading.configs.get(folder);
  const documents = reading.folders.get(folder);
  if (before !== undefined || documents === undefined) return before;
  const config = readFolder(folder, documents);
  reading.configs.set(folder, config);
  reading.problems.push(...config.problems);
  return config;
}

function calledFolders(reading: Reading, folders: readonly string[]): ReadonlySet<string> {
  const called = new Set<string>();
  for (const folder of folders)
    for (const block of configOf(reading, folder)?.modules.values() ?? []) {
      const source = literalOf(block, "source") ?? "";
      if (!/^\.\.?(?:\/|$)/.test(source)) continue;
      const target = joinPath(folder, source);
      if (target !== undefined && target !== folder) called.add(target);
    }
  return called;
}

/** https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence */
function givenValues(reading: Reading, folder: string, work: Work): ReadonlyMap<string, Given> {
  const automatic = [...(reading.variables.get(folder) ?? [])].sort(
    (a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1),
  );
  const asked = (reading.options.varFiles ?? []).flatMap((path) => {
    const document = reading.files.get(path);
    if (document === undefined) reading.problems.push({ message: `the file ${path} is not here` });
    return document ?? [];
  });
  const given = new Map<string, Given>();
  for (const document of [...automatic, ...asked]) {
    const file = readVariables(document, work);
    for (const [name, value] of file.given) given.set(name, value);
    for (const { message, at } of file.problems)
      reading.problems.push({ message, at: { document, start: at, end: at } });
  }
  for (const [name, text] of Object.entries(reading.options.vars ?? {}))
    given.set(name, { kind: "text", text });
  return given;
}

function rank(path: string): number {
  return path.endsWith("terraform.tfvars") ? 0 : path.endsWith("terraform.tfvars.json") ? 1 : 2;
}

/** Where the modules are that `terraform init` has fetched, by the path of their call. */
function vendoredFolders(reading: Reading, folder: string): ReadonlyMap<string, string> {
  const path = joinPath(folder, ".terraform/modules/modules.json");
  const manifest = path === undefined ? undefined : reading.files.get(path);
  const found = new Map<string, string>();
  if (manifest === undefined) return found;
  for (const module of itemsOf(entry(parseJson(manifest.text).roots[0], "Modules"))) {
    const key = scalarNode(entry(module, "Key"))?.value;
    const dir = scalarNode(entry(module, "Dir"))?.value;
    const target = dir === undefined ? undefined : joinPath(folder, dir);
    if (key !== undefined && key !== "" && target !== undefined) found.set(key, target);
  }
  return found;
}

function readRoot(reading: Reading, folder: string): readonly Resource[] {
  const config = configOf(reading, folder);
  if (config === undefined) return [];
  const { spent } = reading;
  const work = startWork({
    steps: Math.min(limits.steps, limits.allSteps - spent.steps),
    instances: Math.min(limits.instances, limits.allInstances - spent.instances),
  });
  const vendored = vendoredFolders(reading, folder);
  const root: Root = {
    folder,
    work,
    problems: reading.problems,
    resources: new Map(),
    modules: new Map(),
    given: givenValues(reading, folder, work),
    workspace: reading.options.workspace,
    config: (each) => configOf(reading, each),
    vendored: (call) => vendored.get(call),
    file: (path) => fileOf(reading, folder, path),
    onFolder: (each) => reading.seen.add(each),
  };
  enterAll(makeModule({ root, config, address: "", path: "", depth: 0 }));
  const resources = [...root.resources.values()].map(resourceOf);
  if (work.steps > work.most.steps)
    reading.problems.push({
      message: `the evaluation of ${folder === "" ? "the root" : folder} was stopped after ${work.most.steps} steps`,
    });
  spent.steps += Math.min(work.steps, work.most.steps);
  spent.instances += Math.min(work.instances, work.most.instances);
  return resources;
}

/** Files are those of the scan; none above its root. */
function fileOf(reading: Reading, folder: string, path: string): Document | undefined {
  if (path.startsWith("/") || path.startsWith("~")) return undefined;
  const target = joinPath(folder, path);
  if (target === undefined) return undefined;
  return reading.files.get(target) ?? reading.options.readFile?.(target);
}

function resourceOf(instance: ResourceInstance): Resource {
  const { type, address, isData, uncertain, module, block } = instance;
  const body = bodyOf(instance);
  const region = textOf(body.entries.get("region")) ?? providerRegion(instance);
  return {
    dialect: "terraform",
    type,
    address,
    body,
    at: block.at,
    ...(isData ? { isData } : {}),
    // Addresses are absolute within a root module.
    scope: module.root.folder === "" ? "." : module.root.folder,
    ...(region === undefined ? {} : { region }),
    ...(uncertain === undefined ? {} : { uncertain }),
  };
}
