import type { Decode, Fact } from "../fact.ts";
import { isNull, type Place, type Value } from "../value.ts";
import { hole, holed, treeOf } from "./written.ts";

export { hole } from "./written.ts";

/** A text of a policy, with `hole` for what is not known of it. */
export interface Word {
  readonly text: string;
  readonly at: Place;
}

/** Who a statement is about: `AWS`, `Service`, `Federated`, `CanonicalUser`, or everybody (`*`). */
export interface Principal extends Word {
  readonly kind: string;
}

/** One key of a `Condition`. */
export interface Condition {
  /** Lower case, with `ForAnyValue:` and `IfExists` apart. */
  readonly operator: string;
  readonly qualifier?: "foranyvalue" | "forallvalues";
  readonly ifExists: boolean;
  /** Lower case: `aws:sourcevpce`. */
  readonly key: string;
  readonly values: readonly Word[];
}

/** One statement of a policy. */
export interface Statement {
  readonly at: Place;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly Word[];
  readonly notActions: readonly Word[];
  readonly resources: readonly Word[];
  readonly notResources: readonly Word[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
  /** What of its resources could not be told, so that it may be about all of them. */
  readonly vague?: { readonly cause: string; readonly statement: Statement };
}

/** A policy document; `doubt` says what of it could not be read, so that more may be allowed. */
export interface Policy {
  readonly statements: readonly Statement[];
  readonly doubt?: string;
  readonly at: Place;
}

function wordsOf(value: Value | undefined): readonly Word[] {
  if (value === undefined || isNull(value)) return [];
  if (value.kind === "list") {
    const words = value.items.flatMap(wordsOf);
    return value.open === undefined ? words : [...words, { text: hole, at: value.at }];
  }
  if (value.kind === "choice") return value.options.flatMap(wordsOf);
  return [{ text: holed(value), at: value.at }];
}

function principalsOf(value: Value | undefined): readonly Principal[] {
  if (value === undefined || isNull(value)) return [];
  if (value.kind === "map")
    return [...value.entries].flatMap(([kind, each]) =>
      wordsOf(each).map((word) => ({ ...word, kind })),
    );
  if (value.kind === "choice") return value.options.flatMap(principalsOf);
  // `Principal: "*"` is everybody; any other text alone is no principal, and is taken for one.
  return wordsOf(value).map((word) => ({ ...word, kind: word.text === "*" ? "*" : "AWS" }));
}

function conditionsOf(value: Value | undefined): readonly Condition[] {
  if (value?.kind !== "map") return [];
  return [...value.entries].flatMap(([written, keys]) => {
    const [, qualifier, name = "", suffix] =
      /^(?:(ForAnyValue|ForAllValues):)?([A-Za-z]+?)(IfExists)?$/i.exec(written) ?? [];
    if (keys.kind !== "map") return [];
    return [...keys.entries].map(([key, each]): Condition => {
      const lower = qualifier?.toLowerCase() as Condition["qualifier"];
      return {
        operator: name.toLowerCase(),
        ifExists: suffix !== undefined,
        key: key.toLowerCase(),
        values: wordsOf(each),
        ...(lower !== undefined && { qualifier: lower }),
      };
    });
  });
}

function entry(value: Value, key: string): Value | undefined {
  if (value.kind !== "map") return undefined;
  return (
    value.entries.get(key) ??
    [...value.entries].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1]
  );
}

function statementOf(value: Value): Statement | string {
  if (value.kind !== "map") return "a statement cannot be told";
  const effect = entry(value, "Effect");
  const said = effect === undefined ? "" : holed(effect);
  const sid = entry(value, "Sid");
  const cause = doubtIn(entry(value, "Resource"));
  const statement: Statement = {
    at: value.at,
    // What may be a Deny is taken for the Allow that it may be as well.
    effect: said.toLowerCase() === "deny" ? "Deny" : "Allow",
    actions: wordsOf(entry(value, "Action")),
    notActions: wordsOf(entry(value, "NotAction")),
    resources: wordsOf(entry(value, "Resource")),
    notResources: wordsOf(entry(value, "NotResource")),
    principals: principalsOf(entry(value, "Principal")),
    notPrincipals: principalsOf(entry(value, "NotPrincipal")),
    conditions: conditionsOf(entry(value, "Condition")),
    ...(sid?.kind === "scalar" && typeof sid.value === "string" && { sid: sid.value }),
  };
  if (cause === undefined) return statement;
  const resources = [...statement.resources, { text: "*", at: value.at }];
  return { ...statement, vague: { cause, statement: { ...statement, resources } } };
}

/** Why who is let in, or to what, cannot be told; what another resource is called names somebody. */
function doubtIn(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case "unknown":
      return value.cause;
    case "choice":
      return firstDoubt(value.options);
    case "list":
      return value.open ?? firstDoubt(value.items);
    case "map":
      return value.open ?? firstDoubt(value.entries.values());
    default:
      return undefined;
  }
}

function firstDoubt(values: Iterable<Value>): string | undefined {
  for (const value of values) {
    const doubt = doubtIn(value);
    if (doubt !== undefined) return doubt;
  }
  return undefined;
}

function policyIn(value: Value, at: Place): Policy | undefined {
  if (value.kind !== "map") return undefined;
  const written = entry(value, "Statement");
  if (written === undefined)
    return value.open === undefined ? undefined : { statements: [], doubt: value.open, at };
  const items = written.kind === "list" ? written.items : [written];
  const doubts: string[] =
    written.kind === "list" && written.open !== undefined ? [written.open] : [];
  const statements: Statement[] = [];
  for (const item of items) {
    const options = item.kind === "choice" ? item.options : [item];
    for (const option of options) {
      if (option.kind === "unknown" || option.kind === "choice") doubts.push(option.cause);
      else {
        const statement = statementOf(option);
        if (typeof statement === "string") doubts.push(statement);
        else {
          statements.push(statement);
          const doubt = doubtIn(entry(option, "Principal")) ?? doubtIn(entry(option, "Action"));
          if (doubt !== undefined && statement.effect === "Allow") doubts.push(doubt);
        }
      }
    }
  }
  const [doubt] = doubts;
  return { statements, at, ...(doubt !== undefined && { doubt }) };
}

/**
 * Reads a policy document of AWS: a map, what `jsonencode` or `aws_iam_policy_document` came to, or a
 * text of JSON, also one that is put together.
 */
export const asPolicy: Decode<Policy> = (value): Fact<Policy> => {
  const { at } = value;
  switch (value.kind) {
    case "unknown":
      return { kind: "unknown", cause: value.cause, at };
    case "unread":
      return { kind: "unread", missing: value.missing, at };
    case "choice":
      return {
        kind: "choice",
        cause: value.cause,
        at,
        options: value.options.map((option) =>
          isNull(option) ? { kind: "absent", at: option.at } : asPolicy(option),
        ),
      };
    case "json":
      return asPolicy(value.value);
    case "reference":
      return {
        kind: "unknown",
        cause: `${[value.resource, ...value.attribute].join(".")} is known when it exists`,
        at,
      };
    default: {
      const tree = treeOf(value);
      const policy = tree === undefined ? undefined : policyIn(tree, at);
      if (policy === undefined) return { kind: "unknown", cause: "it is no policy document", at };
      return { kind: "known", value: policy, at };
    }
  }
};

/** Names of AWS have at most 2,048 letters; longer ones are no names. */
const maxWork = 10_000_000;

/**
 * Whether a pattern of a policy (`s3:Get*`, `?`) takes in a text. Linear in the length of the text for
 * each star; what is not known of either is taken to fit nothing.
 */
export function fits(pattern: string, text: string): boolean {
  if (pattern.length * text.length > maxWork) return false;
  let [p, t, star, mark] = [0, 0, -1, 0];
  while (t < text.length) {
    if (
      p < pattern.length &&
      (pattern[p] === "?" || pattern[p] === text[t]) &&
      pattern[p] !== "*"
    ) {
      p++;
      t++;
    } else if (pattern[p] === "*") {
      star = p++;
      mark = t;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}

/** Whether a statement is about an action, such as `s3:GetObject`. */
export function coversAction({ actions, notActions }: Statement, action: string): boolean {
  const wanted = action.toLowerCase();
  const isIn = (words: readonly Word[]): boolean =>
    words.some(({ text }) => fits(text.toLowerCase(), wanted));
  return actions.length > 0 ? isIn(actions) : notActions.length > 0 && !isIn(notActions);
}

/** Rights of so many kinds that a pattern for all of them is one for everything. */
const samples = [
  "iam:createuser",
  "s3:getobject",
  "sts:assumerole",
  "bedrock:invokemodel",
  "ec2:runinstances",
];

/** True for a pattern of actions that leaves nothing out: `*`, and other spellings of it. */
export function isEveryAction({ text }: Word): boolean {
  const pattern = text.toLowerCase();
  return samples.every((sample) => fits(pattern, sample));
}

/**
 * Whether a statement is every right, or leads there: who may write policies of roles gives themselves
 * the rest. `NotAction` counts for what it leaves in.
 */
export function coversEveryAction(statement: Statement): boolean {
  if (statement.actions.some(isEveryAction)) return true;
  return (
    statement.notActions.length > 0 &&
    ["iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:CreatePolicyVersion"].every((action) =>
      coversAction(statement, action),
    )
  );
}

const things = [
  "arn:aws:iam::123456789012:role/a",
  "arn:aws:s3:::a/b",
  "arn:aws:sagemaker:eu-west-1:123456789012:endpoint/a",
  "arn:aws:ec2:us-east-1:210987654321:instance/i",
];

/** Whether a statement is about every resource: `*`, `arn:aws:*` and what else is a pattern of all. */
export function coversAllResources({ resources, notResources }: Statement): boolean {
  if (notResources.length > 0) return true;
  return resources.some(({ text }) => things.every((thing) => fits(text, thing)));
}
