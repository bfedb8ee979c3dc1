import { fits, hole, type Condition, type Policy, type Statement, type Word } from "./policy.ts";

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

/** An ARN names somebody by its account, or, where it has none (S3), by how its resource begins. */
function isWideArn(text: string): boolean {
  const segments = text.split(":");
  const account = segments[4];
  if (account === undefined || account.includes("*") || account.includes("?")) return true;
  return account === "" && /^[*?]/.test(segments[5] ?? "*");
}

/**
 * True for a value that is everybody's: a pattern without a beginning, any account of an ARN, any
 * organisation or endpoint, and a range wider than /8 (IPv4) or /32 (IPv6), which AWS takes for public
 * too.
 */
function isWide(text: string): boolean {
  if (/[*?]/.test(text)) {
    if (/^(?:o-|vpc-|vpce-)?[*?]/.test(text)) return true;
    if (text.startsWith("arn:") || text.startsWith("arn*")) return isWideArn(text);
  }
  const [, address = "", bits] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(text) ?? [];
  return bits !== undefined && Number(bits) < (address.includes(":") ? 32 : 8);
}

function isTied({ key, values }: Condition): boolean {
  return ties.has(key) && values.length > 0 && !values.some(({ text }) => isWide(text));
}

/** True where a condition of an Allow leaves only somebody in particular. */
export function narrows(condition: Condition): boolean {
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

/**
 * Which parts of what a policy stands at a resource is: all of a bucket's objects are `/*`, the bucket
 * itself is nothing. Its name is left out, since a policy may write it in several ways.
 */
function partsOf({ text }: Word): readonly string[] {
  if (text.includes("/")) return [text.slice(text.indexOf("/"))];
  return text.endsWith("*") ? ["", "/*"] : [""];
}

function takesIn(denied: Statement["resources"], allowed: Statement["resources"]): boolean {
  if (denied.length === 0) return true;
  // Key and repository policies need not say what they are about.
  const parts = allowed.length === 0 ? ["", "/*"] : allowed.flatMap(partsOf);
  const covered = denied.flatMap(partsOf);
  return parts.every((part) => covered.some((pattern) => fits(pattern, part)));
}

/** A Deny that stands in a policy of something, of all that is allowed but for a few people. */
function deniesAllBut(denial: Statement, allowed: Statement): boolean {
  const { effect, conditions, actions, notActions, resources, notResources } = denial;
  if (notResources.length > 0 || allowed.notResources.length > 0) return false;
  if (!takesIn(resources, allowed.resources)) return false;
  if (effect !== "Deny" || !isForAll(denial)) return false;
  if (conditions.length !== 1 || !conditions.every(spares)) return false;
  if (notActions.length > 0 || allowed.notActions.length > 0) return false;
  return allowed.actions.every(({ text: wanted }) =>
    actions.some(({ text }) => fits(text.toLowerCase(), wanted.toLowerCase())),
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
