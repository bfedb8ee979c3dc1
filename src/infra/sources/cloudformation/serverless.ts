import { entry } from "../../../formats/setting/tree.ts";
import type { Resource } from "../../resource.ts";
import { entryOf, isNull, textOf, type MapValue, type Place, type Value } from "../../value.ts";
import { scalarAt, unknownAt } from "../trees.ts";
import type { Context } from "./context.ts";

/** True for the macro of the Serverless Application Model, whichever its edition. */
export function isServerless(transform: string): boolean {
  return transform.startsWith("AWS::Serverless-");
}

/** Properties of a resource with what `Globals` says of all of its type. */
export function withGlobals(context: Context, type: string, body: MapValue): MapValue {
  const name = /^AWS::Serverless::(\w{1,64})$/.exec(type)?.[1];
  const section = name === undefined ? undefined : entry(context.template.globals, name);
  const globals = section && context.evaluate(section, new Map());
  const merged = globals === undefined ? body : merge(globals, body);
  return merged.kind === "map" ? merged : body;
}

/** Maps are merged, lists come one after the other, anything else is what the resource says. */
function merge(general: Value, own: Value): Value {
  if (general.kind === "list" && own.kind === "list")
    return { ...own, items: [...general.items, ...own.items] };
  if (general.kind !== "map" || own.kind !== "map") return own;
  const entries = new Map(general.entries);
  for (const [key, value] of own.entries) {
    const before = entries.get(key);
    entries.set(key, before === undefined ? value : merge(before, value));
  }
  const open = own.open ?? general.open;
  return { ...own, entries, ...(open === undefined ? {} : { open }) };
}

/** The types that SAM's own come to where nothing but the name changes. */
const plainTypes: ReadonlyMap<string, string> = new Map([
  ["AWS::Serverless::Function", "AWS::Lambda::Function"],
  ["AWS::Serverless::LayerVersion", "AWS::Lambda::LayerVersion"],
  ["AWS::Serverless::StateMachine", "AWS::StepFunctions::StateMachine"],
  ["AWS::Serverless::SimpleTable", "AWS::DynamoDB::Table"],
]);

/**
 * Turns SAM's resources into what they are deployed as, under the same logical id; properties that
 * only SAM has stay in the body. Functions without a role get the one that SAM makes for them.
 */
export function expandServerless(resources: readonly Resource[]): readonly Resource[] {
  const addresses = new Set(resources.map(({ address }) => address));
  return resources.flatMap((resource) => {
    const type = plainTypes.get(resource.type);
    if (type === undefined) return [resource];
    const plain = { ...resource, type };
    if (resource.type !== "AWS::Serverless::Function") return [plain];
    return expandFunction(plain, addresses);
  });
}

function expandFunction(lambda: Resource, addresses: ReadonlySet<string>): readonly Resource[] {
  const { body, at, address } = lambda;
  const entries = new Map(body.entries);
  const tracing = textOf(entries.get("Tracing"));
  if (tracing !== undefined)
    entries.set("TracingConfig", mapAt(at, { Mode: scalarAt(at, tracing) }));
  const letters = entryOf(entries.get("DeadLetterQueue"), "TargetArn");
  if (letters !== undefined) entries.set("DeadLetterConfig", mapAt(at, { TargetArn: letters }));
  const role = `${address}Role`;
  const made: Resource[] = [];
  const given = entries.get("Role");
  if ((given === undefined || isNull(given)) && !addresses.has(role)) {
    entries.set("Role", { kind: "reference", resource: role, attribute: ["Arn"], at });
    made.push({ ...lambda, type: "AWS::IAM::Role", address: role, body: roleOf(lambda) });
  }
  const url = entries.get("FunctionUrlConfig");
  if (url?.kind === "map") {
    const target: Value = { kind: "reference", resource: address, attribute: ["Arn"], at };
    const urlBody = { ...url, entries: new Map(url.entries).set("TargetFunctionArn", target) };
    made.push({
      ...lambda,
      type: "AWS::Lambda::Url",
      address: `${address}Url`,
      body: urlBody,
      at: url.at,
    });
  }
  return [{ ...lambda, body: { ...body, entries } }, ...made];
}

/** The role that SAM makes: who may take it, managed policies by name or ARN, policies in place. */
function roleOf({ body, at }: Resource): MapValue {
  const policies = body.entries.get("Policies");
  const list =
    policies?.kind === "list" ? policies.items : policies === undefined ? [] : [policies];
  const managed: Value[] = [];
  const inline: Value[] = [];
  for (const policy of list) {
    if (policy.kind !== "map") {
      const name = textOf(policy);
      const isName = name !== undefined && !name.startsWith("arn:");
      managed.push(isName ? scalarAt(policy.at, `arn:aws:iam::aws:policy/${name}`) : policy);
    } else if (policy.entries.has("Statement")) {
      const name = scalarAt(policy.at, `Policy${inline.length}`);
      inline.push(mapAt(policy.at, { PolicyName: name, PolicyDocument: policy }));
    } else {
      const [template = "a template"] = policy.entries.keys();
      const document = unknownAt(policy.at, `SAM writes the policy from ${template.slice(0, 100)}`);
      const name = scalarAt(policy.at, `Policy${inline.length}`);
      inline.push(mapAt(policy.at, { PolicyName: name, PolicyDocument: document }));
    }
  }
  const boundary = body.entries.get("PermissionsBoundary");
  return mapAt(at, {
    AssumeRolePolicyDocument: body.entries.get("AssumeRolePolicyDocument") ?? lambdaTrust(at),
    ManagedPolicyArns: { kind: "list", items: managed, at },
    Policies: { kind: "list", items: inline, at },
    ...(boundary === undefined ? {} : { PermissionsBoundary: boundary }),
  });
}

function lambdaTrust(at: Place): Value {
  const statement = mapAt(at, {
    Effect: scalarAt(at, "Allow"),
    Action: scalarAt(at, "sts:AssumeRole"),
    Principal: mapAt(at, { Service: scalarAt(at, "lambda.amazonaws.com") }),
  });
  return mapAt(at, { Statement: { kind: "list", items: [statement], at } });
}

function mapAt(at: Place, entries: Readonly<Record<string, Value>>): MapValue {
  return { kind: "map", entries: new Map(Object.entries(entries)), at };
}
