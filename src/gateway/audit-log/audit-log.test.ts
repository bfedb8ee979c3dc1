import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openAuditLog } from "./log.ts";
import { finishedFiles } from "./rotation.ts";
import { verifyChain } from "./verify.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-audit-log-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const fresh = () => join(folder, `log-${++made}.jsonl`);

const record = (exchange: string) => ({
  time: "2026-01-02T03:04:05.000Z",
  exchange,
  event: "answer" as const,
});

async function written(count: number, key?: Buffer): Promise<string> {
  const file = fresh();
  const log = await openAuditLog({ file, ...(key === undefined ? {} : { key }) });
  await Promise.all(Array.from({ length: count }, (_, index) => log.append(record(`e${index}`))));
  await log.close();
  return file;
}

const linesIn = (file: string) => readFileSync(file, "utf8").split("\n").slice(0, -1);
const messages = async (file: string, options = {}) =>
  (await verifyChain([file], options)).problems.map(({ line, message }) => `${line}: ${message}`);

test("what was written holds, goes on after a restart, and keeps its order", async () => {
  const file = await written(100);
  const again = await openAuditLog({ file, durability: "disk" });
  await again.append({ ...record("later"), message: "line\nfeed \u2028 \u001B[31m" });
  await again.close();
  const report = await verifyChain([file]);
  expect(report).toMatchObject({ records: 101, problemCount: 0, torn: 0, head: again.head() });
  expect(linesIn(file)).toHaveLength(101);
  expect(linesIn(file).map((line) => (JSON.parse(line) as { n: number }).n)).toEqual(
    Array.from({ length: 101 }, (_, index) => index + 1),
  );
});

test("whatever is changed, removed, moved or put in is told", async () => {
  const file = await written(6);
  const lines = linesIn(file);
  const after = async (changed: readonly string[]) => {
    writeFileSync(file, changed.map((line) => `${line}\n`).join(""));
    return messages(file);
  };
  expect(await after(lines)).toEqual([]);
  expect(await after(lines.with(2, lines[2]!.replace("e2", "x2")))).toEqual([
    expect.stringContaining("3: the record was changed"),
  ]);
  expect(await after(lines.toSpliced(2, 2))).toEqual([
    expect.stringContaining("3: 2 records are missing before record 5"),
  ]);
  expect(await after(lines.slice(1))).toEqual([
    expect.stringContaining("1: the chain begins with record 2"),
  ]);
  expect(await after([lines[0]!, lines[2]!, lines[1]!, ...lines.slice(3)])).not.toEqual([]);
  expect(await after(lines.toSpliced(3, 0, lines[1]!))).not.toEqual([]);
  expect(await after(lines.toSpliced(3, 0, "not a record"))).toEqual([
    expect.stringContaining("4: is no whole record"),
  ]);
  expect(await after(lines.toSpliced(3, 0, "{}", '{"n":1}'))).toHaveLength(2);
});

test("records missing at the end are told by a head that was noted, a chain made anew by the key", async () => {
  const file = await written(5);
  const { head } = await verifyChain([file]);
  const lines = linesIn(file);
  writeFileSync(file, lines.slice(0, 3).join("\n") + "\n");
  expect(await messages(file)).toEqual([]);
  expect(await messages(file, { head: head.hash })).toEqual([
    expect.stringContaining("no record has the hash"),
  ]);
  const keyed = await written(3, Buffer.from("a key"));
  expect(await messages(keyed, { key: Buffer.from("a key") })).toEqual([]);
  expect(await messages(keyed, { key: Buffer.from("another") })).toHaveLength(3);
  expect(await messages(keyed)).toHaveLength(3);
  await expect(openAuditLog({ file: keyed, key: Buffer.from("another") })).rejects.toMatchObject({
    code: "audit-log-damaged",
  });
});

test("a line that was cut off is told of by the next record, and is no damage", async () => {
  const file = await written(3);
  appendFileSync(file, '{"n":4,"prev":"');
  const log = await openAuditLog({ file });
  await log.append(record("after"));
  await log.close();
  expect(await verifyChain([file])).toMatchObject({ records: 5, problemCount: 0, torn: 1 });
  // The first line of all.
  const empty = fresh();
  writeFileSync(empty, '{"n":1');
  const first = await openAuditLog({ file: empty });
  await first.close();
  expect(await verifyChain([empty])).toMatchObject({ records: 1, problemCount: 0, torn: 1 });
  // A file that is no log is not written to.
  const other = fresh();
  writeFileSync(other, "hello\n".repeat(20));
  await expect(openAuditLog({ file: other })).rejects.toMatchObject({ code: "audit-log-damaged" });
  expect(readFileSync(other, "utf8")).toBe("hello\n".repeat(20));
});

test("one process writes it at a time, and a lock that was left behind is taken over", async () => {
  const file = await written(1);
  const log = await openAuditLog({ file });
  await expect(openAuditLog({ file })).rejects.toMatchObject({ code: "audit-log-busy" });
  await log.close();
  writeFileSync(`${file}.lock`, `${process.pid} 1`);
  await (await openAuditLog({ file })).close();
  writeFileSync(`${file}.lock`, "999999999");
  await (await openAuditLog({ file })).close();
});

// The process may make files of 8 KiB at most, as a full disk would: a write then stops within a line.
const limited = `
import { openAuditLog } from ${JSON.stringify(new URL("./log.ts", import.meta.url).href)};
const log = await openAuditLog({ file: process.argv[2] });
let refused = 0;
const add = (message) =>
  log.append({ time: "t", exchange: "e", event: "answer", message }).catch(() => refused++);
for (let n = 0; n < 20; n++) await add("x".repeat(700));
await add("short");
await log.close();
console.log(refused);`;

test.skipIf(process.platform === "win32")(
  "a full disk refuses what has no room, and the chain holds",
  () => {
    const script = join(folder, "limited.mts");
    writeFileSync(script, limited);
    const file = fresh();
    const command = `ulimit -f 16; exec "$0" "$1" "$2"`;
    const told = execFileSync("sh", ["-c", command, process.execPath, script, file]).toString();
    const kept = linesIn(file).length;
    expect(Number(told)).toBe(21 - kept);
    expect(kept).toBeGreaterThan(5);
    expect(kept).toBeLessThan(20);
    return expect(messages(file)).resolves.toEqual([]);
  },
);

const writer = `
import { openAuditLog } from ${JSON.stringify(new URL("./log.ts", import.meta.url).href)};
const log = await openAuditLog({ file: process.argv[2] });
for (let n = 0; ; n++) {
  await Promise.all([0, 1, 2, 3].map(async (part) => {
    await log.append({ time: "t", exchange: n + "-" + part, event: "answer" });
    process.stdout.write(n + "-" + part + "\\n");
  }));
}`;

test("every record that was acknowledged survives kill -9", { timeout: 60_000 }, async () => {
  const script = join(folder, "writer.mts");
  writeFileSync(script, writer);
  const file = fresh();
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, [script, file], { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    child.stdout.on("data", (chunk: Buffer) => (told += chunk.toString()));
    while (told.length < 2_000) await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    const acknowledged = told.split("\n").slice(0, -1);
    const log = await openAuditLog({ file });
    await log.close();
    const { problemCount } = await verifyChain([file]);
    expect(problemCount).toBe(0);
    const kept = new Set(
      linesIn(file).flatMap((line) => {
        try {
          return [(JSON.parse(line) as { exchange: string }).exchange];
        } catch {
          return [];
        }
      }),
    );
    expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
  }
});

test("what a client sends does not make a record that cannot be read again", async () => {
  const file = fresh();
  const log = await openAuditLog({ file });
  const detection = { kind: "secret", rule: "x", score: 1, start: 0, end: 1 } as const;
  await log.append({
    ...record("long"),
    model: "m".repeat(3_000_000),
    message: "\u0001".repeat(3_000_000),
    detections: Array.from({ length: 50_000 }, () => detection),
  });
  await log.close();
  const again = await openAuditLog({ file });
  await again.append(record("after"));
  await again.close();
  expect(await messages(file)).toEqual([]);
  expect(JSON.parse(linesIn(file)[0]!)).toMatchObject({ detectionCount: 50_000 });
  expect(linesIn(file)[0]!.length).toBeLessThan(64_000);
});

test("a full file is finished, and the chain goes on in the next, also after a restart", async () => {
  const file = fresh();
  const options = { file, maxBytes: 4_000, durability: "disk" as const };
  const log = await openAuditLog(options);
  for (let at = 0; at < 60; at++) await log.append(record(`e${at}`));
  await log.close();
  const finished = await finishedFiles(file);
  expect(finished.length).toBeGreaterThan(2);
  for (const each of finished) expect(statSync(each).size).toBeLessThanOrEqual(4_000);
  expect(await verifyChain([...finished, file])).toMatchObject({ records: 60, problemCount: 0 });

  // Killed between the last name of the full file and the first record of the new one.
  rmSync(file);
  const kept = await verifyChain(finished);
  const again = await openAuditLog(options);
  await again.append(record("later"));
  await again.close();
  expect(await verifyChain([...(await finishedFiles(file)), file])).toMatchObject({
    records: kept.records + 1,
    problemCount: 0,
  });
});

test("the lock of another machine holds as long as it shows signs of life", async () => {
  const file = await written(1);
  writeFileSync(`${file}.lock`, `${process.pid} - not-${hostname()}`);
  await expect(openAuditLog({ file })).rejects.toThrow(/is written by process \d+ of not-/);
  const past = new Date(Date.now() - 120_000);
  utimesSync(`${file}.lock`, past, past);
  const log = await openAuditLog({ file });
  await log.append(record("later"));
  await log.close();
  expect(await messages(file)).toEqual([]);
});
