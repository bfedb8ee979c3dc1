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
import { startWork, type Work } from "./work.ts";

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
  readonly configs: Map<string, ModuleConfig>;
  readonly options: TerraformOptions;
  readonly seen: Set<string>;
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
  const folders = new Map<string, Document[]>();
  for (const document of documents) {
    if (!isConfig(document.path)) continue;
    const folder = folderOfPath(document.path);
    const before = folders.get(folder);
    if (before === undefined) folders.set(folder, [document]);
    else before.push(document);
  }
  const reading: Reading = {
    files: new Map(documents.map((document) => [document.path, document])),
    folders,
    configs: new Map(),
    options,
    seen: new Set(),
    problems: [],
  };
  const own = [...folders.keys()].filter((folder) => !isVendored(folder)).sort();
  const called = calledFolders(reading, own);
  const resources: Resource[] = [];
  for (const folder of own) if (!called.has(folder)) resources.push(...readRoot(reading, folder));
  // Modules that only call each other have no root above them.
  for (const folder of own)
    if (!reading.seen.has(folder)) resources.push(...readRoot(reading, folder));
  return { resources, problems: reading.problems };
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
  const automatic = [...reading.files.values()]
    .filter(({ path }) => isVariables(path) && isAutomatic(path) && folderOfPath(path) === folder)
    .sort((a, b) => rank(a.path) - rank(b.path) || (a.path < b.path ? -1 : 1));
  const asked = (reading.options.varFiles ?? []).flatMap((path) => reading.files.get(path) ?? []);
  const given = new Map<string, Given>();
  for (const document of [...automatic, ...asked])
    for (const [name, value] of readVariables(document, work)) given.set(name, value);
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
  const work = startWork();
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
  return [...root.resources.values()].map(resourceOf);
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
