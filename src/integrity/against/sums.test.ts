import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeTree } from "../../testing/tree.ts";
import { digestModel } from "../sign.ts";
import { against, linesOf } from "../testing/against.ts";

const files = { "a.bin": "one", "b/c.bin": "two" };
const hash = (type: string, text: string): string => createHash(type).update(text).digest("hex");
const one = hash("sha256", "one");
const two = hash("sha256", "two");

/** A model and a file of digests beside it. */
function modelWith(sums: string, more: Readonly<Record<string, string>> = {}) {
  const model = makeTree({ ...files, ...more });
  const beside = makeTree({ SHA256SUMS: sums });
  return { model, record: join(beside, "SHA256SUMS") };
}

async function said(sums: string, more?: Readonly<Record<string, string>>) {
  const { model, record } = modelWith(sums, more);
  const verification = await against(model, `sha256sums:${record}`);
  const lines = linesOf(verification).map((line) => line.replaceAll(record, "SUMS"));
  return [verification.outcome, lines];
}

describe("files of digests", () => {
  test.each([
    `${one}  a.bin\n${two} *b/c.bin\n`,
    `# made by hand\r\n${one.toUpperCase()}  ./a.bin\r\n\r\n${two}  b/c.bin`,
    `SHA256 (a.bin) = ${one}\nSHA256 (b/c.bin) = ${two}\n`,
    `SHA512 (a.bin) = ${hash("sha512", "one")}\nBLAKE2b (b/c.bin) = ${hash("blake2b512", "two")}\n`,
    `${hash("sha512", "one")}  a.bin\n${hash("blake2b512", "two")}  b/c.bin\n`,
    `${hash("sha384", "one")}  a.bin\n${two}  b/c.bin\n`,
  ])("%j", async (sums) => {
    expect(await said(sums)).toEqual(["verified", []]);
  });

  test("names from above the model, and names with signs in them", async () => {
    const model = makeTree({ "m/a.bin": "one", "m/x\ny\\z": "two" });
    writeFileSync(join(model, "SUMS"), `${one}  m/a.bin\n\\${two}  m/x\\ny\\\\z\n`);
    const verification = await against(join(model, "m"), join(model, "SUMS"));
    expect([verification.outcome, verification.facts]).toEqual(["verified", []]);
  });

  test("what differs has both digests", async () => {
    expect(await said(`${two}  a.bin\n${two}  b/c.bin\n`)).toEqual([
      "tampered",
      [`differs a.bin: its sha256 is ${one}, on record is ${two} (SUMS)`],
    ]);
  });

  test("a file that is not there, and one that nobody recorded", async () => {
    expect(await said(`${one}  a.bin\n${two}  b/c.bin\n${two}  d.bin\n`, { "e.py": "" })).toEqual([
      "tampered",
      [
        `differs d.bin: it is on record (SUMS) with ${two} and not there`,
        "no-evidence e.py: it is on no record",
      ],
    ]);
    expect((await said(`${one}  a.bin\n${two}  b/c.bin\n`, { "e.py": "" }))[0]).toBe(
      "missing-evidence",
    );
  });

  test("MD5 and SHA-1 alone convince nobody; a mismatch is a mismatch", async () => {
    const md5 = `${hash("md5", "one")}  a.bin\n${hash("sha1", "two")}  b/c.bin\n`;
    expect(await said(md5)).toEqual([
      "missing-evidence",
      [expect.stringContaining("only MD5 or SHA-1 is on record (SUMS) for `a.bin`, `b/c.bin`")],
    ]);
    expect(
      (await said(`${md5}${hash("md5", "x")}  b/c.bin\n`).catch(() => ["two digests"]))[0],
    ).toBe("two digests");
    expect((await said(`${hash("md5", "two")}  a.bin\n`))[0]).toBe("tampered");
  });

  test.each([
    ["", "there is no digest in it"],
    ["# nothing\n", "there is no digest in it"],
    [`${one}\ta.bin\n`, "line 1 is no digest and name"],
    [`${one}  a.bin\nabc  b\n`, "line 2 is no digest and name"],
    [`MD5 (a.bin) = ${one}\n`, "line 1 is no digest and name"],
    [`${one}  a.bin\n${two}  a.bin\n`, "has two digests"],
    ["{", "begins as JSON does and is none"],
    ["{}", "is not what `pavise digest --json` prints"],
  ])("%j is no record", async (sums, message) => {
    await expect(said(sums)).rejects.toThrow(message);
  });

  test("what `pavise digest --json` printed, which names all files", async () => {
    const model = makeTree(files);
    const { manifest, root } = await digestModel(model, { hashType: "sha256" });
    const json = JSON.stringify({ root: { sha256: root }, hash: "sha256", ...manifest });
    const record = join(makeTree({ "d.sha256": json }), "d.sha256");
    expect((await against(model, record)).outcome).toBe("verified");
    writeFileSync(join(model, "new.py"), "");
    const verification = await against(model, record);
    expect(verification.outcome).toBe("tampered");
    expect(linesOf(verification).some((line) => line.startsWith("differs new.py"))).toBe(true);
  });
});

describe("one digest", () => {
  test("of the whole, of one file, of neither", async () => {
    const model = makeTree(files);
    const { root } = await digestModel(model, { hashType: "sha256" });
    const whole = await against(model, `sha256:${root.toUpperCase()}`);
    expect([whole.outcome, whole.facts, whole.root]).toEqual(["verified", [], root]);
    expect(linesOf(await against(model, `sha256:${one}`))).toEqual([
      "no-evidence b/c.bin: it is on no record",
    ]);
    const bad = await against(model, `sha256:${"0".repeat(64)}`);
    expect([bad.outcome, linesOf(bad)[0]]).toEqual([
      "tampered",
      expect.stringContaining(`the digest of the whole is ${root}, on record`),
    ]);
  });

  test("of a single file", async () => {
    const file = join(makeTree(files), "a.bin");
    expect((await against(file, `sha256:${one}`)).outcome).toBe("verified");
    const bad = await against(file, `sha256:${two}`);
    expect(linesOf(bad)[0]).toContain(`differs a.bin: its sha256 is ${one}, on record`);
    const beside = join(makeTree({ "a.bin.sha256": `${one}\n` }), "a.bin.sha256");
    expect((await against(file, beside)).outcome).toBe("verified");
  });

  test.each(["sha256:abc", "sha256: ", `sha256:${"g".repeat(64)}`, "md5:abc", "nowhere.txt"])(
    "%s is refused",
    async (record) => {
      const ask = async () => against(makeTree(files), record);
      await expect(ask()).rejects.toMatchObject({ code: "usage" });
    },
  );
});

test("several records have to hold, and cover the model together", async () => {
  const model = makeTree(files);
  const records = makeTree({
    "1.sha256": `${one}  a.bin\n`,
    "2.sha256": `${two}  b/c.bin\n`,
    "3.sha256": `${one}  b/c.bin\n`,
  });
  const record = (name: string) => join(records, name);
  expect((await against(model, [record("1.sha256"), record("2.sha256")])).outcome).toBe("verified");
  expect(
    (await against(model, [record("1.sha256"), record("2.sha256"), record("3.sha256")])).outcome,
  ).toBe("tampered");
});

test("a path that is left out is told", async () => {
  const model = makeTree({ ...files, "logs/x.txt": "x" });
  const record = join(
    makeTree({ "1.sha256": `${one}  a.bin\n${two}  b/c.bin\n${two}  logs/x.txt\n` }),
    "1.sha256",
  );
  const verification = await against(model, record, { ignore: ["logs"] });
  expect([verification.outcome, linesOf(verification)]).toEqual([
    "verified",
    ["uncovered logs: it is left out of the comparison"],
  ]);
});
