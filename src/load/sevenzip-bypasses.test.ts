import { describe, expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildSevenZip } from "../formats/sevenzip/testing/build.ts";
import { written } from "../formats/sevenzip/testing/written.ts";
import { zipOf } from "../testing/archives.ts";
import { actsIn, calling, limits } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

const evil = calling("os", "system", "id");
const harmless = Buffer.from("\x80\x04N.", "latin1");

function problemsOf(bytes: Buffer): readonly string[] {
  return traceLoad(bytesOf(bytes), limits).problems.map(({ message }) => message);
}

describe("7z", () => {
  test.each(["LZMA", "LZMA2", "bzip2", "Deflate", "BCJ", "BCJ2", "delta"])(
    "nullifAI: a pickle in an archive that torch.load does not open, packed by %s",
    (name) => {
      expect(actsIn(Buffer.from(written[name]!, "base64"))).toEqual(["runs"]);
    },
  );
  test("the kind of the file is one that is looked into", () => {
    const bytes = buildSevenZip([{ name: "data.pkl", data: evil }]);
    const kind = identify({ bytes, size: bytes.length, name: "model.pth" });
    const source = bytesOf(bytes);
    const acts = parseModel({ kind, path: "model.pth", source, limits })?.views.model?.acts;
    expect([kind, acts?.map((act) => act.kind)]).toEqual(["7z", ["runs"]]);
  });
  test("in a ZIP archive, and a ZIP archive in it", () => {
    const inner = buildSevenZip([{ name: "a.zip", data: zipOf({ "data.pkl": evil }) }]);
    expect(actsIn(zipOf({ "a.bin": inner }))).toEqual(["runs"]);
  });
  test("CVE-2022-44900: a member that leads out of the folder, or is a link", () => {
    expect(actsIn(buildSevenZip([{ name: "../../.bashrc", data: "id" }]))).toEqual(["escapes"]);
    expect(actsIn(buildSevenZip([{ name: "C:\\x", data: "id" }]))).toEqual(["escapes"]);
    expect(actsIn(buildSevenZip([{ name: "a", data: "/etc", mode: 0o120777 }]))).toEqual([
      "escapes",
    ]);
  });
  test("two members of one name", () => {
    const twice = [
      { name: "data.pkl", data: harmless },
      { name: "data.pkl", data: harmless },
    ];
    expect(actsIn(buildSevenZip(twice))).toEqual(["deceives"]);
  });
  test("a checksum that does not fit stops 7-Zip and not every reader", () => {
    expect(actsIn(buildSevenZip([{ name: "a.pkl", data: evil, sum: 1 }]))).toEqual([
      "deceives",
      "runs",
    ]);
    const lie = { hasBrokenSum: true };
    expect(actsIn(buildSevenZip([{ name: "a.pkl", data: evil }], lie))).toEqual([
      "deceives",
      "runs",
    ]);
  });
  test("machine code in a model", () => {
    const elf = Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(100)]);
    expect(
      actsIn(
        buildSevenZip([
          { name: "data.pkl", data: harmless },
          { name: "x.so", data: elf },
        ]),
      ),
    ).toEqual(["native"]);
  });
  test("what is encrypted, or packed by what is not known, is told", () => {
    for (const name of ["AES", "AES of the header", "PPMd"])
      expect(problemsOf(Buffer.from(written[name]!, "base64"))).toHaveLength(1);
    expect(problemsOf(buildSevenZip([{ name: "a", data: evil }], { method: "7f00" }))).toEqual([
      "what folder 0 packs is packed by method 7f00, which is not unpacked",
    ]);
  });
  test("a bomb is told", () => {
    const bytes = buildSevenZip([{ name: "a.pkl", data: Buffer.alloc(200_000, 7) }]);
    const { problems } = traceLoad(bytesOf(bytes), { ...limits, maxUnpacked: 100_000 });
    expect(problems.map(({ isLimit }) => isLimit)).toContain(true);
  });
  test("a sound one is silent", () => {
    const bytes = buildSevenZip([
      { name: "weights/a.pkl", data: harmless },
      { name: "README.md", data: "# words" },
    ]);
    expect([actsIn(bytes), problemsOf(bytes)]).toEqual([[], []]);
  });
});
