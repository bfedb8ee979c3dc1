import { hole, type Condition, type Policy, type Statement, type Word } from "./policy.ts";

/**
 * Keys of conditions that tie a request to somebody or somewhere, after AWS's own meaning of "public"
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html).
 */
const ties: ReadonlySet<string> = new Set([
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalarn",
  "aws:principalaccount",
  "aws:sourcearn",
  "aws:sourceaccount",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceip",
  "aws:userid",
  "aws:principalserviceName".toLowerCase(),
  "s3:dataaccesspointarn",
  "s3:dataaccesspointaccount",
  "kms:calleraccount",
  "kms:viaservice",
  "lambda:functionurlauthtype",
]);

const positive: ReadonlySet<string> = new Set([
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "ipaddress",
]);
const negative: ReadonlySet<string> = new Set([
  "stringnotequals",
  "stringnotequalsignorecase",
  "stringnotlike",
  "arnnotequals",
  "arnnotlike",
  "notipaddress",
]);

/**
 * True for a value that is everybody's: `*`, any account of an ARN, any organisation, and a range wider
 * than /8 (IPv4) or /32 (IPv6), which AWS takes for public too.
 */
function isWide(text: string): boolean {
  if (/^[*?]+$/.test(text) || /^o-[*?]+$/.test(text)) return true;
  if (/^arn:[^:]*:(?:iam|sts):[^:]*:[*?]+(?::|$)/.test(text) || /^arn:[*?:]*$/.test(text))
    return true;
  const [, address = "", bits] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  return bits !== undefined && Number(bits) < (address.includes(":") ? 32 : 8);
}

function isTied({ key, values }: Condition): boolean {
  return ties.has(key) && values.length > 0 && !values.some(({ text }) => isWide(text));
}

/** True where a condition of an Allow leaves only somebody in particular. */
function narrows(condition: Condition): boolean {
  const { operator, qualifier, ifExists } = condition;
  // Where the key is missing these are true.
  if (ifExists || qualifier === "forallvalues") return false;
  return positive.has(operator) && isTied(condition);
}

/** True where a condition of a Deny spares only somebody in particular. */
function spares(condition: Condition): boolean {
  const { operator, qualifier } = condition;
  return qualifier === undefined && negative.has(operator) && isTied(condition);
}

/** True where a statement speaks of everybody: `*`, or everybody but a few. */
export function isForAll({ principals, notPrincipals, effect }: Statement): boolean {
  if (effect === "Allow" && notPrincipals.length > 0) return true;
  return principals.some(({ kind, text }) => text === "*" && kind !== "CanonicalUser");
}

/** True where a pattern of a resource is about all of what a policy stands at, not a part of it. */
function isWhole({ text }: Word): boolean {
  const name = text.replace(/^arn:[^:]*:s3:::/, "");
  return /^\*$|^[^/]*(?:\/?\*)$/.test(name) || !name.includes("/");
}

/** A Deny that stands in a policy of something, of all actions but for a few people. */
function deniesAllBut(statement: Statement, { actions: allowed }: Statement): boolean {
  const { effect, conditions, actions, notActions, resources, notResources } = statement;
  if (notResources.length > 0 || (resources.length > 0 && !resources.some(isWhole))) return false;
  if (effect !== "Deny" || !isForAll(statement)) return false;
  if (conditions.length !== 1 || !conditions.every(spares)) return false;
  if (notActions.length > 0) return false;
  return allowed.every(({ text: wanted }) =>
    actions.some(({ text }) => {
      const [service] = wanted.toLowerCase().split(":");
      return text === "*" || text.toLowerCase() === `${service}:*`;
    }),
  );
}

/** The statements that let everybody in: no condition ties them, and no Deny takes it back. */
export function openStatements({ statements }: Policy): readonly Statement[] {
  const open = statements.filter(
    (statement) =>
      statement.effect === "Allow" && isForAll(statement) && !statement.conditions.some(narrows),
  );
  const denials = statements.filter(({ effect }) => effect === "Deny");
  return open.filter((statement) => !denials.some((denial) => deniesAllBut(denial, statement)));
}

/** An account that a statement lets in. */
export interface Outsider {
  readonly account: string;
  readonly statement: Statement;
}

/** The accounts by number that a policy lets in beside `own`, which may be unknown. */
export function outsiders({ statements }: Policy, own: string | undefined): readonly Outsider[] {
  return statements.flatMap((statement) => {
    if (statement.effect !== "Allow") return [];
    return statement.principals.flatMap(({ kind, text }) => {
      if (kind !== "AWS" || text.includes(hole)) return [];
      const account = /^(?:arn:aws[a-z-]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(text)?.[1];
      return account === undefined || account === own ? [] : [{ account, statement }];
    });
  });
}
