// What API Management does with a question before a model gets it.
import { fail, must, unknown, type Answer } from "../../../infra/answer.ts";
import { valueOf } from "../../../infra/fact.ts";
import type { Facts } from "../../../infra/type.ts";
import { leadsToModel, type gatewayApi } from "../../../infra/types/azure/around.ts";

type ApiFacts = Facts<typeof gatewayApi.facts>;

/** True for interfaces that lead to a model, as far as their names and addresses tell. */
export function isForModel({ name, displayName, path, serviceUrl }: ApiFacts): boolean {
  return leadsToModel([name, displayName, path, serviceUrl].map((fact) => valueOf(fact)));
}

/** The text of a policy without what is commented out. */
function withoutComments(text: string): string {
  let kept = "";
  let from = 0;
  for (;;) {
    const start = text.indexOf("<!--", from);
    if (start < 0) return kept + text.slice(from);
    kept += text.slice(from, start);
    const end = text.indexOf("-->", start);
    if (end < 0) return kept;
    from = end + 3;
  }
}

/** Asks the policy of an interface; one that is not there fails, one that stands elsewhere is not known. */
export function policyMust(
  { policy, policyLink, needsSubscription }: ApiFacts,
  holds: (text: string) => boolean,
): Answer {
  if (policy.kind !== "absent") return must(policy, (text) => holds(withoutComments(text)));
  return policyLink.kind === "absent"
    ? fail(needsSubscription.at)
    : unknown(policyLink.at, "the policy stands elsewhere");
}
