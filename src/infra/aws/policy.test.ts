import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "../../core/index.ts";
import type { Document, Value } from "../value.ts";
import {
  asPolicy,
  coversAction,
  coversAllResources,
  coversEveryAction,
  fits,
  type Policy,
  type Statement,
} from "./policy.ts";
import { openStatements, outsiders } from "./reach.ts";

const document: Document = { path: "p", kind: "json", text: "x", lines: indexLines("x") };
const at = { document, start: 0, end: 1 };

function policy(json: unknown): Policy {
  const value: Value = { kind: "scalar", value: JSON.stringify(json), at };
  const fact = asPolicy(value);
  if (fact.kind !== "known") throw new Error(`no policy: ${fact.kind}`);
  return fact.value;
}

function statement(parts: object): Policy {
  return policy({
    Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...parts },
  });
}

describe("a pattern of a policy", () => {
  test("fits as a regular expression of the same meaning does", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom("a", "b", ":"), maxLength: 8 });
    fc.assert(
      fc.property(word, text, (pattern, subject) => {
        const source = pattern.replaceAll("*", ".*").replaceAll("?", ".");
        expect(fits(pattern, subject)).toBe(new RegExp(`^${source}$`).test(subject));
      }),
      { numRuns: 2_000 },
    );
  });

  test("many stars cost no more than their number", () => {
    const begin = performance.now();
    expect(fits("*a".repeat(1_000), "b".repeat(20_000))).toBe(false);
    expect(performance.now() - begin).toBeLessThan(5_000);
  });

  test("actions are compared without case, and NotAction is everything else", () => {
    const [get] = statement({ Action: "S3:getobject" }).statements;
    const [not] = statement({ Action: undefined, NotAction: "iam:*" }).statements;
    expect(coversAction(get!, "s3:GetObject")).toBe(true);
    expect(coversAction(not!, "s3:GetObject")).toBe(true);
    expect(coversAction(not!, "iam:PassRole")).toBe(false);
  });
});

describe("who a policy lets in", () => {
  const everybody = { Principal: "*" };
  const condition = (operator: string, key: string, value: string | string[]): object => ({
    ...everybody,
    Condition: { [operator]: { [key]: value } },
  });

  test.each<[string, object]>([
    ["*", everybody],
    ['{ AWS: "*" }', { Principal: { AWS: "*" } }],
    ["everybody but one", { NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" } }],
    ["a condition that says nothing of who", condition("Bool", "aws:SecureTransport", "true")],
    ["a referer, which anybody can write", condition("StringLike", "aws:Referer", "https://a.b/*")],
    ["a negation", condition("StringNotEquals", "aws:PrincipalOrgID", "o-1")],
    ["IfExists", condition("StringEqualsIfExists", "aws:PrincipalOrgID", "o-1")],
    ["ForAllValues", condition("ForAllValues:StringEquals", "aws:PrincipalOrgPaths", "o-1/*")],
    ["the whole internet", condition("IpAddress", "aws:SourceIp", ["10.0.0.0/8", "0.0.0.0/0"])],
    ["any organisation", condition("StringLike", "aws:PrincipalOrgID", "*")],
    ["any part of an organisation", condition("StringLike", "aws:PrincipalOrgPaths", "o-*/r-*/*")],
    ["any role", condition("StringLike", "aws:PrincipalArn", "*role/deploy")],
    ["any account", condition("ArnLike", "aws:PrincipalArn", "arn:aws:*:*:*:role/deploy")],
    ["any topic", condition("ArnLike", "aws:SourceArn", "arn:aws:sns:*:*:*")],
    ["any bucket", condition("ArnLike", "aws:SourceArn", "arn:aws:s3:::*")],
    ["any endpoint", condition("StringLike", "aws:SourceVpce", "vpce-*")],
    ["any session", condition("StringLike", "aws:userid", "*:deploy")],
    [
      "a service that anybody has",
      condition("StringEquals", "kms:ViaService", "s3.eu-west-1.amazonaws.com"),
    ],
  ])("everybody: %s", (_, parts) => {
    expect(openStatements(statement(parts))).toHaveLength(1);
  });

  test.each<[string, object]>([
    ["an account", { Principal: { AWS: "123456789012" } }],
    ["a service", { Principal: { Service: "sagemaker.amazonaws.com" } }],
    ["an organisation", condition("StringEquals", "aws:PrincipalOrgID", "o-1")],
    ["an endpoint, in other letters", condition("stringequals", "AWS:sourcevpce", "vpce-1")],
    ["some addresses", condition("IpAddress", "aws:SourceIp", "198.51.100.0/24")],
    ["one of several paths", condition("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-1/*")],
    ["a topic of one's own", condition("ArnLike", "aws:SourceArn", "arn:aws:sns:*:123456789012:*")],
    ["a bucket", condition("ArnLike", "aws:SourceArn", "arn:aws:s3:::acme-*")],
    ["a Deny", { ...everybody, Effect: "Deny" }],
  ])("somebody: %s", (_, parts) => {
    expect(openStatements(statement(parts))).toEqual([]);
  });

  test("a Deny for all but an endpoint takes it back", () => {
    const open = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
    const taken = (parts: object): Policy =>
      policy({
        Statement: [
          open,
          {
            Effect: "Deny",
            Principal: "*",
            Action: "s3:*",
            Resource: "*",
            Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } },
            ...parts,
          },
        ],
      });
    expect(openStatements(taken({}))).toEqual([]);
    expect(openStatements(taken({ Action: "s3:PutObject" }))).toHaveLength(1);
    expect(openStatements(taken({ Action: "s3:Get*" }))).toEqual([]);
    expect(openStatements(taken({ Resource: "arn:aws:s3:::lake" }))).toHaveLength(1);
    expect(openStatements(taken({ Resource: "arn:aws:s3:::lake/*" }))).toHaveLength(1);
    expect(openStatements(taken({ Resource: ["arn:aws:s3:::lake*"] }))).toEqual([]);
    const both = ["arn:aws:s3:::lake", "arn:aws:s3:::lake/*"];
    expect(openStatements(taken({ Resource: both }))).toEqual([]);
    const insecure = { Condition: { Bool: { "aws:SecureTransport": "false" } } };
    expect(openStatements(taken(insecure))).toHaveLength(1);
  });

  test("accounts are told by number, and one's own is no outsider", () => {
    const both = statement({
      Principal: { AWS: ["arn:aws:iam::111111111111:role/a", "222222222222"] },
    });
    expect(outsiders(both, "111111111111").map(({ account }) => account)).toEqual(["222222222222"]);
  });
});

test("whatever it is given, it answers", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      const value: Value = { kind: "scalar", value: JSON.stringify(json), at };
      const fact = asPolicy(value);
      if (fact.kind === "known") openStatements(fact.value);
    }),
  );
});

describe("every action and every resource", () => {
  const first = (parts: object): Statement =>
    statement({ Action: undefined, ...parts }).statements[0]!;

  test.each<[string, object]>([
    ["a star", { Action: "*" }],
    ["several", { Action: ["s3:GetObject", "**"] }],
    ["of every service", { Action: "*:*" }],
    ["with a letter", { Action: "?*:*" }],
    ["all but a service", { NotAction: ["s3:DeleteBucket"] }],
  ])("every action: %s", (_, parts) => {
    expect(coversEveryAction(first(parts))).toBe(true);
  });

  test.each<[string, object]>([
    ["one service", { Action: "s3:*" }],
    ["a part of the names", { Action: "*:Get*" }],
    ["all but what gives rights", { NotAction: ["iam:*"] }],
    ["nothing", {}],
  ])("less: %s", (_, parts) => {
    expect(coversEveryAction(first({ Principal: "*", ...parts }))).toBe(false);
  });

  test.each([["*"], ["**"], ["arn:*"], ["arn:aws:*"], ["*:*"], ["arn:*:*:*:*:*"]])(
    "%s",
    (Resource) => {
      expect(coversAllResources(first({ Resource }))).toBe(true);
    },
  );

  test.each([["arn:aws:s3:::*"], ["arn:aws:iam::123456789012:*"]])("not %s", (Resource) => {
    expect(coversAllResources(first({ Resource }))).toBe(false);
  });
});
