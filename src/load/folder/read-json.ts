// What JSON beside a model says of the other files: transformers/dynamic_module_utils.py,
// diffusers/pipelines/pipeline_loading_utils.py, sentence_transformers/base, the index of
// huggingface_hub/serialization.
import {
  entriesOf,
  entry,
  itemsOf,
  scalar,
  type Entry,
  type TreeNode,
} from "../../formats/setting/tree.ts";
import type { ReadWord } from "./word.ts";

type ReadMention = ReadWord["mentions"][number];

const maxMentions = 20_000;
const maxDepth = 8;
const indexName = /\.index(?:\.[\w-]+)?\.json$/;
const configName = /(?:config|modules|model_index)\.json$/;

/** What a JSON file says of its folder; undefined where it says nothing. */
export function wordOfJson(path: string, roots: readonly TreeNode[]): ReadWord | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const [root] = roots;
  if (root === undefined) return undefined;
  if (indexName.test(name)) return indexWord(root);
  if (!configName.test(name)) return undefined;
  if (name === "modules.json") return modulesWord(root);
  if (root.kind !== "map") return undefined;
  if (name === "model_index.json") return pipelineWord(root);
  const mentions = autoMaps(root);
  const about = aboutConfig(name, root);
  return about === undefined && mentions.length === 0 ? undefined : { ...about, mentions };
}

function text(node: TreeNode | undefined): string | undefined {
  const value = scalar(node);
  return value === undefined || value.value === "" || value.value === "null"
    ? undefined
    : value.value;
}

/** Shards of weights: each is named once, where it is named first. */
function indexWord(root: TreeNode): ReadWord | undefined {
  const map = entry(root, "weight_map");
  if (map?.kind !== "map") return undefined;
  const mentions = new Map<string, ReadMention>();
  for (const { value } of map.entries) {
    const shard = text(value);
    if (shard === undefined || mentions.has(shard) || mentions.size >= maxMentions) continue;
    mentions.set(shard, { role: "shard", key: "weight_map", name: shard, at: value });
  }
  return { layout: "index", mentions: [...mentions.values()] };
}

function aboutConfig(name: string, root: TreeNode): Omit<ReadWord, "mentions"> | undefined {
  if (name === "adapter_config.json") {
    if (text(entry(root, "peft_type")) === undefined) return undefined;
    const base = text(entry(root, "base_model_name_or_path"));
    return { layout: "adapter", title: base === undefined ? undefined : `for ${base}` };
  }
  if (name !== "config.json") return undefined;
  const [architecture] = itemsOf(entry(root, "architectures"));
  const title = text(architecture) ?? text(entry(root, "model_type"));
  if (title !== undefined) return { layout: "transformers", title };
  const part = text(entry(root, "_class_name"));
  const isDiffusers = entry(root, "_diffusers_version") !== undefined;
  return isDiffusers && part !== undefined ? { layout: "diffusers", title: part } : undefined;
}

/** `auto_map`, wherever it stands: parts of a model have configurations in its own. */
function autoMaps(root: TreeNode): readonly ReadMention[] {
  const mentions: ReadMention[] = [];
  const stack = [{ node: root, path: "", depth: 0 }];
  while (stack.length > 0 && mentions.length < maxMentions) {
    const { node, path, depth } = stack.pop()!;
    if (node.kind !== "map" || depth > maxDepth) continue;
    for (const { key, value } of node.entries) {
      const inside = path === "" ? key : `${path}.${key}`;
      if (key === "auto_map") mentions.push(...autoMap(inside, value));
      else if (value.kind === "map") stack.push({ node: value, path: inside, depth: depth + 1 });
    }
  }
  return mentions;
}

function autoMap(key: string, map: TreeNode): readonly ReadMention[] {
  return entriesOf(map).flatMap(({ key: auto, value }: Entry) =>
    [value, ...itemsOf(value)].flatMap((each) => {
      const named = text(each);
      // `other/repository--module.Class` is spoken of by itself.
      if (named === undefined || named.includes("--")) return [];
      return moduleOf(`${key}.${auto}`, { named, at: each });
    }),
  );
}

/** `modeling_x.XModel` is a class of `modeling_x.py`. */
function moduleOf(
  key: string,
  { named, at }: { readonly named: string; readonly at: TreeNode },
): readonly ReadMention[] {
  const cut = named.lastIndexOf(".");
  if (cut <= 0) return [];
  const module = named.slice(0, cut);
  const name = `${module.includes("/") ? module : module.replaceAll(".", "/")}.py`;
  return [{ role: "code", key, name, symbol: named.slice(cut + 1), at }];
}

/** Parts of a pipeline, each a library and a class; where the folder of a part has that file, it is that. */
function pipelineWord(root: TreeNode): ReadWord | undefined {
  const of = entry(root, "_class_name");
  if (of === undefined) return undefined;
  const mentions: ReadMention[] = [];
  for (const { key, value } of entriesOf(root)) {
    const [library, name] = itemsOf(value).map(text);
    if (library === undefined || name === undefined || /[^\w.]/.test(library)) continue;
    const isOwn = key === "_class_name";
    if (!isOwn && key.startsWith("_")) continue;
    mentions.push({
      role: "code",
      key,
      name: isOwn ? `${library}.py` : `${key}/${library}.py`,
      symbol: name,
      isOptional: !isOwn,
      at: value,
    });
  }
  const [, own] = itemsOf(of).map(text);
  return { layout: "diffusers", title: text(of) ?? own, mentions };
}

/** Modules of sentence-transformers, imported by the name of their class. */
function modulesWord(root: TreeNode): ReadWord | undefined {
  const types = itemsOf(root).flatMap((item, index) => {
    const type = entry(item, "type");
    const named = text(type);
    return named === undefined || type === undefined ? [] : [{ named, at: type, index }];
  });
  if (types.length === 0) return undefined;
  const mentions = types
    .filter(({ named }) => !named.startsWith("sentence_transformers."))
    .slice(0, maxMentions)
    .flatMap(({ named, at, index }) => moduleOf(`${index}.type`, { named, at }))
    .map((mention) => ({ ...mention, role: "module" as const }));
  return { layout: "sentence-transformers", mentions };
}
