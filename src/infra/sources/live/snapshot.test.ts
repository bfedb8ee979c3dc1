import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { LiveReading } from "./reading.ts";
import { resourceMaker, textOfBody } from "./resource.ts";
import { continueSnapshot, loadSnapshot, saveSnapshot, writeSnapshot } from "./snapshot.ts";

function fileIn(): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-snapshot-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "account.jsonl");
}

const head = {
  dialect: "aws",
  accounts: ["123456789012"],
  regions: ["eu-west-1"],
  time: "2026-01-01T00:00:00.000Z",
} as const;
const record = (name: string) => ({
  type: "AWS::S3::Bucket",
  address: `arn:aws:s3:::${name}`,
  account: "123456789012",
  region: "eu-west-1",
  text: textOfBody({
    BucketName: name,
    Policy: { $unread: "s3:GetBucketPolicy (403 AccessDenied)" },
  }),
});
const part = (name: string) => ({ name, type: `AWS::${name}`, account: "123456789012" });

const reading: LiveReading = {
  ...head,
  resources: [resourceMaker("aws")(record("lake")), resourceMaker("aws")(record("b"))],
  gaps: [{ type: "AWS::IAM::Role", account: "123456789012", missing: "iam:X (403 AccessDenied)" }],
  problems: [{ message: "something" }],
};

const told = ({ resources, gaps, problems, accounts, regions, time }: LiveReading): unknown => ({
  resources: resources.map(({ type, address, account, region, scope, body }) => [
    [type, address, account, region, scope],
    body.at.document.text,
    [...body.entries].map(([name, { kind }]) => [name, kind]),
  ]),
  gaps,
  problems,
  accounts,
  regions,
  time,
});

test("what is saved is loaded as it was, and only its owner may read it", async () => {
  const file = fileIn();
  saveSnapshot(file, reading);
  expect(told(await loadSnapshot(file))).toEqual(told(reading));
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("one that was cut off says what is missing, and is continued", async () => {
  const file = fileIn();
  const writer = writeSnapshot(file, { head, isContinued: false });
  writer.plan([part("one"), part("two")]);
  writer.record(part("one"), record("a"));
  writer.gap(part("one"), { type: "AWS::one", missing: "x" });
  writer.done(part("one"));
  writer.record(part("two"), record("half"));
  writer.close();
  appendFileSync(file, '{"type": "AWS::S3::Bucket", "addr');

  const broken = await loadSnapshot(file);
  expect(broken.resources.map(({ address }) => address)).toEqual([
    "arn:aws:s3:::a",
    "arn:aws:s3:::half",
  ]);
  expect(broken.gaps).toContainEqual({
    type: "AWS::two",
    account: "123456789012",
    missing: "it was not read before the snapshot was cut off",
  });
  expect(broken.problems.map(({ message }) => message)).toEqual([
    `${file}: the snapshot is not whole`,
  ]);

  const before = await continueSnapshot(file, head);
  expect([...before!.keys()]).toEqual(["one"]);
  expect(before!.get("one")).toMatchObject({
    records: [{ address: "arn:aws:s3:::a" }],
    gaps: [{ type: "AWS::one" }],
  });
  const again = writeSnapshot(file, { head, isContinued: true });
  again.record(part("two"), record("half"));
  again.record(part("two"), record("rest"));
  again.done(part("two"));
  again.end();
  again.close();
  const whole = await loadSnapshot(file);
  expect(whole.resources.map(({ address }) => address).sort()).toEqual([
    "arn:aws:s3:::a",
    "arn:aws:s3:::half",
    "arn:aws:s3:::rest",
  ]);
  expect(whole.problems).toEqual([]);
  expect(whole.gaps).toEqual([{ type: "AWS::one", missing: "x" }]);
});

test("a file that is no snapshot is not written over, an empty one is", async () => {
  const file = fileIn();
  writeFileSync(file, "");
  expect(await continueSnapshot(file, head)).toBeUndefined();
  writeFileSync(file, "my thesis\n");
  await expect(continueSnapshot(file, head)).rejects.toMatchObject({ code: "snapshot-invalid" });
});

test("one that is whole, or of other accounts, is not continued", async () => {
  const file = fileIn();
  expect(await continueSnapshot(file, head)).toBeUndefined();
  saveSnapshot(file, reading);
  expect(await continueSnapshot(file, head)).toBeUndefined();
  const writer = writeSnapshot(file, { head, isContinued: false });
  writer.close();
  expect(await continueSnapshot(file, { ...head, accounts: ["2"] })).toBeUndefined();
  expect(await continueSnapshot(file, head)).toBeDefined();
});

test.each([
  ["", /empty/],
  ["no json\n", /not a snapshot/],
  ['{"findings": []}\n', /not a snapshot/],
  ['{"pavise": "snapshot", "version": 99}\n', /version 99/],
])("%s is no snapshot", async (text, why) => {
  const file = fileIn();
  writeFileSync(file, text);
  await expect(loadSnapshot(file)).rejects.toThrow(why);
  await expect(loadSnapshot(file)).rejects.toMatchObject({ code: "snapshot-invalid" });
});

test("a file that is not there, and one that cannot be written", async () => {
  const file = join(fileIn(), "..", "nowhere", "x");
  await expect(loadSnapshot(file)).rejects.toMatchObject({ code: "file-missing" });
  expect(() => saveSnapshot(file, reading)).toThrow(
    expect.objectContaining({ code: "output-failed" }),
  );
});

test("damage is told, and never thrown", async () => {
  const file = fileIn();
  saveSnapshot(file, reading);
  const lines = readFileSync(file, "utf8").split("\n");
  await fc.assert(
    fc.asyncProperty(fc.nat(lines.length), fc.string({ maxLength: 30 }), async (at, text) => {
      const damaged = [lines[0], ...lines.slice(1, at), text, ...lines.slice(at + 1)];
      writeFileSync(file, damaged.join("\n"));
      await loadSnapshot(file);
    }),
    { numRuns: 50 },
  );
  writeFileSync(file, [lines[0], "{broken", ...lines.slice(2)].join("\n"));
  const { problems } = await loadSnapshot(file);
  expect(problems.map(({ message }) => message)).toContain(`${file}: 1 lines are damaged`);
});

test.each(["evil", "terraform", undefined, 1])("of dialect %j is no snapshot", async (dialect) => {
  const file = fileIn();
  writeFileSync(file, `${JSON.stringify({ ...head, pavise: "snapshot", version: 1, dialect })}\n`);
  await expect(loadSnapshot(file)).rejects.toMatchObject({ code: "snapshot-invalid" });
});

test("a snapshot of one cloud is not read as that of another", async () => {
  const file = fileIn();
  saveSnapshot(file, reading);
  expect((await loadSnapshot(file, "aws")).resources).toHaveLength(2);
  await expect(loadSnapshot(file, "gcp")).rejects.toMatchObject({ code: "snapshot-invalid" });
});

test("a line that is nested without end is damage, and the others are read", async () => {
  const file = fileIn();
  saveSnapshot(file, reading);
  const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
  appendFileSync(file, `{"type":"T","address":"a","body":{"x":${deep}}}\n`);
  const { resources, problems } = await loadSnapshot(file);
  expect(resources).toHaveLength(2);
  expect(problems.at(-1)?.message).toMatch(/1 lines are damaged/);
});
