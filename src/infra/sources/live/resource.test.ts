import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, textOf, type Value } from "../../value.ts";
import { foreignJson, parsedJson, unreadJson, type JsonObject } from "./json.ts";
import { resourceMaker, textOfBody } from "./resource.ts";

const record = (body: JsonObject, address = "arn:aws:s3:::lake") => ({
  type: "AWS::S3::Bucket",
  address,
  account: "1",
  region: "eu-west-1",
  text: textOfBody(body),
});

test("a body is what the API answered, with a line for each attribute", () => {
  const made = resourceMaker("aws")(
    record({ BucketName: "lake", Tags: [{ Key: "a" }], Days: 3, On: true, Off: "true", No: null }),
  );
  expect(made).toMatchObject({
    dialect: "aws",
    account: "1",
    region: "eu-west-1",
    scope: "1/eu-west-1",
  });
  const { body, at } = made;
  expect(at.document.path).toBe("arn:aws:s3:::lake");
  expect(at.document.text.slice(at.start, at.end)).toBe('"BucketName": "lake"');
  expect(textOf(entryOf(body, "BucketName"))).toBe("lake");
  const values = [...body.entries.values()].map((each) =>
    each.kind === "scalar" ? each.value : each.kind,
  );
  expect(values).toEqual(["lake", "list", 3, true, "true", null]);
  const days = entryOf(body, "Days")!;
  expect(days.at.document.text.slice(days.at.start, days.at.end)).toBe("3");
  expect(days.at.document.lines.lineAt(days.at.start)).toBe(8);
});

test("what was not told is unread, wherever it stands", () => {
  const { body } = resourceMaker("aws")(
    record({
      Policy: unreadJson("s3:GetBucketPolicy (403 AccessDenied)"),
      In: { It: unreadJson("x") },
    }),
  );
  expect(entryOf(body, "Policy")).toMatchObject({
    kind: "unread",
    missing: "s3:GetBucketPolicy (403 AccessDenied)",
  });
  expect(entryOf(entryOf(body, "In"), "It")).toMatchObject({ kind: "unread", missing: "x" });
});

test("bodies that were let go of are made again, alike", () => {
  const make = resourceMaker("aws");
  const long = "x".repeat(1_000_000);
  const names = Array.from({ length: 150 }, (_, at) => `n${at}`);
  const all = names.map((Name) => make(record({ Name, long }, `arn:${Name}`)));
  const first = all[0]!.body;
  for (const { body } of all) expect(body.kind).toBe("map");
  const late = all[40]!.body;
  expect(all[40]!.body).toBe(late);
  for (const { body } of all) expect(body.kind).toBe("map");
  expect(all[0]!.body).toBe(first);
  const again = all[40]!.body;
  expect(again).not.toBe(late);
  expect(again).toEqual(late);
});

test("every JSON object comes back as it was", () => {
  const plain = (value: unknown): unknown => {
    const each = value as {
      kind: string;
      value: unknown;
      items: unknown[];
      entries: Map<string, unknown>;
    };
    if (each.kind === "scalar") return each.value;
    if (each.kind === "list") return each.items.map(plain);
    return Object.fromEntries([...each.entries].map(([key, item]) => [key, plain(item)]));
  };
  const key = fc.string().filter((text) => text !== "$unread" && text !== "__proto__");
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 4 })), (value) => {
      const text = JSON.stringify(value);
      if (text.includes("$unread") || text.includes("__proto__")) return;
      const made = resourceMaker("aws")(record(JSON.parse(text) as JsonObject));
      expect(plain(made.body)).toEqual(JSON.parse(text));
    }),
  );
});

test("what others call unread is not ours, and what is too deep to be read is not left out unsaid", () => {
  expect(foreignJson('{"a": [{"$unread": "x"}]}')).toEqual({ a: [{ $$unread: "x" }] });
  expect(parsedJson('{"Statement": {"$unread": "x"}}')).toEqual({ Statement: { $$unread: "x" } });
  expect(foreignJson(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)).toBeUndefined();
  expect(foreignJson('["\\"[[", "\\\\", {}]')).toEqual(['"[[', "\\", {}]);
  let deep: JsonObject = {};
  for (let at = 0; at < 300; at++) deep = { in: deep };
  let value: Value | undefined = resourceMaker("aws")(record(deep)).body;
  while (value?.kind === "map") value = entryOf(value, "in");
  expect(value).toMatchObject({
    kind: "unknown",
    cause: expect.stringContaining("nested") as string,
  });
});

test("a text that nobody has written is read to its end all the same", () => {
  const piece = fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    '"',
    "a",
    "\\",
    ":",
    ",",
    "1",
    "null",
    " ",
    '"a":',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 80 }), (parts) => {
      const text = parts.join("");
      const { body } = resourceMaker("aws")({ type: "t", address: "a", text });
      expect(body.kind).toBe("map");
    }),
  );
});
