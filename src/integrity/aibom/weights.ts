// What the headers of weights say: safetensors, GGUF, and indexes of shards.
import { readGguf } from "../../formats/gguf/read.ts";
import { readOnnxInterface } from "../../formats/onnx/interface.ts";
import { readSafetensors } from "../../formats/safetensors/header.ts";
import type { BaseModel, Contribution, FileRole, Property } from "./bill.ts";
import { cleanUrl, lineOf, nameOfFile, proseOf } from "./clean.ts";
import { propertiesOf } from "./config.ts";
import type { Folder } from "./folder.ts";
import { baseModelOf, isHubId } from "./hub.ts";
import { licenseOf } from "./licenses.ts";
import { at, defined, treeIn } from "./tree.ts";

const suffixes: Readonly<Record<Exclude<FileRole, "other">, RegExp>> = {
  weights:
    /\.(?:safetensors|gguf|ggml|bin|pt|pth|ckpt|onnx|onnx_data|h5|hdf5|keras|pb|tflite|pdparams|pdmodel|pdiparams|pkl|pickle|joblib|skops|npz|npy|msgpack|mlmodel|mlpackage|engine|plan|pte|ubj|cbm|nemo|llamafile|model|data-\d+-of-\d+)$/i,
  code: /\.(?:py|pyx|ipynb|js|ts|sh|c|cc|cpp|cu|so|dll|dylib|jinja)$/i,
  documentation: /\.(?:md|rst|pdf)$|(?:^|\/)(?:licen[cs]e|notice|use_policy|copying)[^/]*$/i,
  configuration: /\.(?:json|ya?ml|toml|ini|cfg|txt|conf|index)$|(?:^|\/)(?:MLmodel|Modelfile)$/i,
  data: /\.(?:csv|tsv|parquet|arrow|jsonl|wav|flac|png|jpe?g|zip|tar|gz)$/i,
};

/** What a file is for, by its name. */
export function roleOf(name: string): FileRole {
  for (const [role, pattern] of Object.entries(suffixes))
    if (pattern.test(name)) return role as FileRole;
  return "other";
}

const maxHeaders = 2000;
/** Of graphs, each of which has inputs and outputs of its own. */
const maxGraphs = 40;

/** Shards of one model are one model: their numbers add up. */
function safetensors(folder: Folder): Contribution | undefined {
  const names = folder.names.filter((name) => /\.safetensors$/i.test(name)).slice(0, maxHeaders);
  if (names.length === 0) return undefined;
  const elements = new Map<string, number>();
  const metadata = new Map<string, string>();
  let tensors = 0;
  for (const name of names) {
    const file = folder.bytes(name, readSafetensors);
    if (file === undefined) continue;
    const problem = file.problems.find(({ isBroken }) => isBroken);
    if (problem !== undefined) folder.warn(`${nameOfFile(name)}: ${problem.message}`);
    tensors += file.tensors;
    for (const [type, count] of file.elements)
      elements.set(type, (elements.get(type) ?? 0) + count);
    for (const [key, value] of file.metadata) if (!metadata.has(key)) metadata.set(key, value);
  }
  const types = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
  const total = types.reduce((sum, [, count]) => sum + count, 0);
  return {
    name: line(metadata.get("modelspec.title")),
    supplier: line(metadata.get("modelspec.author")),
    architecture: line(metadata.get("modelspec.architecture")),
    description: proseOf(metadata.get("modelspec.description") ?? ""),
    license: licenseOf({ license: metadata.get("modelspec.license") }),
    properties: [
      { name: "safetensors:files", value: String(names.length) },
      { name: "safetensors:tensors", value: String(tensors) },
      { name: "safetensors:elements", value: String(total) },
      ...types.slice(0, 30).map(([type, count]) => ({
        name: `safetensors:elements:${lineOf(type, 20) ?? "?"}`,
        value: String(count),
      })),
      ...optional("safetensors:format", line(metadata.get("format"))),
    ],
  };
}

function line(value: string | undefined): string | undefined {
  return value === undefined ? undefined : lineOf(value, 300);
}

function optional(name: string, value: string | undefined): readonly Property[] {
  return value === undefined ? [] : [{ name, value }];
}

/** `general.base_model.0.name` and what stands beside it. */
function ggufBases(texts: ReadonlyMap<string, string>): readonly BaseModel[] {
  const bases: BaseModel[] = [];
  for (let index = 0; index < 20; index++) {
    const key = (field: string): string | undefined =>
      line(texts.get(`general.base_model.${index}.${field}`));
    const url = cleanUrl(key("repo_url") ?? "");
    const hub = /^https:\/\/huggingface\.co\/([\w.-]+\/[\w.-]+)$/.exec(url ?? "")?.[1];
    const name = hub ?? key("name");
    if (name === undefined) break;
    const revision = key("version");
    bases.push(
      hub !== undefined && isHubId(hub)
        ? baseModelOf(hub, { relation: "quantized", revision })
        : defined<BaseModel>({ name, relation: "quantized", version: revision, url }),
    );
  }
  return bases;
}

function gguf(folder: Folder): readonly Contribution[] {
  const names = folder.names.filter((name) => /\.gguf$/i.test(name)).slice(0, maxHeaders);
  const files = names.flatMap((name) => {
    const file = folder.bytes(name, readGguf);
    if (file === undefined) return [];
    const [problem] = file.problems;
    if (problem !== undefined) folder.warn(`${nameOfFile(name)}: ${problem}`);
    return [{ ...file, whole: name.replace(/-\d{5}-of-\d{5}(?=\.gguf$)/i, "") }];
  });
  // Several are the same model in several sizes; the first speaks for all, with its own shards.
  return files.slice(0, 1).flatMap((file) => {
    const shards = files.filter(({ whole }) => whole === file.whole);
    const tensors = shards.reduce((sum, each) => sum + each.tensors, 0);
    const elements = shards.reduce<number | undefined>(
      (sum, each) =>
        sum === undefined || each.elements === undefined ? undefined : sum + each.elements,
      0,
    );
    const { texts, numbers } = file;
    const general = (key: string): string | undefined => line(texts.get(`general.${key}`));
    const family = general("architecture");
    const context = numbers.get(`${family}.context_length`);
    const kind = numbers.get("general.file_type");
    const website = cleanUrl(general("url") ?? general("repo_url") ?? "");
    return [
      defined<Contribution>({
        name: general("name") ?? general("basename"),
        version: general("version"),
        supplier: general("organization") ?? general("author"),
        description: proseOf(texts.get("general.description") ?? ""),
        family,
        license: licenseOf({
          license: texts.get("general.license"),
          name: texts.get("general.license.name"),
          link: texts.get("general.license.link"),
        }),
        baseModels: ggufBases(texts),
        references: website === undefined ? [] : [{ kind: "website", url: website }],
        hyperparameters: [
          ...optional("context_length", context === undefined ? undefined : String(context)),
        ],
        properties: [
          { name: "gguf:version", value: String(file.version) },
          { name: "gguf:tensors", value: String(tensors) },
          ...optional("gguf:elements", elements === undefined ? undefined : String(elements)),
          ...optional("gguf:file-type", kind === undefined ? undefined : String(kind)),
          ...optional("gguf:size-label", general("size_label")),
          ...optional("gguf:quantized-by", general("quantized_by")),
          { name: "tokenizer:chat-template", value: String(texts.has("tokenizer.chat_template")) },
        ],
      }),
    ];
  });
}

function shards(folder: Folder): readonly Contribution[] {
  return folder.names
    .filter((name) => /(?:^|\/)[^/]*\.(?:safetensors|bin)\.index\.json$/i.test(name))
    .slice(0, 20)
    .map((name) => ({
      properties: propertiesOf(at(treeIn(folder, name), "metadata"), {
        prefix: "shards:",
        keys: ["total_size", "total_parameters"],
      }),
    }));
}

/** Parts of one model, or the same one in several sizes: what they take and give is put together. */
function onnx(folder: Folder): readonly Contribution[] {
  const names = folder.names.filter((name) => /\.onnx$/i.test(name)).slice(0, maxGraphs);
  return names.flatMap((name) => {
    const file = folder.bytes(name, readOnnxInterface);
    if (file === undefined) return [];
    if (file.isBroken) folder.warn(`${nameOfFile(name)}: it is no whole ONNX model`);
    const texts = (list: readonly string[]): readonly string[] =>
      list.flatMap((each) => lineOf(each, 300) ?? []);
    return [
      {
        inputs: texts(file.inputs),
        outputs: texts(file.outputs),
        properties: [
          ...optional("onnx:producer", line(file.producer)),
          ...optional("onnx:ir-version", file.irVersion?.toString()),
          ...optional("onnx:opset", file.opset?.toString()),
        ],
      },
    ];
  });
}

/** Reads the headers of all weights. */
export function readWeights(folder: Folder): readonly Contribution[] {
  return [safetensors(folder) ?? [], gguf(folder), onnx(folder), shards(folder)].flat();
}
