// What transformers, diffusers, sentence-transformers, PEFT and Keras write beside the weights.
import type { TreeNode } from "../../formats/setting/tree.ts";
import type { Contribution, Property } from "./bill.ts";
import type { Folder } from "./folder.ts";
import { baseModelOf, isHubId } from "./hub.ts";
import { exactly } from "./packages.ts";
import { at, defined, pairsOf, textOf, textsOf, treeIn } from "./tree.ts";

/** The settings of a network that say how large it is and what it takes. */
const sizes = [
  "hidden_size",
  "num_hidden_layers",
  "num_attention_heads",
  "num_key_value_heads",
  "intermediate_size",
  "vocab_size",
  "max_position_embeddings",
  "torch_dtype",
  "dtype",
  "image_size",
  "num_labels",
];

/** Values of some keys as properties. */
export function propertiesOf(
  node: TreeNode | undefined,
  { prefix, keys }: { readonly prefix: string; readonly keys: readonly string[] },
): readonly Property[] {
  return keys.flatMap((key) => {
    const value = textOf(at(node, key), 300);
    return value === undefined ? [] : [{ name: `${prefix}${key}`, value }];
  });
}

/** What a class of transformers is for, by the end of its name. */
const tasks: readonly (readonly [RegExp, string])[] = [
  [/ForCausalLM$|LMHeadModel$/, "text-generation"],
  [/ForMaskedLM$/, "fill-mask"],
  [/ForSequenceClassification$/, "text-classification"],
  [/ForTokenClassification$/, "token-classification"],
  [/ForQuestionAnswering$/, "question-answering"],
  [/ForConditionalGeneration$/, "text2text-generation"],
  [/ForImageClassification$/, "image-classification"],
  [/ForObjectDetection$/, "object-detection"],
  [/ForSpeechSeq2Seq$|ForCTC$/, "automatic-speech-recognition"],
];

function transformers(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "config.json");
  if (tree === undefined) return undefined;
  const classes = textsOf(at(tree, "architectures"));
  const architecture = classes[0] ?? textOf(at(tree, "class_name"));
  const quantization = at(tree, "quantization_config");
  const version = textOf(at(tree, "transformers_version"), 100);
  const family = textOf(at(tree, "model_type"));
  return defined<Contribution>({
    family: family ?? textOf(at(tree, "_class_name")),
    architecture,
    task: tasks.find(([end]) => classes.some((each) => end.test(each)))?.[1],
    hyperparameters: propertiesOf(tree, { prefix: "", keys: sizes }),
    dependencies: [
      ...exactly("transformers", version, "config.json"),
      ...exactly("diffusers", textOf(at(tree, "_diffusers_version"), 100), "config.json"),
    ],
    properties: [
      ...propertiesOf(quantization, {
        prefix: "quantization:",
        keys: ["quant_method", "bits", "group_size", "load_in_8bit", "load_in_4bit"],
      }),
      ...pairsOf(at(tree, "auto_map")).flatMap(({ key, value }) => {
        const code = textOf(value);
        return code === undefined ? [] : [{ name: `remote-code:${key}`, value: code }];
      }),
    ],
  });
}

function diffusers(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "model_index.json");
  const architecture = textOf(at(tree, "_class_name"));
  if (architecture === undefined) return undefined;
  const parts = pairsOf(tree).filter(({ key }) => !key.startsWith("_"));
  return defined<Contribution>({
    family: "diffusion",
    architecture,
    dependencies: exactly(
      "diffusers",
      textOf(at(tree, "_diffusers_version"), 100),
      "model_index.json",
    ),
    properties: parts.flatMap(({ key, value }) => {
      const names = textsOf(value);
      return names.length < 2 ? [] : [{ name: `part:${key}`, value: names.join(" ") }];
    }),
  });
}

function sentenceTransformers(folder: Folder): Contribution | undefined {
  const file = "config_sentence_transformers.json";
  const tree = treeIn(folder, file);
  const modules = treeIn(folder, "modules.json");
  if (at(tree, "__version__") === undefined && modules?.kind !== "list") return undefined;
  const versions = at(tree, "__version__");
  const version = (name: string): string | undefined => textOf(at(versions, name), 100);
  const types =
    modules?.kind === "list" ? modules.items.map((item) => textOf(at(item, "type"))) : [];
  return defined<Contribution>({
    task: "sentence-similarity",
    dependencies: [
      ...exactly("sentence-transformers", version("sentence_transformers"), file),
      ...exactly("transformers", version("transformers"), file),
      ...exactly("torch", version("pytorch"), file),
    ],
    outputs: ["embedding"],
    properties: types
      .slice(0, 20)
      .flatMap((type, index) =>
        type === undefined ? [] : [{ name: `module:${index}`, value: type }],
      ),
  });
}

function adapter(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "adapter_config.json");
  if (tree === undefined) return undefined;
  const base = textOf(at(tree, "base_model_name_or_path"));
  const revision = textOf(at(tree, "revision"), 100);
  // A path on the machine of whoever trained it names nobody's model.
  const isNamed = base !== undefined && isHubId(base);
  const settings = ["r", "lora_alpha", "lora_dropout", "bias", "task_type", "use_dora"];
  return defined<Contribution>({
    architecture: textOf(at(tree, "peft_type")),
    baseModels: isNamed ? [baseModelOf(base, { relation: "adapter", revision })] : [],
    dependencies: exactly("peft", textOf(at(tree, "peft_version"), 100), "adapter_config.json"),
    hyperparameters: [
      ...propertiesOf(tree, { prefix: "adapter:", keys: settings }),
      ...targets(textsOf(at(tree, "target_modules"))),
    ],
    warnings:
      base === undefined || isNamed
        ? []
        : ["adapter_config.json: its base model is a path of the machine that made it"],
  });
}

function targets(modules: readonly string[]): readonly Property[] {
  const value = modules.toSorted().join(" ").slice(0, 500);
  return value === "" ? [] : [{ name: "adapter:target_modules", value }];
}

function keras(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "metadata.json");
  const version = textOf(at(tree, "keras_version"), 100);
  if (version === undefined) return undefined;
  return {
    dependencies: exactly("keras", version, "metadata.json"),
    properties: propertiesOf(tree, { prefix: "keras:", keys: ["date_saved"] }),
  };
}

function tokenizer(folder: Folder): Contribution | undefined {
  const tree = treeIn(folder, "tokenizer_config.json");
  if (tree === undefined) return undefined;
  const hasTemplate =
    at(tree, "chat_template") !== undefined || folder.names.includes("chat_template.jinja");
  return {
    properties: [
      ...propertiesOf(tree, {
        prefix: "tokenizer:",
        keys: ["tokenizer_class", "model_max_length"],
      }),
      { name: "tokenizer:chat-template", value: String(hasTemplate) },
    ],
  };
}

/** Reads the configurations of a folder, what says most first. */
export function readConfigs(folder: Folder): readonly Contribution[] {
  return [adapter, sentenceTransformers, diffusers, transformers, keras, tokenizer].flatMap(
    (read) => read(folder) ?? [],
  );
}
