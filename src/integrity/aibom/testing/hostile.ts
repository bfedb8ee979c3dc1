import type { Files } from "./folders.ts";

const text = (content: string): Buffer => Buffer.from(content);
const weights = { "model.bin": Buffer.from("x") };

const bomb = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"];
for (let level = 1; level < 12; level++)
  bomb.push(
    `a${level}: &a${level} [${Array.from({ length: 10 }, () => `*a${level - 1}`).join(",")}]`,
  );

const card = (front: string): Files => ({
  "README.md": text(`---\n${front}\n---\n# M\n`),
  ...weights,
});

/** Folders whose makers want a reader to fall. */
export const hostileFolders: Readonly<Record<string, Files>> = {
  "alias-bomb": card(`${bomb.join("\n")}\ntags: *a11\nlicense: mit`),
  "not-yaml": card("license: [mit\n\t: : :"),
  "deep-yaml": card(`tags: ${"[".repeat(5000)}${"]".repeat(5000)}`),
  "open-front-matter": { "README.md": text("---\nlicense: mit\n# never closed\n"), ...weights },
  "wrong-types": card(
    "license: {a: b}\ntags: 5\ndatasets: {x: [1]}\nbase_model: {a: b}\nmodel-index: text\nlanguage: 3\nco2_eq_emissions: [1, 2]",
  ),
  "wrong-index": card(
    "model-index:\n- results:\n  - metrics: 5\n  - dataset: 4\n    metrics: [{value: {a: 1}, type: x}, {type: [1]}, {type: wer, value: [1, 2]}]",
  ),
  "control-characters": card(
    'license: "mi\\u001b[31mt"\nmodel_name: "a\\u202eb\\u0000c\\u200bd"\ntags: ["\\ud800", "\\u001b]0;x\\u0007"]\ndatasets: ["http://u:p@h/x y"]',
  ),
  "long-texts": card(`model_name: ${"n".repeat(100_000)}\ntags: [${"t".repeat(50_000)}]`),
  "many-tags": card(`tags: [${Array.from({ length: 20_000 }, (_, at) => `t${at}`).join(",")}]`),
  "prototype-names": {
    ...card(
      "__proto__: {x: 1}\nconstructor: y\ntags: [__proto__, constructor]\ndatasets: [__proto__]",
    ),
    "config.json": text(
      '{"__proto__": {"model_type": "x"}, "constructor": 1, "model_type": "toString"}',
    ),
    "requirements.txt": text("__proto__==1\nconstructor==2\n"),
  },
  "deep-json": {
    "config.json": text(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`),
    ...weights,
  },
  "broken-json": {
    "config.json": text('{"architectures": ["A", "model_type'),
    "adapter_config.json": text("null"),
    "model_index.json": text("[]"),
    "modules.json": text("{}"),
    "metadata.json": text('"x"'),
    "tokenizer_config.json": Buffer.from([0xff, 0xfe, 0x00]),
    MLmodel: text("flavors: [1, 2]\nsignature: 5\nutc_time_created: yesterday\n"),
    "croissant.json": text('{"@type": "Dataset", "distribution": 5, "license": {"url": 5}}'),
    "conda.yaml": text("dependencies: {pip: x}\n"),
    "pyproject.toml": text("[project\ndependencies = [\n"),
    ...weights,
  },
  "broken-weights": {
    "model.safetensors": Buffer.from([255, 255, 255, 255, 255, 255, 255, 127, 1, 2]),
    "model.gguf": Buffer.from("GGUF\u0003\u0000\u0000\u0000\u00ff", "latin1"),
    "empty.gguf": Buffer.alloc(0),
    "empty.safetensors": Buffer.alloc(0),
  },
  "hostile-addresses": {
    ...card(
      'license: other\nlicense_link: "javascript:alert(1)"\nbase_model: "../../etc/passwd"\ndatasets: ["https://user:hunter2@example.com/d?access_token=abc"]',
    ),
    "croissant.json": text(
      JSON.stringify({
        "@type": "Dataset",
        name: "d",
        url: "file:///etc/passwd",
        license: "https://u:hunter2@example.com/l?sig=abc#x",
        distribution: [
          {
            name: "f",
            contentUrl: "https://u:hunter2@example.com/a b|c^d?X-Amz-Signature=1",
            sha256: "zz",
          },
        ],
      }),
    ),
  },
  "hostile-requirements": {
    "requirements.txt": text(
      `${"a".repeat(200_000)}\n-e git+https://u:hunter2@example.com/x#egg=y\nx @ https://u:hunter2@example.com/x.whl\n==5\n;;\n${"(".repeat(5000)}\nz==1.0; python_version<'3'\n`,
    ),
    ...weights,
  },
};
