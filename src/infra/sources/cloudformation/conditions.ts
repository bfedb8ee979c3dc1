import { scalar, type TreeNode } from "../../../formats/setting/tree.ts";
import type { Value } from "../../value.ts";
import { argumentsOf, callOf, type Call } from "./calls.ts";
import { causeOf, spendValue, type Context, type Verdict } from "./context.ts";

const maxChain = 100;

/** Decides the conditions of a template, each once; what depends on itself cannot be told. */
export function conditionDecider(context: () => Context): (name: string) => Verdict {
  const decided = new Map<string, Verdict>();
  let chain = 0;
  return function decide(name) {
    const known = decided.get(name);
    if (known !== undefined) return known;
    const node = context().template.conditions.get(name);
    if (node === undefined) return { cause: `there is no condition ${name.slice(0, 200)}` };
    if (chain >= maxChain) return { cause: `conditions hang on more than ${maxChain} others` };
    decided.set(name, { cause: `condition ${name.slice(0, 200)} depends on itself` });
    chain++;
    const verdict = decideNode(context(), node);
    chain--;
    decided.set(name, verdict);
    return verdict;
  };
}

function decideNode(context: Context, node: TreeNode): Verdict {
  const call = callOf(node) ?? conditionIn(node);
  if (call === undefined) {
    const word = scalar(node)?.value.toLowerCase();
    return word === "true" || (word !== "false" && { cause: "the condition is no function" });
  }
  switch (call.name) {
    case "Condition":
      return context.decide(scalar(call.argument)?.value ?? "");
    case "Fn::Not":
      return not(decideNode(context, argumentsOf(call)[0] ?? call.argument));
    case "Fn::And":
      return every(argumentsOf(call).map((each) => decideNode(context, each)));
    case "Fn::Or":
      return not(every(argumentsOf(call).map((each) => not(decideNode(context, each)))));
    case "Fn::Equals":
      return decideEquals(context, call);
    default:
      return { cause: `${call.name.slice(0, 100)} is no function of conditions` };
  }
}

/** `{"Condition": "IsProd"}`, which elsewhere than here is a part of a policy. */
function conditionIn(node: TreeNode): Call | undefined {
  if (node.kind !== "map" || node.entries.length !== 1) return undefined;
  const [first] = node.entries;
  return first?.key === "Condition" ? { name: "Condition", argument: first.value } : undefined;
}

function not(verdict: Verdict): Verdict {
  return typeof verdict === "boolean" ? !verdict : verdict;
}

function every(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.find((verdict) => typeof verdict !== "boolean") ?? true;
}

function decideEquals(context: Context, call: Call): Verdict {
  const [left, right] = argumentsOf(call).map((node) => context.evaluate(node, new Map()));
  return equals(context, left, right);
}

function equals(context: Context, left: Value | undefined, right: Value | undefined): Verdict {
  if (!spendValue(context)) return { cause: "there is too much to compare" };
  for (const [one, other] of [
    [left, right],
    [right, left],
  ] as const) {
    if (one?.kind !== "choice") continue;
    const verdicts = one.options.slice(0, 100).map((option) => equals(context, option, other));
    if (verdicts.every((verdict) => verdict === true)) return true;
    if (verdicts.every((verdict) => verdict === false)) return false;
    return { cause: one.cause };
  }
  const [one, other] = [plain(left), plain(right)];
  if (one !== undefined && other !== undefined) return one === other;
  return { cause: causeOf(one === undefined ? left : right) };
}

/** Texts are compared by letter; numbers and booleans are texts to CloudFormation. */
function plain(value: Value | undefined): string | undefined {
  if (value === undefined) return "";
  if (value.kind === "scalar") return value.value === null ? "" : String(value.value);
  if (value.kind !== "list" || value.open !== undefined) return undefined;
  const items = value.items.slice(0, 1_000).map(plain);
  return items.includes(undefined) ? undefined : items.join(",");
}
