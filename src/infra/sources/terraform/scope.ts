import type { SourceProblem } from "../../resource.ts";
import type { Place, Reference, Value } from "../../value.ts";
import { attributeOf, once } from "./attributes.ts";
import { literalOf, type ConfigBlock, type ModuleConfig } from "./config.ts";
import { evaluate } from "./evaluate.ts";
import { expand, type Instance } from "./expand.ts";
import { joinPath, relativePath } from "./paths.ts";
import { addressIn, type ModuleInstance, type Node, type Parent, type Root } from "./state.ts";
import type { Resolved, Scope, Steps } from "./types.ts";
import { list, map, scalar, unknown } from "./values.ts";
import { variableValue } from "./variables.ts";
import { fail, limits } from "./work.ts";

/** What a module instance is made of. */
export interface ModuleCall {
  readonly root: Root;
  readonly config: ModuleConfig;
  readonly address: string;
  readonly path: string;
  readonly depth: number;
  readonly parent?: Parent;
  readonly uncertain?: string;
}

/** A module whose names can be looked up; nothing is evaluated before it is asked for. */
export function makeModule(call: ModuleCall): ModuleInstance {
  const { root } = call;
  const scope: Scope = {
    work: root.work,
    resolve: (name, steps, at) => resolve(module, { name, steps }, at),
    attribute: (reference, name, at) => attributeOf(root, { reference, name, at }),
    file: root.file,
  };
  const module: ModuleInstance = { ...call, scope, values: new Map(), nodes: new Map() };
  root.onFolder(call.config.folder);
  return module;
}

interface Asked {
  readonly name: string;
  readonly steps: Steps;
}

function resolve(module: ModuleInstance, { name, steps }: Asked, at: Place): Resolved {
  const [first, second] = steps;
  if (name === "terraform" || name === "tofu")
    return { value: workspace(module, first, at), used: 1 };
  if (name === "path") return { value: pathValue(module, first, at), used: 1 };
  if (first === undefined)
    return { value: unknown(`${name} is no value by itself`, at), used: steps.length };
  if (name === "var") return { value: variable(module, first, at), used: 1 };
  if (name === "local") return { value: local(module, first, at), used: 1 };
  if (name === "module") return { value: nodeValue(module, `module.${first}`, at), used: 1 };
  if (name === "each" || name === "count" || name === "self")
    return { value: unknown(`${name}.${first} means nothing here`, at), used: 1 };
  if (name === "data") {
    if (second === undefined) return { value: unknown("data is no value by itself", at), used: 1 };
    return { value: nodeValue(module, `data.${first}.${second}`, at), used: 2 };
  }
  if (name === "ephemeral")
    return { value: unknown(`ephemeral.${first} is never kept`, at), used: steps.length };
  return { value: nodeValue(module, `${name}.${first}`, at), used: 1 };
}

function workspace({ root }: ModuleInstance, name: string | undefined, at: Place): Value {
  if (name !== "workspace") return unknown(`terraform.${name ?? ""} is not known`, at);
  return root.workspace === undefined
    ? unknown("terraform.workspace is chosen when it runs", at)
    : scalar(root.workspace, at);
}

function pathValue({ root, config }: ModuleInstance, name: string | undefined, at: Place): Value {
  if (name === "module") return scalar(relativePath(root.folder, config.folder), at);
  return name === "root" || name === "cwd" ? scalar(".", at) : unknown("there is no such path", at);
}

function variable(module: ModuleInstance, name: string, at: Place): Value {
  return once(module.values, `var ${name}`, {
    name: `var.${name}`,
    at,
    work: () => variableValue(module, name, at),
  });
}

function local(module: ModuleInstance, name: string, at: Place): Value {
  const written = module.config.locals.get(name);
  if (written === undefined) return fail(module.root.work, `local.${name} is not declared`, at);
  return once(module.values, `local ${name}`, {
    name: `local.${name}`,
    at,
    work: () => evaluate(written.value, { scope: module.scope, document: written.document }),
  });
}

/** A resource, data source or module call: itself, or its instances. */
function nodeValue(module: ModuleInstance, name: string, at: Place): Value {
  const node = nodeOf(module, name);
  if (node === "busy") return unknown(`${name} depends on itself`, at);
  if (node === undefined) return missingNode(module, name, at);
  const { expansion, address } = node;
  if (name.startsWith("module.")) {
    const missing = missingModule(module, node);
    // Who takes an output of a module takes it for something.
    if (missing !== undefined)
      return { kind: "unknown", cause: missing.message, at, isRequired: true };
  }
  const refer = ({ suffix }: Instance): Reference => ({
    kind: "reference",
    resource: address + suffix,
    attribute: [],
    at,
  });
  const { instances, open } = expansion;
  if (expansion.kind === "single")
    return refer({ suffix: "", key: undefined, bindings: undefined });
  if (expansion.kind === "count") return list(instances.map(refer), at, open);
  const known = instances.filter(({ suffix }) => suffix !== '["*"]');
  return map(new Map(known.map((each) => [String(each.key), refer(each)])), at, open);
}

/** What is not in the files may be in those that were not given. */
function missingNode(module: ModuleInstance, name: string, at: Place): Value {
  if (name.startsWith("module.")) return unknown(`${name} is not here`, at);
  return { kind: "reference", resource: addressIn(module, name), attribute: [], at };
}

/** The first block of each name, for a module whose blocks are as many as they like. */
const firstBlocks = new WeakMap<readonly ConfigBlock[], ReadonlyMap<string, ConfigBlock>>();

function firstOf(blocks: readonly ConfigBlock[], name: string): ConfigBlock | undefined {
  let index = firstBlocks.get(blocks);
  if (index === undefined) {
    const made = new Map<string, ConfigBlock>();
    for (const block of blocks) {
      const key = block.labels.slice(0, 2).join(".");
      if (!made.has(key)) made.set(key, block);
    }
    firstBlocks.set(blocks, made);
    index = made;
  }
  return index.get(name);
}

function blockOf({ config }: ModuleInstance, name: string): ConfigBlock | undefined {
  if (name.startsWith("module.")) return config.modules.get(name.split(".")[1]!);
  if (name.startsWith("data.")) return firstOf(config.data, name.slice("data.".length));
  return firstOf(config.resources, name);
}

function nodeOf(module: ModuleInstance, name: string): Node | "busy" | undefined {
  const before = module.nodes.get(name);
  if (before !== undefined) return before;
  const block = blockOf(module, name);
  return block && makeNode(module, { name, block });
}

interface Named {
  readonly name: string;
  readonly block: ConfigBlock;
}

/** Finds out which instances a block has, and enters them with their addresses. */
function makeNode(module: ModuleInstance, { name, block }: Named): Node {
  module.nodes.set(name, "busy");
  const frame = { scope: module.scope, document: block.at.document };
  const expansion = expand(block, frame);
  const node: Node = { block, address: addressIn(module, name), expansion };
  if (expansion.problem !== undefined)
    module.root.problems.push({ message: expansion.problem, at: block.at });
  module.nodes.set(name, node);
  if (name.startsWith("module.")) enterModules(module, node);
  else enterResources(module, node, name);
  return node;
}

/** The node of a block: of the first one that has its name, or its own. */
export function nodeOfBlock(module: ModuleInstance, name: string, block: ConfigBlock): Node {
  const node = nodeOf(module, name);
  if (node !== undefined && node !== "busy" && node.block === block) return node;
  const frame = { scope: module.scope, document: block.at.document };
  return { block, address: addressIn(module, name), expansion: expand(block, frame) };
}

function hasRoom({ root }: ModuleInstance, { block }: Node): boolean {
  root.work.instances++;
  const most = root.work.most.instances;
  if (root.work.instances === most + 1)
    root.problems.push({
      message: `there are more than ${most} instances; the rest is not looked at`,
      at: block.at,
    });
  return root.work.instances <= most;
}

function enterResources(module: ModuleInstance, node: Node, name: string): void {
  const { block } = node;
  const isData = name.startsWith("data.");
  for (const { suffix, bindings, uncertain } of node.expansion.instances) {
    if (!hasRoom(module, node)) return;
    const address = node.address + suffix;
    module.root.resources.set(address, {
      module,
      block,
      type: block.labels[0]!,
      address,
      isData,
      bindings,
      uncertain: uncertain ?? module.uncertain,
      values: new Map(),
    });
  }
}

/** Where the files of a module call are; undefined where they are not here. */
function folderOf(module: ModuleInstance, { block }: Node): string | undefined {
  const source = literalOf(block, "source") ?? "";
  if (/^\.\.?(?:\/|$)/.test(source)) return joinPath(module.config.folder, source);
  return module.root.vendored(callPath(module, block));
}

function callPath({ path }: ModuleInstance, { labels }: ConfigBlock): string {
  return path === "" ? labels[0]! : `${path}.${labels[0]!}`;
}

/** Why a module cannot be looked into. */
function missingModule(module: ModuleInstance, node: Node): Omit<SourceProblem, "at"> | undefined {
  const folder = folderOf(module, node);
  const source = literalOf(node.block, "source") ?? "its source is not a plain text";
  if (folder === undefined || module.root.config(folder) === undefined)
    return { message: `module.${node.block.labels[0]!} is not here (${source})`, absent: source };
  for (let each: ModuleInstance | undefined = module; each; each = each.parent?.module)
    if (each.config.folder === folder)
      return { message: `module.${node.block.labels[0]!} contains itself` };
  return module.depth >= limits.modules ? { message: "modules are nested too deep" } : undefined;
}

function enterModules(module: ModuleInstance, node: Node): void {
  const { root } = module;
  const missing = missingModule(module, node);
  if (missing !== undefined) {
    root.problems.push({ ...missing, at: node.block.at });
    return;
  }
  const config = root.config(folderOf(module, node)!)!;
  root.onFolder(config.folder);
  for (const { suffix, bindings, uncertain } of node.expansion.instances) {
    if (!hasRoom(module, node)) return;
    const address = node.address + suffix;
    const parent: Parent = { module, call: node.block, bindings };
    const made = makeModule({
      root,
      config,
      address,
      path: callPath(module, node.block),
      depth: module.depth + 1,
      parent,
      uncertain: uncertain ?? module.uncertain,
    });
    root.modules.set(address, made);
  }
}

/** All modules and resources below a module, each entered with its address. */
export function enterAll(module: ModuleInstance): void {
  const { config, root } = module;
  for (const block of config.resources)
    enterBlock(module, block.labels.slice(0, 2).join("."), block);
  for (const block of config.data)
    enterBlock(module, `data.${block.labels.slice(0, 2).join(".")}`, block);
  for (const [name, block] of config.modules) {
    const node = nodeOfBlock(module, `module.${name}`, block);
    for (const { suffix } of node.expansion.instances) {
      const inner = root.modules.get(node.address + suffix);
      if (inner !== undefined) enterAll(inner);
    }
  }
}

function enterBlock(module: ModuleInstance, name: string, block: ConfigBlock): void {
  const node = nodeOf(module, name);
  // The same name once more: the address is taken, and the resource is there all the same.
  if (node !== undefined && node !== "busy" && node.block !== block)
    enterAgain(module, nodeOfBlock(module, name, block));
}

function enterAgain(module: ModuleInstance, node: Node): void {
  const { block } = node;
  const others = module.root.resources;
  for (const { suffix, bindings, uncertain } of node.expansion.instances) {
    if (!hasRoom(module, node)) return;
    const address = node.address + suffix;
    let key = address;
    for (let number = 2; others.has(key); number++) key = `${address}#${number}`;
    others.set(key, {
      module,
      block,
      type: block.labels[0]!,
      address,
      isData: module.config.data.includes(block),
      bindings,
      uncertain: uncertain ?? module.uncertain,
      values: new Map(),
    });
  }
}
