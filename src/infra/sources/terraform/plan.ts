import { parseJson } from "../../../formats/json/parse.ts";
import { entriesOf, entry, itemsOf, scalar, type TreeNode } from "../../../formats/setting/tree.ts";
import type { Resource, SourceProblem, SourceReading } from "../../resource.ts";
import type { Document, MapValue, Place, Value } from "../../value.ts";
import {
  configuredIn,
  scopeOfModule,
  targetsOf,
  type ConfigScope,
  type Target,
} from "./plan-references.ts";
import { policyDocument } from "./policy-document.ts";
import { valueOfTree } from "./tree-value.ts";
import { list, map, unknown } from "./values.ts";
import { limits } from "./work.ts";

interface Plan {
  readonly document: Document;
  readonly configuration: TreeNode | undefined;
  readonly variables: TreeNode | undefined;
  /** What is not known before it is made, by address. */
  readonly unknowns: ReadonlyMap<string, TreeNode>;
  readonly planned: Map<string, Planned>;
  readonly problems: SourceProblem[];
  /** Modules of the configuration that have been looked up, by address. */
  readonly configured: Map<string, Configured>;
}

interface Configured {
  readonly scope: ConfigScope;
  readonly resources: ReadonlyMap<string, TreeNode>;
}

interface Planned {
  readonly node: TreeNode;
  readonly address: string;
  readonly module: string;
  readonly mode: string;
  readonly type: string;
  /** Its address within its module, without key. */
  readonly bare: string;
  /** `["key"]` or `[0]`. */
  readonly suffix: string;
}

/** True for what `terraform show -json` writes of a plan. */
export function isPlan(document: Document): boolean {
  const start = document.text.slice(0, 2_000);
  return /"format_version"\s*:/.test(start) && document.text.includes('"planned_values"');
}

/**
 * Reads a plan as JSON (`terraform show -json plan`): what will be there, with what is known only
 * then as references, where the configuration tells to what.
 * https://developer.hashicorp.com/terraform/internals/json-format
 */
export function readTerraformPlan(document: Document): SourceReading {
  const { roots, problems } = parseJson(document.text);
  const [root] = roots;
  const plan: Plan = {
    document,
    configuration: entry(root, "configuration"),
    variables: entry(root, "variables"),
    unknowns: new Map(
      itemsOf(entry(root, "resource_changes")).flatMap((change) => {
        const address = textOf(change, "address");
        const node = entry(entry(change, "change"), "after_unknown");
        return address === undefined || node === undefined ? [] : [[address, node] as const];
      }),
    ),
    planned: new Map(),
    configured: new Map(),
    problems: problems.map(({ message, at }) => ({
      message,
      at: { document, start: at, end: at },
    })),
  };
  const prior = entry(entry(entry(root, "prior_state"), "values"), "root_module");
  gather(plan, prior, "data");
  gather(plan, entry(entry(root, "planned_values"), "root_module"), undefined);
  const resources = [...plan.planned.values()].map((planned) => resourceOf(plan, planned));
  return { resources, problems: plan.problems };
}

function textOf(node: TreeNode | undefined, key: string): string | undefined {
  return scalar(entry(node, key))?.value;
}

/** Enters the resources of a module and of those within it; without recursion. */
function gather(plan: Plan, root: TreeNode | undefined, onlyMode: string | undefined): void {
  const modules = [root];
  for (let module = modules.pop(); module !== undefined; module = modules.pop()) {
    modules.push(...itemsOf(entry(module, "child_modules")).toReversed());
    for (const node of itemsOf(entry(module, "resources"))) {
      const address = textOf(node, "address");
      const type = textOf(node, "type");
      const name = textOf(node, "name");
      const mode = textOf(node, "mode") ?? "managed";
      if (address === undefined || type === undefined || name === undefined) continue;
      if (onlyMode !== undefined && mode !== onlyMode) continue;
      if (plan.planned.size >= limits.instances * 10) {
        plan.problems.push({ message: `there are more than ${limits.instances * 10} resources` });
        return;
      }
      const bare = `${mode === "data" ? "data." : ""}${type}.${name}`;
      const at = address.lastIndexOf(bare);
      const before = textOf(module, "address") ?? "";
      const suffix = at < 0 ? "" : address.slice(at + bare.length);
      plan.planned.set(address, { node, address, module: before, mode, type, bare, suffix });
    }
  }
}

function resourceOf(plan: Plan, planned: Planned): Resource {
  const { node, address, mode, type } = planned;
  const body = bodyOf(plan, planned);
  const region = regionOf(plan, planned, body);
  return {
    dialect: "terraform",
    type,
    address,
    body,
    at: placeOf(plan, entry(node, "address") ?? node),
    scope: ".",
    ...(mode === "data" ? { isData: true } : {}),
    ...(region === undefined ? {} : { region }),
  };
}

function placeOf({ document }: Plan, { start, end }: TreeNode): Place {
  return { document, start, end };
}

interface Merging {
  readonly plan: Plan;
  readonly planned: Planned;
  readonly scope: ConfigScope;
  /** Where what has no place of its own is shown. */
  readonly at: Place;
}

function configuredOf(plan: Plan, { module }: Planned): Configured {
  const before = plan.configured.get(module);
  if (before !== undefined) return before;
  const scope = scopeOfModule(entry(plan.configuration, "root_module"), module);
  const made = { scope, resources: configuredIn(scope) };
  plan.configured.set(module, made);
  return made;
}

function bodyOf(plan: Plan, planned: Planned): MapValue {
  const { node, address } = planned;
  const { scope, resources } = configuredOf(plan, planned);
  const at = placeOf(plan, entry(node, "address") ?? node);
  const value = merge(
    {
      given: entry(node, "values"),
      unknowns: plan.unknowns.get(address),
      expression: entry(resources.get(planned.bare), "expressions"),
      name: address,
    },
    { plan, planned, scope, at },
  );
  return value.kind === "map" ? value : { kind: "map", entries: new Map(), at };
}

interface Parts {
  readonly given: TreeNode | undefined;
  readonly unknowns: TreeNode | undefined;
  readonly expression: TreeNode | undefined;
  readonly name: string;
}

/** A value with what is not known of it put in its place. Trees are as deep as their reader lets them. */
function merge({ given, unknowns, expression, name }: Parts, merging: Merging): Value {
  const { plan, at } = merging;
  if (unknowns?.kind === "scalar" && unknowns.value === "true")
    return unknownValue(expression, name, merging);
  if (unknowns?.kind === "map" && (given === undefined || given.kind === "map")) {
    const entries = new Map<string, Value>();
    const own = new Map(entriesOf(given).map(({ key, value }) => [key, value]));
    const missing = new Map(entriesOf(unknowns).map(({ key, value }) => [key, value]));
    for (const key of new Set([...own.keys(), ...missing.keys()])) {
      const child = own.get(key);
      const doubt = missing.get(key);
      if (child === undefined && !hasUnknown(doubt)) continue;
      const parts = {
        given: child,
        unknowns: doubt,
        expression: entry(expression, key),
        name: key,
      };
      entries.set(key, merge(parts, merging));
    }
    return map(entries, given === undefined ? at : placeOf(plan, given));
  }
  if (unknowns?.kind === "list" && (given === undefined || given.kind === "list")) {
    const own = itemsOf(given);
    const missing = itemsOf(unknowns);
    const shapes = itemsOf(expression);
    const items: Value[] = [];
    for (let index = 0; index < Math.max(own.length, missing.length); index++) {
      const shape = expression?.kind === "list" ? (shapes[index] ?? shapes.at(-1)) : expression;
      items.push(
        merge({ given: own[index], unknowns: missing[index], expression: shape, name }, merging),
      );
    }
    return list(items, given === undefined ? at : placeOf(plan, given));
  }
  return given === undefined ? map(new Map(), at) : valueOfTree(given, plan.document);
}

function hasUnknown(node: TreeNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind === "scalar") return node.value === "true";
  if (node.kind === "list") return node.items.some(hasUnknown);
  return node.entries.some(({ value }) => hasUnknown(value));
}

/** Texts that are made out of what they refer to, rather than being it. */
const madeTexts = /policy|json|template|user_data|content|definition|script|command|values?$/;

function unknownValue(
  expression: TreeNode | undefined,
  name: string,
  { plan, planned, scope, at }: Merging,
): Value {
  const targets = targetsOf(expression, scope);
  const [first] = targets;
  if (first === undefined) return unknown(`${name} is known only when it exists`, at);
  if (typeof first === "string" || targets.length > 1) {
    const names = targets.map((each) => (typeof each === "string" ? each : textOfTarget(each)));
    return unknown(`${name} depends on ${names.join(" and ")}, which is not known yet`, at);
  }
  const target = instanceOf(plan, planned, first);
  const source = plan.planned.get(target.resource);
  if (
    source?.type === "aws_iam_policy_document" &&
    /^(?:minified_)?json$/.test(target.attribute[0] ?? "")
  )
    return policyDocument(bodyOf(plan, source), at);
  if (madeTexts.test(name) || target.attribute.length === 0)
    return unknown(`${name} depends on ${textOfTarget(target)}, which is not known yet`, at);
  return { kind: "reference", ...target, at };
}

function textOfTarget({ resource, attribute }: Target): string {
  return [resource, ...attribute].join(".");
}

/** A plan leaves out keys that are computed: the same key, or the only one there is, is meant. */
function instanceOf(plan: Plan, { suffix }: Planned, target: Target): Target {
  const { resource } = target;
  if (plan.planned.has(resource)) return target;
  if (plan.planned.has(resource + suffix)) return { ...target, resource: resource + suffix };
  if (plan.planned.has(`${resource}[0]`) && !plan.planned.has(`${resource}[1]`))
    return { ...target, resource: `${resource}[0]` };
  return target;
}

function regionOf(plan: Plan, planned: Planned, body: MapValue): string | undefined {
  const own = body.entries.get("region");
  if (own?.kind === "scalar" && typeof own.value === "string") return own.value;
  const found = configuredOf(plan, planned).resources.get(planned.bare);
  const key = textOf(found, "provider_config_key");
  if (key === undefined) return undefined;
  const provider = entry(entry(plan.configuration, "provider_config"), key);
  const region = entry(entry(provider, "expressions"), "region");
  const constant = textOf(region, "constant_value");
  if (constant !== undefined) return constant;
  const name = /^var\.([\w-]+)$/.exec(scalar(itemsOf(entry(region, "references"))[0])?.value ?? "");
  return name === null ? undefined : textOf(entry(plan.variables, name[1]!), "value");
}
