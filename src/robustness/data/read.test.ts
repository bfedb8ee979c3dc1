import { gzipSync, inflateSync } from "node:zlib";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildZip } from "../../formats/zip/testing/build.ts";
import { readDataSet, type DataOptions } from "./read.ts";
import { preprocessingSchema } from "./schema.ts";
import { floats, folderOf, idx, npy, plain } from "./testing/files.ts";
import { parquets } from "./testing/written.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

async function read(
  files: Files,
  options: Partial<DataOptions> = {},
): ReturnType<typeof readDataSet> {
  const folder = folderOf(files);
  const { data = Object.keys(files)[0]!, labels } = options;
  return readDataSet({
    ...options,
    data: join(folder, data),
    ...(labels === undefined ? {} : { labels: join(folder, labels) }),
  });
}

const simple = npy({ descr: "<f4", shape: [2, 3] }, floats(1, 2, 3, 4, 5, 6));
const unpacked = (name: string): Buffer => inflateSync(Buffer.from(parquets[name]!, "base64"));

test("an array and its labels", async () => {
  const labels = npy({ descr: "<i8", shape: [2] }, Buffer.from(BigInt64Array.of(1n, 0n).buffer));
  const data = await read(
    { "x.npy": simple, "y.npy": labels },
    { labels: "y.npy", preprocessing: { scale: 0.5 } },
  );
  expect(data.inputs.shape).toEqual([2, 3]);
  expect([...data.inputs.data]).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
  expect(data.labels).toEqual(Int32Array.of(1, 0));
  expect(data.range).toEqual([0.5, 3]);
  expect(data.digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(data.names[1]).toMatch(/x\.npy\[1\]$/);
});

test.each([
  ["|u1", Buffer.of(1, 2, 3, 4, 5, 6)],
  [">i2", Buffer.of(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6)],
  ["<f2", Buffer.from(Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600).buffer)],
  [
    ">f8",
    Buffer.concat(
      [1, 2, 3, 4, 5, 6].map((v) => {
        const b = Buffer.alloc(8);
        b.writeDoubleBE(v);
        return b;
      }),
    ),
  ],
  ["<u8", Buffer.from(BigUint64Array.of(1n, 2n, 3n, 4n, 5n, 6n).buffer)],
])("elements of type %s", async (descr, bytes) => {
  const data = await read({ "x.npy": npy({ descr, shape: [2, 3] }, bytes) });
  expect([...data.inputs.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each([1, 2, 3])("version %i of the format, in Fortran's order", async (version) => {
  const x = npy(
    { descr: "<f4", shape: [2, 3], isFortran: true, version },
    floats(1, 4, 2, 5, 3, 6),
  );
  expect([...(await read({ "x.npy": x })).inputs.data]).toEqual([1, 2, 3, 4, 5, 6]);
});

test("arrays of a .npz by their usual names, labels as one column a class", async () => {
  const y = npy({ descr: "<f4", shape: [2, 3] }, floats(0, 0, 1, 1, 0, 0));
  const zip = buildZip([
    { name: "x_test.npy", data: simple, method: 8 },
    { name: "y_test.npy", data: y },
  ]);
  const data = await read({ "a.npz": zip });
  expect([...data.inputs.data]).toEqual([1, 2, 3, 4, 5, 6]);
  expect(data.labels).toEqual(Int32Array.of(2, 0));
  await expect(
    read({
      "a.npz": buildZip([
        { name: "q.npy", data: simple },
        { name: "r.npy", data: simple },
      ]),
    }),
  ).rejects.toThrow(/no array of a usual name/);
});

test("IDX finds its labels, gzipped or not, and is brought to the model's axes", async () => {
  const images = gzipSync(idx([2, 2, 2], [0, 255, 0, 0, 51, 0, 0, 102]));
  const files = {
    "t-images-idx3-ubyte.gz": images,
    "t-labels-idx1-ubyte.gz": gzipSync(idx([2], [7, 9])),
  };
  const data = await read(files, {
    preprocessing: preprocessingSchema.parse({ scale: "1/255" }),
    inputShape: [1, 2, 2],
  });
  expect(data.inputs.shape).toEqual([2, 1, 2, 2]);
  expect(data.inputs.data[4]).toBeCloseTo(0.2, 6);
  expect(data.labels).toEqual(Int32Array.of(7, 9));
  expect([data.layout, data.range]).toEqual(["nchw", [0, 1]]);
  expect((await read(files, { inputShape: [4] })).inputs.shape).toEqual([2, 4]);
  expect((await read(files, { inputShape: [3, 2, 2] })).inputs.shape).toEqual([2, 3, 2, 2]);
});

test("a folder a class, taken evenly", async () => {
  const files = Object.fromEntries(
    ["ant", "bee"].flatMap((name, k) =>
      [0, 1, 2, 3].map(
        (each) => [`d/${name}/${each}.png`, plain(4, 2, [k * 100, 50, each])] as const,
      ),
    ),
  );
  const data = await read(
    { ...files, "d/bee/x.gif": "GIF89a" },
    { data: "d", limit: 4, inputShape: [3, 2, 4] },
  );
  expect(data.names).toEqual(["ant/0.png", "ant/2.png", "bee/0.png", "bee/2.png"]);
  expect(data.labels).toEqual(Int32Array.of(0, 0, 1, 1));
  expect(data.classNames).toEqual(["ant", "bee"]);
  expect([...data.inputs.data.subarray(48, 72)]).toEqual([
    ...Array<number>(8).fill(100),
    ...Array<number>(8).fill(50),
    ...Array<number>(8).fill(0),
  ]);
  expect(data.notes[0]).toMatch(/1 pictures are of kinds that are not read/);
  const other = await read(files, { data: "d", classNames: ["bee", "cat", "ant"] });
  expect(other.labels?.[0]).toBe(2);
  const square = await read(files, { data: "d", inputShape: [2, 2, 1] });
  expect(square.inputs.shape).toEqual([8, 2, 2, 1]);
  expect(square.notes[0]).toMatch(/stretched to 2 × 2/);
});

test("one folder and a table of labels", async () => {
  const files = {
    "d/1.png": plain(1, 1, [1]),
    "d/2.png": plain(1, 1, [2]),
    "labels.csv": "file,label\n2.png,b\n1.png,a\n",
  };
  const data = await read(files, {
    data: "d",
    labels: "labels.csv",
    preprocessing: { channels: "grey" },
  });
  expect([...data.inputs.data]).toEqual([2, 1]);
  expect([...data.labels!]).toEqual([1, 0]);
});

test("pictures in Parquet, as Hugging Face keeps them", async () => {
  const data = await read({ "x.parquet": unpacked("pictures") }, { inputShape: [3, 2, 2] });
  expect(Array.from(data.inputs.data).filter((_, k) => k % 12 === 0)).toEqual([0, 50, 100]);
  expect(data.labels).toEqual(Int32Array.of(2, 0, 1));
  expect(data.classNames).toEqual(["ant", "bee", "cat"]);
});

test.each(Object.keys(parquets).filter((name) => name !== "pictures"))(
  "a Parquet %s",
  async (name) => {
    const data = await read({ "x.parquet": unpacked(name) });
    expect([...data.inputs.data.subarray(0, 8)]).toEqual([31.5, 1, 1, 2, 42, 0, 3, 4]);
    expect([...data.labels!]).toEqual([0, 1, 0, 1]);
    expect(data.columns?.map(({ name: column, kind }) => `${column} ${kind}`)).toEqual([
      "age number",
      "job category",
      "v.0 number",
      "v.1 number",
    ]);
  },
);

test("CSV with names, texts, and a label by place", async () => {
  const csv = '\ufeffage;job;y\r\n31;"a;""b""";no\r\n42;c;yes\r\n';
  const data = await read({ "x.csv": csv });
  expect([...data.inputs.data]).toEqual([31, 0, 42, 1]);
  expect(data.columns?.[1]).toMatchObject({
    name: "job",
    kind: "category",
    values: ['a;"b"', "c"],
  });
  expect(data.classNames).toEqual(["no", "yes"]);
  const bare = await read({ "x.csv": "1,2,0\n3,4,1\n" }, { columns: { label: -1 } });
  expect([...bare.inputs.data]).toEqual([1, 2, 3, 4]);
  const stated = await read(
    { "x.csv": csv },
    { columns: { categories: { job: ["c", 'a;"b"'] }, inputs: ["job"] } },
  );
  expect([...stated.inputs.data]).toEqual([1, 0]);
});

test("labels as lines", async () => {
  const data = await read({ "x.npy": simple, "y.txt": "1\n0\n" }, { labels: "y.txt" });
  expect([...data.labels!]).toEqual([1, 0]);
});

test("a seed takes some by chance, and the same again", async () => {
  const many = npy({ descr: "<f4", shape: [100, 1] }, floats(...Array(100).keys()));
  const one = await read({ "x.npy": many }, { limit: 10, seed: 4 });
  expect(new Set(one.inputs.data).size).toBe(10);
  expect([...one.inputs.data]).not.toEqual([...Array(10).keys()]);
  expect((await read({ "x.npy": many }, { limit: 10, seed: 4 })).digest).toBe(one.digest);
});

test.each<readonly [string, Files, Partial<DataOptions>, RegExp]>([
  [
    "objects",
    { "x.npy": npy({ descr: "|O", shape: [2] }, Buffer.alloc(16)) },
    {},
    /holds Python objects/,
  ],
  [
    "a type of fields",
    { "x.npy": npy({ descr: "<c8", shape: [2, 2] }, Buffer.alloc(64)) },
    {},
    /type '<c8'/,
  ],
  [
    "too few numbers",
    { "x.npy": npy({ descr: "<f4", shape: [1000, 1000] }, floats(1)) },
    {},
    /cut off/,
  ],
  [
    "a shape without bounds",
    { "x.npy": npy({ descr: "<f4", shape: [2 ** 40, 2 ** 40] }, floats(1)) },
    {},
    /cut off/,
  ],
  ["one axis", { "x.npy": npy({ descr: "<f4", shape: [2] }, floats(1, 2)) }, {}, /N first/],
  ["NaN", { "x.npy": npy({ descr: "<f4", shape: [1, 2] }, floats(1, NaN)) }, {}, /no number/],
  [
    "another shape than the model's",
    { "x.npy": simple },
    { inputShape: [4] },
    /inputs of 3 do not fit a model that takes 4/,
  ],
  [
    "labels of others",
    { "x.npy": simple, "y.txt": "1\n0\n1\n" },
    { labels: "y.txt" },
    /2 items and 3 labels/,
  ],
  [
    "labels that are no classes",
    { "x.csv": "a,label\n1,0.5\n2,1\n" },
    {},
    /0\.5, and classes are whole/,
  ],
  [
    "a class that the model has not",
    { "x.csv": "a,label\n1,cow\n2,ant\n" },
    { classNames: ["ant"] },
    /"cow", which is none/,
  ],
  ["gaps", { "x.csv": "a,b,label\n1,,0\n2,3,1\n" }, {}, /row 1 .* nothing in column b/],
  ["uneven rows", { "x.csv": "a,b\n1,2\n1\n" }, {}, /row 2 .* has 1 cells/],
  ["an open quote", { "x.csv": 'a,b\n1,"2\n' }, {}, /not closed/],
  ["an unknown kind", { "x.bin": "hello" }, {}, /of no kind that is read/],
  ["nothing", { "x.csv": "" }, {}, /is empty/],
  [
    "a broken Parquet",
    { "x.parquet": Buffer.concat([Buffer.from("PAR1"), Buffer.alloc(40, 7), Buffer.from("PAR1")]) },
    {},
    /cannot be read as Parquet/,
  ],
  ["a broken gzip", { "x.gz": Buffer.of(0x1f, 0x8b, 8, 0, 1) }, {}, /cannot be unpacked/],
  ["an empty folder", { "d/readme.md": "" }, { data: "d" }, /holds no PNG or JPEG/],
  [
    "a range that the data leave",
    { "x.npy": simple },
    { preprocessing: { range: [0, 1] } },
    /outside of the range 0 to 1/,
  ],
  ["no file", { "x.npy": simple }, { data: "z.npy" }, /cannot be read: it is not there/],
])("%s: refused with what to do", async (_, files, options, message) => {
  await expect(read(files, options)).rejects.toMatchObject({
    code: "data-invalid",
    message: expect.stringMatching(message),
    hint: expect.stringMatching(/\w/),
  });
});
