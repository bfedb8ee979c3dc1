import { isNull, type MapValue, type Place, type Value } from "../../value.ts";
import { plainOfJson } from "./functions/encoding.ts";
import { valueOf } from "./plain.ts";
import { causeOf, choice, encoded, isKnown, list, map, scalar, textFor } from "./values.ts";

/** A list that is known as far as it goes. */
interface Items {
  readonly items: readonly Value[];
  readonly open?: string;
}

function itemsOf(value: Value | undefined): Items {
  if (value === undefined || (value.kind === "scalar" && value.value === null))
    return { items: [] };
  if (value.kind === "list") return { items: value.items, open: value.open };
  if (value.kind === "map") return { items: [value] };
  return {
    items: isKnown(value) ? [value] : [],
    open: isKnown(value) ? undefined : causeOf(value),
  };
}

/** `&{aws:username}` stands for what Terraform would read itself. */
function restored(value: Value): Value {
  if (value.kind === "list") return list(value.items.map(restored), value.at, value.open);
  const text = textFor(value);
  if (value.kind !== "scalar" || !text?.includes("&{")) return value;
  return scalar(text.replaceAll("&{", "${"), value.at);
}

function principalsOf(blocks: Value): Value {
  const entries = new Map<string, Value>();
  const { items, open } = itemsOf(blocks);
  let cause = open;
  for (const block of items) {
    if (block.kind !== "map") {
      cause ??= causeOf(block);
      continue;
    }
    const type = block.entries.get("type");
    const identifiers = block.entries.get("identifiers");
    const name = type && textFor(type);
    if (name === undefined || identifiers === undefined) {
      cause ??= type === undefined ? "a principal has no type" : causeOf(type);
      continue;
    }
    if (name === "*") return scalar("*", block.at);
    const before = entries.get(name);
    const value = restored(identifiers);
    entries.set(
      name,
      before?.kind === "list" && value.kind === "list"
        ? list([...before.items, ...value.items], before.at, before.open ?? value.open)
        : value,
    );
  }
  return map(entries, blocks.at, cause);
}

function conditionsOf(blocks: Value): Value {
  const tests = new Map<string, Map<string, Value>>();
  const { items, open } = itemsOf(blocks);
  let cause = open;
  for (const block of items) {
    const entries = block.kind === "map" ? block.entries : undefined;
    const test = textOf(entries?.get("test"));
    const variable = textOf(entries?.get("variable"));
    const values = entries?.get("values");
    if (test === undefined || variable === undefined || values === undefined) {
      cause ??= isKnown(block) ? "a condition is not whole" : causeOf(block);
      continue;
    }
    const variables = tests.get(test) ?? new Map<string, Value>();
    const before = variables.get(variable);
    const value = restored(values);
    variables.set(
      variable,
      before?.kind === "list" && value.kind === "list"
        ? list([...before.items, ...value.items], before.at, before.open ?? value.open)
        : value,
    );
    tests.set(test, variables);
  }
  const entries = [...tests].map(([test, variables]) => [test, map(variables, blocks.at)] as const);
  return map(new Map(entries), blocks.at, cause);
}

function textOf(value: Value | undefined): string | undefined {
  return value && textFor(value);
}

const renamed: readonly (readonly [string, string, ((value: Value) => Value)?])[] = [
  ["sid", "Sid"],
  ["actions", "Action"],
  ["not_actions", "NotAction"],
  ["resources", "Resource", restored],
  ["not_resources", "NotResource", restored],
  ["principals", "Principal", principalsOf],
  ["not_principals", "NotPrincipal", principalsOf],
  ["condition", "Condition", conditionsOf],
];

function statementOf(block: Value): Value {
  if (block.kind !== "map") return block;
  const { entries, at } = block;
  const made = new Map<string, Value>();
  const effect = entries.get("effect");
  made.set("Effect", effect === undefined || isNull(effect) ? scalar("Allow", at) : effect);
  for (const [from, to, work] of renamed) {
    const value = entries.get(from);
    if (value === undefined || isNull(value)) continue;
    if (value.kind === "list" && value.items.length === 0 && value.open === undefined) continue;
    made.set(to, convertEach(value, work));
  }
  return map(made, at, block.open);
}

function convertEach(value: Value, work: ((value: Value) => Value) | undefined): Value {
  if (work === undefined) return value;
  if (value.kind !== "choice") return work(value);
  return choice(value.options.map(work), value.cause, value.at);
}

/** The statements of a policy that is given as JSON. */
function statementsOf(policy: Value): Items {
  if (policy.kind === "json") {
    if (policy.value.kind !== "map") return { items: [], open: causeOf(policy.value) };
    return itemsOf(policy.value.entries.get("Statement"));
  }
  const text = textFor(policy);
  if (text === undefined)
    return isKnown(policy) ? { items: [] } : { items: [], open: causeOf(policy) };
  try {
    const plain = plainOfJson(JSON.parse(text));
    if (plain instanceof Map) return statementsOf(encoded(valueOf(plain, policy.at), policy.at));
  } catch {
    return { items: [], open: "a policy is no JSON" };
  }
  return { items: [], open: "a policy is no JSON" };
}

function sidOf(statement: Value): string | undefined {
  return statement.kind === "map" ? textOf(statement.entries.get("Sid")) : undefined;
}

/**
 * The policy that `data "aws_iam_policy_document"` comes to, with its statements in their place.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(body: MapValue, at: Place): Value {
  const own = body.entries.get("statement");
  if (own?.kind === "choice")
    return choice(
      own.options.map((option) =>
        policyDocument({ ...body, entries: new Map([...body.entries, ["statement", option]]) }, at),
      ),
      own.cause,
      at,
    );
  const statements: Value[] = [];
  let open: string | undefined;
  function add({ items, open: cause }: Items, doesOverride: boolean): void {
    open ??= cause;
    for (const item of items) {
      const sid = sidOf(item);
      const before =
        sid === undefined || sid === "" || !doesOverride
          ? -1
          : statements.findIndex((each) => sidOf(each) === sid);
      if (before < 0) statements.push(item);
      else statements[before] = item;
    }
  }
  function addPolicies(name: string, doesOverride: boolean): void {
    const { items, open: cause } = itemsOf(body.entries.get(name));
    open ??= cause;
    for (const item of items) add(statementsOf(item), doesOverride);
  }
  addPolicies("source_json", false);
  addPolicies("source_policy_documents", false);
  const { items, open: cause } = itemsOf(own);
  add({ items: items.map(statementOf), open: cause }, true);
  addPolicies("override_policy_documents", true);
  addPolicies("override_json", true);
  const entries = new Map<string, Value>();
  const version = body.entries.get("version");
  entries.set(
    "Version",
    version === undefined || isNull(version) ? scalar("2012-10-17", at) : version,
  );
  const id = body.entries.get("policy_id");
  if (id !== undefined && !isNull(id)) entries.set("Id", id);
  entries.set("Statement", list(statements, own?.at ?? at, open));
  return encoded(map(entries, at), at);
}
