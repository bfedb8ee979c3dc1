import { entry, scalar, type TreeNode, type Trees } from "../../../formats/setting/tree.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import { textOf, type Document, type MapValue } from "../../value.ts";
import { maxValues, placeOf, problemsOf, treesOf } from "../trees.ts";
import { placeIn, type Context } from "./context.ts";
import { contextOf } from "./evaluate.ts";
import { unrollEntries, type Unrolled } from "./for-each.ts";
import { expandServerless, isServerless, withGlobals } from "./serverless.ts";
import { templateOf, type Template } from "./template.ts";

/**
 * Reads a template of CloudFormation, SAM, or what CDK synthesises, in YAML or JSON. Parameters have
 * their defaults, and conditions that these do not decide leave both branches. Total and bounded.
 */
export function readCloudFormation(document: Document): SourceReading {
  return readTemplateTrees(document, treesOf(document));
}

/** The same of trees that are at hand. */
export function readTemplateTrees(document: Document, trees: Trees): SourceReading {
  const problems = problemsOf(document, trees.problems);
  const template = templateOf(document, trees.roots[0]);
  if (template === undefined) return { resources: [], problems };
  const addresses = new Map<string, string>();
  const context = contextOf(template, addresses);
  nameResources(context, addresses);
  const reading = readInContext(context, { scope: document.path });
  return { ...reading, problems: [...problems, ...reading.problems] };
}

/** Where the resources of a template belong. */
export interface Belonging {
  readonly scope: string;
  /** Why the whole template may not be deployed. */
  readonly uncertain?: string;
}

/** Reads the resources of a template whose context and addresses are there. */
export function readInContext(context: Context, belonging: Belonging): SourceReading {
  const { template } = context;
  const problems: SourceProblem[] = [];
  const resources: Resource[] = [];
  for (const each of unrollEntries(context, template.resources, new Map())) {
    if (each.kind === "open") {
      const message = `there may be more resources than are read: ${each.cause}`;
      problems.push({ message, at: placeIn(context, each.keySpan) });
    } else readResource(context, each, { resources, problems, belonging });
  }
  if (context.spent.values > maxValues)
    problems.push({
      message: `only the first ${maxValues} values are read`,
      at: placeOf(template.document, template.root),
    });
  problems.push(...problemsOfMacros(template));
  const isSam = template.transforms.some(isServerless);
  return { resources: isSam ? expandServerless(resources) : resources, problems };
}

/** CDK writes where a resource stands in its tree, which says more than a hashed logical id. */
export function nameResources(
  context: Context,
  addresses: Map<string, string>,
  named: (address: string) => string = (address) => address,
): void {
  const taken = new Set<string>();
  for (const each of unrollEntries(context, context.template.resources, new Map())) {
    if (each.kind === "open") continue;
    const { key, value } = each;
    const path = scalar(entry(entry(value, "Metadata"), "aws:cdk:path"))?.value;
    const isPath = path !== undefined && path !== "" && !taken.has(path);
    const address = isPath ? path : named(key);
    taken.add(address);
    addresses.set(key, address);
    // SAM makes a role for a function that has none, and templates refer to it.
    const role = `${key}Role`;
    const isFunction = scalar(entry(value, "Type"))?.value === "AWS::Serverless::Function";
    if (isFunction && !addresses.has(role)) addresses.set(role, named(role));
  }
}

interface Sink {
  readonly resources: Resource[];
  readonly problems: SourceProblem[];
  readonly belonging: Belonging;
}

function readResource(
  context: Context,
  each: Unrolled,
  { resources, problems, belonging }: Sink,
): void {
  const { key, keySpan, value: node, variables } = each;
  const at = placeIn(context, keySpan);
  if (key === "Fn::Transform") {
    problems.push({ message: "a macro adds resources when the template is deployed", at });
    return;
  }
  const type = typeOf(context, each);
  if (type === undefined) {
    problems.push({ message: `resource ${key.slice(0, 200)} has no type`, at });
    return;
  }
  const verdict = verdictOf(context, entry(node, "Condition"));
  if (verdict === false) return;
  const properties = entry(node, "Properties");
  const body = properties && context.evaluate(properties, variables);
  const empty: MapValue = { kind: "map", entries: new Map(), at };
  const open = body === undefined || body.kind === "map" ? undefined : "its properties are no map";
  const map = body?.kind === "map" ? body : { ...empty, ...(open === undefined ? {} : { open }) };
  const uncertain = typeof verdict === "object" ? verdict.cause : belonging.uncertain;
  resources.push({
    dialect: "cloudformation",
    type,
    address: context.addresses.get(key) ?? key,
    body: withGlobals(context, type, map),
    at,
    extent: { ...at, end: Math.max(at.end, node.end) },
    scope: belonging.scope,
    ...(uncertain !== undefined && { uncertain }),
  });
}

function typeOf(context: Context, { value, variables }: Unrolled): string | undefined {
  const type = entry(value, "Type");
  return type && textOf(context.evaluate(type, variables));
}

function verdictOf(context: Context, condition: TreeNode | undefined) {
  const name = scalar(condition)?.value;
  return name === undefined ? true : context.decide(name);
}

const known = new Set(["AWS::LanguageExtensions", "AWS::SecretsManager-2020-07-23"]);

/** Macros of others may rewrite anything, so that what is read here may not be what is deployed. */
function problemsOfMacros({ transforms, document, root }: Template): readonly SourceProblem[] {
  const strange = transforms.filter((name) => !known.has(name) && !isServerless(name));
  const at = placeOf(document, root);
  return strange.map((name) => ({
    message: `the macro ${name.slice(0, 100)} may change the template when it is deployed`,
    at: { ...at, end: at.start },
  }));
}
