import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree } from "../testing/tree.ts";
import { auditCommand } from "./commands/audit.ts";
import { parseOptions } from "./options.ts";
import { auditSpec } from "./specs-audit.ts";
import type { Stage } from "./stage.ts";

function audit(...argv: readonly string[]): Promise<number> {
  const stage = { print: () => Promise.resolve(), note: () => {} } as unknown as Stage;
  return auditCommand(parseOptions(auditSpec, argv), stage);
}

test.each([
  ["--profile says nothing to gcp", ["gcp", "--profile", "ml"]],
  ["--role says nothing to azure", ["azure", "--role", "arn:aws:iam::1:role/a"]],
  ["--region says nothing to azure", ["azure", "--region", "westeurope"]],
  ["--recent says nothing to azure", ["azure", "--recent", "9"]],
  ["--project says nothing to aws", ["aws", "--project", "ml"]],
  ["--organization says nothing to aws", ["aws", "--organization", "1"]],
  ["--subscription says nothing to gcp", ["gcp", "--subscription", "ml"]],
  ["--save is for asking", ["aws", "--from", "a.jsonl", "--save", "b.jsonl"]],
  ["--project is for asking", ["gcp", "--from", "a.jsonl", "--project", "ml"]],
  ["--output says nothing to --print-policy", ["aws", "--print-policy", "--output", "p.json"]],
  ["--from says nothing to --print-policy", ["azure", "--print-policy", "--from", "a.jsonl"]],
  ["--region all: no region of Google Cloud", ["gcp", "--region", "all"]],
  ["--region evil.test/: no region of Google Cloud", ["gcp", "--region", "evil.test/"]],
])("it is an error, not silence: %s", async (message, argv) => {
  await expect(audit(...argv)).rejects.toMatchObject({
    code: "usage",
    message: expect.stringContaining(message) as string,
  });
});

test("the policy of an organisation is one that may be asked for", async () => {
  expect(await audit("gcp", "--print-policy", "--organization", "1")).toBe(0);
});

test("a snapshot of another cloud is no account without anything in it", async () => {
  const file = join(makeTree({}), "account.jsonl");
  const head = { pavise: "snapshot", version: 1, dialect: "aws", accounts: [], regions: [] };
  writeFileSync(file, `${JSON.stringify(head)}\n{"end":true}\n`);
  await expect(audit("gcp", "--from", file)).rejects.toMatchObject({ code: "snapshot-invalid" });
});
