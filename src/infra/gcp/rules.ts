import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Fact } from "../fact.ts";
import type { Item } from "../type.ts";
import type { perimeterRules } from "../types/gcp/project.ts";
import type { List, Value } from "../value.ts";
import { halvesOf, isOpenEgress, isOpenIngress } from "./perimeters.ts";

type Way = "ingress" | "egress";

interface Rule {
  readonly from: Value | undefined;
  readonly to: Value | undefined;
}

const message = {
  ingress: "The perimeter lets everybody in from everywhere",
  egress: "The perimeter lets data out to any project",
} as const;

function valueIn(fact: Fact<Value>): Value | undefined {
  return fact.kind === "known" || fact.kind === "set" ? fact.value : undefined;
}

/** Something in a rule that is not known, of which it depends whether it is open. */
function vagueIn(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case "unknown":
    case "choice":
      return value.cause;
    case "list":
      return value.open ?? value.items.map(vagueIn).find((cause) => cause !== undefined);
    case "map":
      return (
        value.open ?? [...value.entries.values()].map(vagueIn).find((cause) => cause !== undefined)
      );
    default:
      return undefined;
  }
}

function judgeRule({ from, to }: Rule, way: Way): Answer {
  const open = way === "ingress" ? isOpenIngress(from, to) : isOpenEgress(from, to);
  if (open !== undefined) return fail(open, { message: message[way] });
  const vague = vagueIn(from) ?? vagueIn(to);
  const at = from?.at ?? to?.at;
  return vague === undefined || at === undefined ? pass : unknown(at, vague);
}

function rulesIn(fact: Fact<List>): { readonly rules: readonly Value[]; readonly doubt?: Answer } {
  if (fact.kind === "absent") return { rules: [] };
  if (fact.kind === "known") {
    const { items, open } = fact.value;
    return open === undefined ? { rules: items } : { rules: items, doubt: unknown(fact.at, open) };
  }
  if (fact.kind === "unread")
    return { rules: [], doubt: { kind: "not-assessed", at: fact.at, missing: fact.missing } };
  return { rules: [], doubt: unknown(fact.at, fact.cause) };
}

/** A perimeter, or one rule of one that Terraform has apart; undefined for a rule of the other way. */
export function mustNotLetThrough(
  { facts, resource }: Item<typeof perimeterRules.facts>,
  way: Way,
): Answer | undefined {
  if (resource.type.endsWith("_policy")) {
    if (!resource.type.includes(`_${way}_`)) return undefined;
    const { ingressFrom, ingressTo, egressFrom, egressTo } = facts;
    const [from, to] = way === "ingress" ? [ingressFrom, ingressTo] : [egressFrom, egressTo];
    return judgeRule({ from: valueIn(from), to: valueIn(to) }, way);
  }
  const { rules, doubt = pass } = rulesIn(facts[way]);
  const answers = rules.map((rule) => judgeRule(halvesOf(rule, way), way));
  return (
    answers.find(({ kind }) => kind === "fail") ??
    [doubt, ...answers].find(({ kind }) => kind !== "pass") ??
    pass
  );
}
