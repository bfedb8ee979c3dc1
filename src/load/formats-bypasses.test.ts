import { describe, expect, test } from "vitest";
import { buildTorch, buildZip } from "../formats/zip/testing/build.ts";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn, calling, isFound, opcodes } from "./testing/pickles.ts";

type Case = readonly [id: string, bytes: Buffer];

/** A `.keras` file with one object in its configuration. */
function keras(object: unknown): Buffer {
  const config = {
    module: "keras",
    class_name: "Sequential",
    config: { name: "m", layers: [object] },
    registered_name: null,
  };
  return buildZip([
    { name: "metadata.json", data: '{"keras_version": "3.9.0"}' },
    { name: "config.json", data: JSON.stringify(config) },
    { name: "model.weights.h5", data: "weights" },
  ]);
}

describe("Keras", () => {
  const found: readonly Case[] = [
    [
      "CVE-2024-3660: Lambda",
      keras({
        module: "keras.layers",
        class_name: "Lambda",
        config: { function: ["4wEAAA==", null, null] },
      }),
    ],
    [
      "CVE-2024-3660: __lambda__",
      keras({ class_name: "__lambda__", config: { value: "4wEAAA==" } }),
    ],
    [
      "CVE-2025-1550: any module",
      keras({
        module: "os",
        class_name: "function",
        config: "system",
        registered_name: "function",
      }),
    ],
    [
      "CVE-2025-1550: a class of any module",
      keras({ module: "subprocess", class_name: "Popen", config: {} }),
    ],
    [
      "CVE-2025-8747: get_file",
      keras({
        module: "keras.utils",
        class_name: "function",
        config: "get_file",
        registered_name: "get_file",
      }),
    ],
    [
      "CVE-2025-9906: enable_unsafe_deserialization",
      keras({
        module: "keras.config",
        class_name: "function",
        config: "enable_unsafe_deserialization",
      }),
    ],
    [
      "CVE-2025-49655: TorchModuleWrapper",
      keras({
        module: "keras.layers",
        class_name: "TorchModuleWrapper",
        config: { module: "gASV" },
      }),
    ],
    [
      "CVE-2025-12058: a vocabulary that is a file",
      keras({
        module: "keras.layers",
        class_name: "StringLookup",
        config: { vocabulary: "/etc/passwd" },
      }),
    ],
    [
      "CVE-2025-12058: a vocabulary that is a URL",
      keras({
        module: "keras.layers",
        class_name: "StringLookup",
        config: { vocabulary: "http://169.254.169.254/x" },
      }),
    ],
    [
      "CVE-2026-1462: TFSMLayer",
      keras({ module: "keras.layers", class_name: "TFSMLayer", config: { filepath: "x" } }),
    ],
    [
      "CVE-2026-12481: Lambda below others",
      keras({
        module: "keras",
        class_name: "Functional",
        config: { layers: [{ module: "keras.layers", class_name: "Lambda", config: {} }] },
      }),
    ],
    ["builtins", keras({ module: "builtins", class_name: "function", config: "eval" })],
    [
      "a configuration that is no JSON",
      buildZip([
        { name: "metadata.json", data: "{}" },
        { name: "config.json", data: '{"class_name": "Lambda", ' },
      ]),
    ],
  ];
  test.each(found)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });

  test("layers, optimizers and functions of its own are silent", () => {
    const dense = {
      module: "keras.layers",
      class_name: "Dense",
      config: {
        activation: "relu",
        kernel_initializer: {
          module: "keras.initializers",
          class_name: "GlorotUniform",
          config: { seed: null },
        },
      },
      registered_name: null,
    };
    const loss = {
      module: "keras.losses",
      class_name: "function",
      config: "mean_squared_error",
      registered_name: "mean_squared_error",
    };
    const lookup = {
      module: "keras.layers",
      class_name: "StringLookup",
      config: { vocabulary: ["a", "b"] },
    };
    expect([dense, loss, lookup].flatMap((one) => actsIn(keras(one)))).toEqual([]);
  });
});

/** A saved model with operations in its graph and in a function of its library. */
function savedModel(nodes: readonly string[], library: readonly string[] = []): Buffer {
  const node = (op: string): Message => [
    [1, `n_${op}`],
    [2, op],
    [
      5,
      [
        [1, "dtype"],
        [2, [[6, 1]]],
      ],
    ],
  ];
  const graph: Message = [
    ...nodes.map((op) => [1, node(op)] as const),
    [2, [[1, [[1, [[1, "f"]]], ...library.map((op) => [3, node(op)] as const)]]]],
  ];
  return encode([
    [1, 1],
    [
      2,
      [
        [1, [[1, "meta"]]],
        [2, graph],
      ],
    ],
  ]);
}

describe("TensorFlow", () => {
  test.each([
    "PyFunc",
    "EagerPyFunc",
    "PyFuncStateless",
    "WriteFile",
    "ReadFile",
    "MatchingFiles",
    "TextLineDataset",
    "RemoteCall",
    "DebugIdentityV2",
  ])("%s in the graph", (op) => {
    expect(isFound(savedModel(["Const", op]))).toBe(true);
  });
  test("modelaudit #675: in the function library only", () => {
    expect(isFound(savedModel(["Const"], ["MatMul", "WriteFile"]))).toBe(true);
  });
  test("what every saved model has is silent", () => {
    expect(
      actsIn(
        savedModel(
          ["Const", "VarHandleOp", "RestoreV2", "PrintV2", "StatefulPartitionedCall"],
          ["MatMul"],
        ),
      ),
    ).toEqual([]);
  });
});

/** An ONNX model with one weight and one operator. */
function onnx({
  location = "",
  domain = "",
  inner,
}: { location?: string; domain?: string; inner?: Message } = {}): Buffer {
  const place: Message =
    location === ""
      ? []
      : [
          [
            13,
            [
              [1, "location"],
              [2, location],
            ],
          ],
          [14, 1],
        ];
  const weight: Message = [[1, 4], [2, 1], [8, "w"], ...place];
  const attribute: Message =
    inner === undefined
      ? []
      : [
          [
            5,
            [
              [1, "body"],
              [6, inner],
            ],
          ],
        ];
  const node: Message = [[1, "x"], [2, "y"], [4, "Op"], [7, domain], ...attribute];
  return encode([
    [1, 8],
    [2, "test"],
    [
      7,
      [
        [1, node],
        [2, "g"],
        [5, weight],
      ],
    ],
  ]);
}

describe("ONNX", () => {
  test.each([
    ["CVE-2022-25882", "../../etc/passwd"],
    ["CVE-2024-27318", "a/../../b"],
    ["CVE-2025-51480", "/root/.ssh/authorized_keys"],
    ["with backslashes", "..\\..\\x"],
    ["with a drive", "C:\\x"],
    ["a URL", "file:///etc/passwd"],
  ])("%s: data from %s", (_, location) => {
    expect(actsIn(onnx({ location }))).toContain("escapes");
  });
  test("in a graph of a node's attribute", () => {
    const inner: Message = [
      [
        5,
        [
          [8, "w"],
          [
            13,
            [
              [1, "location"],
              [2, "../x"],
            ],
          ],
        ],
      ],
    ];
    expect(actsIn(onnx({ inner }))).toContain("escapes");
  });
  test("operators of others", () => {
    expect(actsIn(onnx({ domain: "evil.ops" }))).toEqual(["names-unknown"]);
  });
  test("data beside the model and operators of ONNX are silent", () => {
    expect(actsIn(onnx({ location: "model.onnx.data", domain: "com.microsoft" }))).toEqual([]);
  });
});

describe("skops", () => {
  const schema = (node: unknown): Buffer =>
    buildZip([
      {
        name: "schema.json",
        data: JSON.stringify({
          __class__: "dict",
          __module__: "builtins",
          __loader__: "DictNode",
          content: { a: node },
        }),
      },
    ]);
  test.each([
    [
      "CVE-2025-54412",
      { __class__: "methodcaller", __module__: "operator", __loader__: "OperatorFuncNode" },
    ],
    ["CVE-2025-54413", { __class__: "system", __module__: "os", __loader__: "MethodNode" }],
    ["CVE-2024-37065", { __class__: "Popen", __module__: "subprocess", __loader__: "ObjectNode" }],
    ["a function by its name", { __class__: "f", __module__: "mine", __loader__: "FunctionNode" }],
  ])("%s", (_, node) => {
    expect(isFound(schema(node))).toBe(true);
  });
  test.each([
    ["calls-unknown", "evil", "X", "run"],
    ["calls-unknown", "sklearn.linear_model._logistic", "LogisticRegression", "_load"],
    ["runs", "sklearn.linear_model._logistic", "LogisticRegression", "__reduce__"],
  ])("CVE-2025-54413: a method by its name (%s: %s.%s.%s)", (kind, module, name, func) => {
    const obj = { __class__: name, __module__: module, __loader__: "JsonNode" };
    const node = { __class__: "method", __module__: "builtins", __loader__: "MethodNode" };
    expect(actsIn(schema({ ...node, content: { func, obj } }))).toEqual([kind]);
  });
  test("estimators are silent", () => {
    expect(
      actsIn(
        schema({
          __class__: "LogisticRegression",
          __module__: "sklearn.linear_model._logistic",
          __loader__: "ObjectNode",
        }),
      ),
    ).toEqual([]);
  });
});

/** A file with a header as safetensors has it. */
function safetensors(header: string, data = "aaaa"): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(Buffer.byteLength(header)));
  return Buffer.concat([length, Buffer.from(header), Buffer.from(data)]);
}
const tensor = (from: number, to: number, shape = 1): string =>
  `{"dtype":"F32","shape":[${shape}],"data_offsets":[${from},${to}]}`;

describe("safetensors", () => {
  test.each([
    ["tensors over each other", safetensors(`{"a":${tensor(0, 4)},"b":${tensor(2, 6)}}`, "aaaaaa")],
    ["a hole", safetensors(`{"a":${tensor(4, 8)}}`, "aaaaaaaa")],
    ["bytes behind the end", safetensors(`{"a":${tensor(0, 4)}}`, "aaaaPK")],
    ["a tensor behind the end", safetensors(`{"a":${tensor(0, 4)}}`, "aa")],
    ["a shape that needs more", safetensors(`{"a":${tensor(0, 4, 9)}}`)],
    ["a name twice", safetensors(`{"a":${tensor(0, 4)},"a":${tensor(0, 4)}}`)],
    ["a header that is no JSON", safetensors("{broken", "")],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test("a sound file is silent", () => {
    expect(actsIn(safetensors(`{"__metadata__":{"format":"pt"},"a":${tensor(0, 4)}}`))).toEqual([]);
  });
});

describe("GGUF", () => {
  const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
  const u64 = (value: bigint): Buffer => Buffer.from(BigUint64Array.of(value).buffer);
  const text = (value: string): Buffer =>
    Buffer.concat([u64(BigInt(value.length)), Buffer.from(value)]);
  const pair = (key: string, value: string): Buffer =>
    Buffer.concat([text(key), u32(8), text(value)]);
  const gguf = (keys: bigint, ...rest: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from("GGUF"), u32(3), u64(0n), u64(keys), ...rest]);
  test.each([
    [
      "CVE-2024-34359: a template",
      gguf(1n, pair("tokenizer.chat_template", "{{ x.__class__ }}")),
      "template",
    ],
    [
      "CVE-2024-34359: a named template",
      gguf(1n, pair("tokenizer.chat_template.tools", "{{ x.__class__ }}")),
      "template",
    ],
    ["CVE-2024-23605: a count of keys", gguf(1n << 40n), "contradicts"],
    ["CVE-2024-21802: a length of a text", gguf(1n, u64(1n << 62n)), "contradicts"],
    [
      "CVE-2025-53630: an array of arrays of arrays",
      gguf(1n, text("a"), u32(9), u32(9), u64(1n << 30n)),
      "contradicts",
    ],
    ["a key twice", gguf(2n, pair("a", "b"), pair("a", "c")), "contradicts"],
    ["an alignment of nothing", gguf(1n, text("general.alignment"), u32(4), u32(0)), "contradicts"],
  ] as const)("%s", (_, bytes, kind) => {
    expect(actsIn(bytes)).toContain(kind);
  });
  test("a template for a chat is silent", () => {
    expect(actsIn(gguf(1n, pair("tokenizer.chat_template", "{{ bos_token }}")))).toEqual([]);
  });
});

describe("archives", () => {
  const payload = calling("os", "system", "id");
  const found: readonly Case[] = [
    [
      "CVE-2025-1889: a member with any suffix",
      buildTorch({ "data.pkl": opcodes("\x80\x02N."), "config.p": payload }),
    ],
    [
      "CVE-2025-1944: names differ",
      buildZip([{ name: "m/data.pkl", data: payload, local: { name: "m/data.pkm" } }]),
    ],
    [
      "CVE-2025-1945: a flag says encrypted",
      buildZip([{ name: "m/data.pkl", data: payload, central: { flags: 1 } }]),
    ],
    [
      "CVE-2025-10156: a wrong checksum",
      buildZip([{ name: "m/data.pkl", data: payload, central: { crc: 1 }, local: { crc: 1 } }]),
    ],
    [
      "CVE-2024-5480: a member that only its own header lists",
      buildZip([
        { name: "m/version", data: "3" },
        { name: "m/data.pkl", data: payload, only: "local" },
      ]),
    ],
    [
      "CVE-2022-45907: TorchScript that reads a file",
      buildZip([
        { name: "m/data.pkl", data: "\x80\x02N." },
        {
          name: "m/code/__torch__/m.py",
          data: "def forward(self):\n  return torch.from_file('/etc/passwd')\n",
        },
      ]),
    ],
    ...["ops.aten.save(x, 'a')", "torch . save (x, 'a')", "ops.image.write_file('a', x)"].map(
      (call): Case => [
        `TorchScript: ${call}`,
        buildZip([
          { name: "m/data.pkl", data: "\x80\x02N." },
          { name: "m/code/__torch__/m.py", data: `def forward(self, x):\n  return ${call}\n` },
        ]),
      ],
    ),
    [
      "torch.package: Python to import",
      buildZip([
        { name: "p/data.pkl", data: "\x80\x02N." },
        { name: "p/.data/extern_modules", data: "" },
        { name: "p/mod.py", data: "import os\n" },
      ]),
    ],
    [
      "a library",
      buildZip([
        { name: "m/data.pkl", data: "\x80\x02N." },
        { name: "m/x.so", data: `\x7fELF${"\0".repeat(60)}` },
      ]),
    ],
    ["a path that leaves", buildZip([{ name: "../../x.pkl", data: "a" }])],
    [
      "an archive behind a pickle",
      Buffer.concat([opcodes("\x80\x02N."), buildZip([{ name: "m/data.pkl", data: payload }])]),
    ],
    [
      "an archive behind anything",
      Buffer.concat([
        Buffer.from("\0\x01\x02junk"),
        buildZip([{ name: "m/data.pkl", data: payload }]),
      ]),
    ],
    [
      "a pickle in a zip in a zip",
      buildZip([{ name: "a.zip", data: buildZip([{ name: "b.bin", data: payload }]) }]),
    ],
  ];
  test.each(found)("%s", (_, bytes) => {
    expect(isFound(bytes)).toBe(true);
  });
  test("a sound archive of PyTorch is silent", () => {
    expect(
      actsIn(
        buildTorch({ "data.pkl": opcodes("\x80\x02}q\0."), version: "3\n", "data/0": "aaaaaaaa" }),
      ),
    ).toEqual([]);
  });
});

/** A TensorFlow Lite model with one custom operator: tables before their texts, as FlatBuffers has them. */
function tflite(name: string): Buffer {
  const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);
  const u16 = (...values: readonly number[]): Buffer =>
    Buffer.from(Uint16Array.from(values).buffer);
  const text = Buffer.concat([u32(name.length), Buffer.from(`${name}\0`)]);
  // 0: root, identifier; 8: the virtual table of the model; 16: the model; 24: the vector;
  // 32: the virtual table of the operator; 40: the operator; 48: its name.
  return Buffer.concat([
    u32(16),
    Buffer.from("TFL3"),
    u16(8, 8, 0, 4),
    u32(8),
    u32(4),
    u32(1),
    u32(12),
    u16(8, 8, 0, 4),
    u32(8),
    u32(4),
    text,
  ]);
}

describe("TensorFlow Lite", () => {
  test.each(["FlexErf", "EvilOp"])("the operator %s", (name) => {
    expect(actsIn(tflite(name))).toEqual(["names-unknown"]);
  });
  test("operations of TensorFlow that reach out", () => {
    expect(actsIn(tflite("FlexPyFunc"))).toEqual(["runs"]);
    expect(actsIn(tflite("FlexReadFile"))).toEqual(["calls-unknown"]);
    expect(actsIn(tflite("FlexSaveV2"))).toEqual(["calls-unknown"]);
  });
  test("what MediaPipe brings is silent", () => {
    expect(actsIn(tflite("TFLite_Detection_PostProcess"))).toEqual([]);
  });
  test("an offset that leads nowhere", () => {
    expect(actsIn(tflite("x").subarray(0, 30))).toEqual(["contradicts"]);
  });
});

describe("a configuration as Python reads it", () => {
  const lambda = '{"class_name": "Lambda", "config": {}}';
  const skops = '{"__class__": "system", "__module__": "os", "__loader__": "FunctionNode"';
  const nested = `${'{"a":'.repeat(300)}${lambda}${"}".repeat(300)}`;
  test.each([
    ["Keras in UTF-16", "config.json", Buffer.from(lambda, "utf16le")],
    ["Keras with escapes", "config.json", Buffer.from(lambda.replace("_", "\\u005f"))],
    ["Keras, too deep to be followed", "config.json", Buffer.from(nested)],
    ["skops in UTF-16", "schema.json", Buffer.from(`${skops}}`, "utf16le")],
    ["skops with NaN", "schema.json", Buffer.from(`${skops}, "x": NaN}`)],
  ])("%s", (_, name, data) => {
    expect(isFound(buildZip([{ name, data }]))).toBe(true);
  });
});

test.each(["i4,O", "(2,)O", "1O", "\\x4f"])(
  "an array of NumPy of the type %s holds objects",
  (type) => {
    const header =
      `{'descr': '${type}', 'fortran_order': False, 'shape': (1,), }`.padEnd(117) + "\n";
    const bytes = Buffer.concat([opcodes("\x93NUMPY\x01\0v\0"), Buffer.from(header)]);
    expect(isFound(Buffer.concat([bytes, calling("os", "system", "id")]))).toBe(true);
  },
);

test("LZMA with a small dictionary, as joblib unpacks it", () => {
  const packed = Buffer.from(
    "5d00800000ffffffffffffffff0040010d36fc072837634969fc098014f87d53c88a888882c26781ffffff5a920000",
    "hex",
  );
  expect(isFound(packed)).toBe(true);
});
