// Templates that are deployed together: stacks within stacks, and what one exports for another.
import {
  entriesOf,
  entry,
  scalar,
  type Entry,
  type TreeNode,
} from "../../../formats/setting/tree.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import { textOf, type Document, type Place, type Value } from "../../value.ts";
import { problemsOf, treesOf } from "../trees.ts";
import { callOf } from "./calls.ts";
import { placeIn, type Around, type Context } from "./context.ts";
import { contextOf } from "./evaluate.ts";
import { exportsOf, exportNamed, type Export } from "./exports.ts";
import { nameResources, readInContext } from "./read.ts";
import { templateOf, type Template } from "./template.ts";

const maxDepth = 12;
/** Stacks that are read, those of one template that is deployed several times counted each. */
const maxStacks = 1_000;

/** A stack: a template with what it is given. */
interface Stack {
  readonly context: Context;
  readonly addresses: Map<string, string>;
  /** Stacks within it, by their logical ids; undefined for those whose template is not here. */
  readonly within: (name: string) => Stack | undefined;
}

interface Nested {
  readonly name: string;
  readonly node: TreeNode;
  /** Its template, as it is named. */
  readonly path: string | undefined;
  readonly at: Place;
}

/** Reads the templates of a project. Total and bounded. */
export function readCloudFormationFiles(documents: readonly Document[]): SourceReading {
  const problems: SourceProblem[] = [];
  const templates = new Map<string, Template>();
  for (const document of documents) {
    const trees = treesOf(document);
    problems.push(...problemsOf(document, trees.problems));
    const template = templateOf(document, trees.roots[0]);
    if (template !== undefined) templates.set(document.path, template);
  }
  let stacks = 0;

  function stackOf(
    template: Template,
    { prefix, around, above }: { prefix: string; around: Around; above: readonly Template[] },
  ): Stack {
    stacks++;
    const addresses = new Map<string, string>();
    const made = new Map<string, Stack | undefined>();
    let known: ReadonlyMap<string, Nested> | undefined;
    const open = new Set<string>();
    const within = (name: string): Stack | undefined => {
      if (made.has(name)) return made.get(name);
      // What a stack is given may be what it tells itself.
      if (open.has(name) || stacks >= maxStacks || above.length >= maxDepth) return undefined;
      open.add(name);
      const stack = inner(name);
      open.delete(name);
      made.set(name, stack);
      return stack;
    };
    const inner = (name: string): Stack | undefined => {
      known ??= new Map(allNested(context).map((each) => [each.name, each]));
      const nested = known.get(name);
      const child = nested?.path === undefined ? undefined : templates.get(nested.path);
      if (nested === undefined || child === undefined || [...above, template].includes(child))
        return undefined;
      const given = new Map<string, Value>();
      for (const { key, value } of entriesOf(
        entry(entry(nested.node, "Properties"), "Parameters"),
      )) {
        const passed = context.evaluate(value, new Map());
        if (passed !== undefined) given.set(key, passed);
      }
      return stackOf(child, {
        prefix: `${addresses.get(name) ?? name}/`,
        around: { ...around, given },
        above: [...above, template],
      });
    };
    const context: Context = contextOf(template, addresses, {
      ...around,
      output: (name, output) => {
        const stack = within(name);
        const node = stack?.context.template.outputs.get(output);
        const value = entry(node, "Value");
        return value === undefined ? undefined : stack?.context.evaluate(value, new Map());
      },
    });
    nameResources(context, addresses, (address) => `${prefix}${address}`);
    return { context, addresses, within };
  }

  function read(stack: Stack, belonging: { scope: string; uncertain?: string }): void {
    const { context, within } = stack;
    const reading = readInContext(context, belonging);
    resources.push(...reading.resources);
    problems.push(...reading.problems);
    for (const each of allNested(context)) {
      const verdict = scalar(entry(each.node, "Condition"))?.value;
      const isMade = verdict === undefined ? true : context.decide(verdict);
      if (isMade === false) continue;
      const child = within(each.name);
      if (child === undefined) {
        const template = each.path ?? "the template of a stack";
        if (each.path === undefined || !templates.has(each.path))
          problems.push({ message: `${template} is not here`, at: each.at, absent: template });
        else {
          const message =
            "a stack is followed no further: it is within itself, or there are too many";
          problems.push({ message, at: each.at });
        }
        continue;
      }
      const uncertain = typeof isMade === "object" ? isMade.cause : belonging.uncertain;
      read(child, { scope: belonging.scope, ...(uncertain !== undefined && { uncertain }) });
    }
  }

  const resources: Resource[] = [];
  let imports = 0;
  const first = rootsOf(templates);
  const exported: Export[] = [];
  const used = new Map<string, Set<string>>();
  const made = first.map((template) => {
    const { path } = template.document;
    const stack = stackOf(template, {
      prefix: "",
      above: [],
      around: {
        imported: (name) => {
          const found = exportNamed(exported, name);
          // What is exported may be imported itself.
          if (found === undefined || found.path === path || imports > maxDepth) return undefined;
          link(used, path, found.path);
          imports++;
          const value = found.value();
          imports--;
          return value;
        },
      },
    });
    exported.push(...exportsOf(stack.context));
    return { template, stack };
  });
  // Imports are followed once to see which templates belong together.
  for (const { stack, template } of made) {
    const { context } = stack;
    for (const node of importsIn(template.root)) context.evaluate(node, new Map());
    context.spent.values = 0;
    context.spent.characters = 0;
  }
  const taken = new Map<string, Set<string>>();
  for (const { template, stack } of made) {
    const scope = groupOf(used, template.document.path);
    const names = taken.get(scope) ?? new Set<string>();
    taken.set(scope, names);
    const stem = `${template.document.path.replace(/\.[^./]*$/, "")}:`;
    // Ids mean one thing in a template; where several are read as one, those that are taken say theirs.
    nameResources(stack.context, stack.addresses, (id) => (names.has(id) ? `${stem}${id}` : id));
    for (const address of stack.addresses.values()) names.add(address);
  }
  for (const { template, stack } of made)
    read(stack, { scope: groupOf(used, template.document.path) });
  return { resources, problems };
}

/** The templates that no other one deploys; of those that lead to each other, the first. */
function rootsOf(templates: ReadonlyMap<string, Template>): readonly Template[] {
  const below = new Map<string, readonly string[]>();
  const inner = new Set<string>();
  for (const [path, template] of templates) {
    const paths = allNested(contextOf(template, new Map())).flatMap((each) => each.path ?? []);
    below.set(path, paths);
    for (const each of paths) if (each !== path) inner.add(each);
  }
  const roots: Template[] = [];
  const reached = new Set<string>();
  const reach = (path: string, template: Template): void => {
    roots.push(template);
    const waiting = [path];
    for (const each of waiting) {
      if (reached.has(each)) continue;
      reached.add(each);
      waiting.push(...(below.get(each) ?? []));
    }
  };
  for (const [path, template] of templates) if (!inner.has(path)) reach(path, template);
  for (const [path, template] of templates) if (!reached.has(path)) reach(path, template);
  return roots;
}

function link(used: Map<string, Set<string>>, one: string, other: string): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const set = used.get(from) ?? new Set();
    used.set(from, set.add(to));
  }
}

/** The first path of those that are linked with a template: their common scope. */
function groupOf(used: ReadonlyMap<string, ReadonlySet<string>>, path: string): string {
  const seen = new Set([path]);
  for (const each of seen) for (const other of used.get(each) ?? []) seen.add(other);
  return [...seen].sort()[0] ?? path;
}

const stackType = /^(?:AWS::CloudFormation::Stack|AWS::Serverless::Application)$/;

function allNested(context: Context): readonly Nested[] {
  return context.template.resources.flatMap((each) => nestedIn(context, each) ?? []);
}

/** A stack within a template, with the path of its own where that is a file. */
function nestedIn(
  context: Context,
  { key: name, keySpan, value: node }: Entry,
): Nested | undefined {
  if (!stackType.test(scalar(entry(node, "Type"))?.value ?? "")) return undefined;
  const properties = entry(node, "Properties");
  const written = entry(properties, "TemplateURL") ?? entry(properties, "Location");
  const said = written === undefined ? undefined : textOf(context.evaluate(written, new Map()));
  // CDK says which file it uploads.
  const asset = scalar(entry(entry(node, "Metadata"), "aws:asset:path"))?.value;
  const path = asset ?? (said === undefined || /^[a-z][\w+.-]*:/i.test(said) ? undefined : said);
  return {
    name,
    node,
    path: path === undefined ? undefined : joined(context.template.document.path, path),
    at: placeIn(context, keySpan),
  };
}

/** A path beside a file. */
function joined(file: string, path: string): string {
  const parts = file.split("/").slice(0, -1);
  for (const part of path.slice(0, 1_000).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

const maxImports = 1_000;

/** The calls of `Fn::ImportValue` of a template. Depth is bounded by the parsers. */
function importsIn(node: TreeNode, found: TreeNode[] = []): readonly TreeNode[] {
  if (found.length >= maxImports) return found;
  if (callOf(node)?.name === "Fn::ImportValue") found.push(node);
  if (node.kind === "list") for (const item of node.items) importsIn(item, found);
  if (node.kind === "map") for (const { value } of node.entries) importsIn(value, found);
  return found;
}
