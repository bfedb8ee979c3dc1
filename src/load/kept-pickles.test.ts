import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { keptPickles } from "./kept-pickles.ts";
import { calling, limits } from "./testing/pickles.ts";

const evil = calling("os", "system", "id; a long command");
const old = Buffer.from("cos\nsystem\n(S'id; a long command'\ntR.");
const found = (text: string): number => keptPickles(bytesOf(Buffer.from(text)), limits).length;
const json = (written: string): string => `{"model": {"any key": "${written}"}}`;
const escaped = (written: string): string =>
  written.replaceAll(
    /[A-Za-z]/g,
    (letter) => `\\u00${letter.codePointAt(0)!.toString(16).padStart(2, "0")}`,
  );

describe("a pickle as base64 in JSON", () => {
  test.each([
    ["as it is", evil.toString("base64")],
    ["with letters for addresses", evil.toString("base64url")],
    ["in an address", `data:application/octet-stream;base64,${evil.toString("base64")}`],
    ["of the first protocol", old.toString("base64")],
    ["packed", gzipSync(evil).toString("base64")],
    ["in lines", evil.toString("base64").replaceAll(/(.{16})/g, "$1\\n")],
    ["with slashes escaped", evil.toString("base64").replaceAll("/", "\\/")],
    ["with letters escaped", escaped(evil.toString("base64"))],
  ])("is found %s", (_, written) => {
    expect(found(json(written))).toBe(1);
  });
  test("is found behind many others", () => {
    const other = Buffer.from("\x80\x04}(K\x01K\x02K\x03K\x04K\x05K\x06u.", "latin1");
    const many = Array.from({ length: 300 }, () => `"${other.toString("base64")}"`).join(",");
    expect(found(`[${many},"${evil.toString("base64")}"]`)).toBe(1);
  });
  test("takes linear time", () => {
    const started = performance.now();
    expect(found(json("gASV".repeat(3_000_000)))).toBe(0);
    expect(found('"gA'.repeat(2_000_000))).toBe(0);
    expect(found(`"${"\\u00".repeat(2_000_000)}`)).toBe(0);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
