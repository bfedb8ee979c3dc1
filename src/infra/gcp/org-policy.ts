// Rules that an organisation sets, as they come out for a project.
// https://cloud.google.com/resource-manager/docs/organization-policy/understanding-constraints
import { fail, pass, unknown, type Answer } from "../answer.ts";
import { walk, type Fact } from "../fact.ts";
import { textOf, type Place, type Value } from "../value.ts";
import { elementsOf } from "./perimeters.ts";

function judge(fact: Fact<Value>, at: Place, isStrict: (rule: Value) => boolean): Answer {
  switch (fact.kind) {
    case "unread":
      return { kind: "not-assessed", at: fact.at, missing: fact.missing };
    case "known": {
      const rules = elementsOf(walk(fact.value, ["rules"]));
      // What holds under a condition holds not everywhere.
      const hard = rules.filter((rule) => walk(rule, ["condition"]) === undefined);
      return hard.some(isStrict) ? pass : fail(fact.at);
    }
    case "absent":
      return fail(at);
    default:
      return unknown(fact.at, fact.cause);
  }
}

/** The constraint is enforced. */
export function mustEnforce(fact: Fact<Value>, at: Place): Answer {
  return judge(fact, at, (rule) => textOf(walk(rule, ["enforce"])) === "true");
}

/** The constraint allows only some values, or none. */
export function mustLimitValues(fact: Fact<Value>, at: Place): Answer {
  return judge(
    fact,
    at,
    (rule) =>
      textOf(walk(rule, ["denyAll"])) === "true" ||
      elementsOf(walk(rule, ["values", "allowedValues"])).length > 0,
  );
}
