import { fail, must, pass, unknown, type Answer } from "../answer.ts";
import { walk, type Fact } from "../fact.ts";
import type { CloudType, Item } from "../type.ts";
import type { List } from "../value.ts";
import { identityPolicy, policyHolder } from "../types/aws/iam.ts";
import {
  asPolicy,
  coversAllResources,
  coversEveryAction,
  type Policy,
  type Statement,
} from "./policy.ts";

/** Where policies of people and roles are written: by themselves, or within whom they are for. */
export const writtenPolicies: readonly CloudType[] = [identityPolicy, policyHolder];

/** Every right over everything: whatever else such a statement allows is no news. */
export function isAdministrator(statement: Statement): boolean {
  return (
    statement.effect === "Allow" && coversEveryAction(statement) && coversAllResources(statement)
  );
}

function judgeDocument(document: Fact<Policy>, isBad: (statement: Statement) => boolean): Answer {
  if (document.kind !== "known") return must(document, () => true, { absent: true });
  const bad = document.value.statements.filter(isBad);
  const narrow = bad.find((statement) => !isAdministrator(statement));
  if (narrow !== undefined) return fail(narrow.at);
  const [wide] = bad;
  // The check for administrators tells of it.
  if (wide !== undefined) return fail(wide.at, { isToldElsewhere: isBad !== isAdministrator });
  const doubt = document.value.doubt ?? vagueness(document.value.statements, isBad);
  return doubt === undefined ? pass : unknown(document.at, doubt);
}

/** Why a statement whose resources cannot be told may be such after all. */
export function vagueness(
  statements: readonly Statement[],
  isBad: (statement: Statement) => boolean,
): string | undefined {
  return statements.find(({ vague }) => vague !== undefined && isBad(vague.statement))?.vague
    ?.cause;
}

/** No statement of a policy, or of the policies within a role, user or group, is such. */
export function mustHaveNo(
  isBad: (statement: Statement) => boolean,
): (it: Item) => Answer | readonly Answer[] | undefined {
  return ({ facts }) => {
    const { document, inline } = facts as {
      readonly document?: Fact<Policy>;
      readonly inline?: Fact<List>;
    };
    if (document !== undefined) return judgeDocument(document, isBad);
    if (inline === undefined || inline.kind === "absent") return undefined;
    if (inline.kind !== "known") return must(inline, () => true);
    const answers = inline.value.items.map((each) => {
      const written = walk(each, ["policy"]) ?? walk(each, ["PolicyDocument"]);
      return written === undefined ? pass : judgeDocument(asPolicy(written), isBad);
    });
    const { open } = inline.value;
    return open === undefined ? answers : [...answers, unknown(inline.at, open)];
  };
}
