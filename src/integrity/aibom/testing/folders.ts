import { onnxOf } from "../../../formats/onnx/testing/onnx.ts";
import { ggufOf, safetensorsOf } from "./bytes.ts";
import { hostileFolders } from "./hostile.ts";

/** Files of a folder by their names. */
export type Files = Readonly<Record<string, Buffer>>;

export const text = (content: string): Buffer => Buffer.from(content);
export const json = (content: unknown): Buffer => Buffer.from(JSON.stringify(content));

const weights = safetensorsOf(
  { "a.weight": ["F32", [4, 4]], "b.weight": ["F16", [2, 8]] },
  { format: "pt" },
);

/** A model card that says everything a card can. */
export const fullCard = `---
license: apache-2.0
license_link: https://example.com/LICENSE
language: [en, de]
library_name: transformers
pipeline_tag: text-classification
tags: [sentiment, bert]
datasets: [stanfordnlp/imdb, glue]
base_model: google-bert/bert-base-uncased
base_model_relation: finetune
co2_eq_emissions: {emissions: 120.5, source: codecarbon, training_type: fine-tuning, hardware_used: 1 x A100}
model-index:
- name: movie-sentiment
  results:
  - task: {type: text-classification, name: Text Classification}
    dataset: {name: IMDB, type: stanfordnlp/imdb, config: plain, split: test, revision: abc123}
    metrics:
    - {type: accuracy, value: 0.931, name: Accuracy}
    - {type: f1, value: 0.929}
---
# Movie sentiment

Tells whether a film review is kind. See [the paper](https://arxiv.org/abs/1810.04805).

## Intended uses & limitations

For reviews of films in English.

## Limitations

It knows no irony.

## Bias

Reviews are mostly of American films.

## Training data

50,000 reviews from IMDB.
`;

const bertConfig = {
  architectures: ["BertForSequenceClassification"],
  model_type: "bert",
  hidden_size: 768,
  num_hidden_layers: 12,
  vocab_size: 30522,
  torch_dtype: "float32",
  transformers_version: "4.46.1",
};

const croissant = {
  "@context": { "@vocab": "https://schema.org/", cr: "http://mlcommons.org/croissant/" },
  "@type": "sc:Dataset",
  conformsTo: "http://mlcommons.org/croissant/1.0",
  name: "reviews",
  description: "Reviews of films.",
  license: "https://creativecommons.org/licenses/by/4.0/",
  url: "https://user:secret@example.com/reviews?token=abc&page=1",
  creator: { "@type": "Organization", name: "Example Lab" },
  version: "1.2.0",
  datePublished: "2026-01-02",
  "rai:personalSensitiveInformation": ["Names of reviewers"],
  "rai:dataCollection": "Collected from a forum.",
  "rai:dataBiases": "American films prevail.",
  distribution: [
    {
      "@type": "cr:FileObject",
      "@id": "reviews.csv",
      name: "reviews.csv",
      contentUrl: "https://example.com/reviews.csv",
      encodingFormat: "text/csv",
      sha256: "ab".repeat(32),
    },
  ],
  recordSet: [{ "@type": "cr:RecordSet", name: "reviews" }],
};

const mlmodel = `artifact_path: model
flavors:
  python_function:
    env: {conda: conda.yaml, virtualenv: python_env.yaml}
    loader_module: mlflow.sklearn
    model_path: model.pkl
    python_version: 3.11.4
  sklearn: {pickled_model: model.pkl, serialization_format: cloudpickle, sklearn_version: 1.5.2}
mlflow_version: 2.17.0
model_uuid: 0a1b2c3d4e5f
run_id: 5f6e7d8c9b0a
signature:
  inputs: '[{"type": "double", "name": "age"}, {"type": "string", "name": "city"}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
utc_time_created: '2026-03-04 05:06:07.123456'
metadata: {team: risk}
`;

const condaYaml = `channels: [conda-forge]
dependencies:
- python=3.11.4
- pip<=24
- pip:
  - scikit-learn==1.5.2
  - numpy>=1.26,<3
`;

/** Folders of models of every kind, and of every kind of trouble. */
/** The MIT License, of somebody. */
export const mit = (holder: string): Buffer =>
  text(`MIT License

Copyright (c) 2024 ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`);

/** What the Hub writes where nobody has filled in a card. */
const templateCard = `---
library_name: transformers
tags: []
---

# Model Card for Model ID

<!-- Provide a quick summary of what the model is/does. -->

## Model Details

### Model Description

<!-- Provide a longer summary of what this model is. -->

This is the model card of a 🤗 transformers model that has been pushed on the Hub. This model card has been automatically generated.

- **Developed by:** [More Information Needed]
- **Funded by [optional]:** [More Information Needed]
- **License:** {{ license | default("[More Information Needed]", true) }}

## Uses

### Direct Use

[More Information Needed]

## Bias, Risks, and Limitations

[More Information Needed]

### Recommendations

Users (both direct and downstream) should be made aware of the risks, biases and limitations of the model. More information needed for further recommendations.
`;

export const modelFolders: Readonly<Record<string, Files>> = {
  transformers: {
    "README.md": text(fullCard),
    "config.json": json(bertConfig),
    "tokenizer_config.json": json({ tokenizer_class: "BertTokenizer", model_max_length: 512 }),
    "model.safetensors": weights,
    "requirements.txt": text(
      "torch==2.5.1+cu124\nnumpy >= 1.0, < 2\n-r base.txt\ntransformers[torch]\n",
    ),
    LICENSE: text("Apache License\n"),
    "SECURITY.md": text("# Security\n"),
  },
  "no-card": { "config.json": json(bertConfig), "model.safetensors": weights },
  "only-weights": { "model.safetensors": weights },
  sharded: {
    "model-00001-of-00002.safetensors": weights,
    "model-00002-of-00002.safetensors": weights,
    "model.safetensors.index.json": json({ metadata: { total_size: 192 }, weight_map: {} }),
    "config.json": json({
      ...bertConfig,
      model_type: "llama",
      architectures: ["LlamaForCausalLM"],
    }),
  },
  gguf: {
    "tiny-q4.gguf": ggufOf({
      "general.architecture": "llama",
      "general.name": "Tiny",
      "general.organization": "Example Lab",
      "general.license": "llama3",
      "general.license.link": "https://example.com/llama3",
      "general.file_type": 15,
      "llama.context_length": 4096,
      "general.base_model.0.name": "Tiny base",
      "general.base_model.0.repo_url": "https://huggingface.co/example/tiny-base",
      "tokenizer.chat_template": "{{ messages }}",
    }),
    "tiny-q8.gguf": ggufOf({ "general.architecture": "llama" }),
  },
  "gguf-shards": {
    "tiny-00001-of-00002.gguf": ggufOf({ "general.architecture": "llama" }, [[4, 8]]),
    "tiny-00002-of-00002.gguf": ggufOf({}, [[16], [2, 2, 2]]),
    "tiny-q8.gguf": ggufOf({ "general.architecture": "llama" }, [[1000]]),
  },
  "onnx-graph": {
    "onnx/model.onnx": onnxOf({
      producer: "pytorch",
      opset: 17,
      inputs: [["input_ids", 7, ["batch", 128]]],
      outputs: [["logits", 1, ["batch", 2]]],
    }),
    "onnx/broken.onnx": text("no model"),
  },
  spacy: {
    "meta.json": json({
      lang: "en",
      name: "core_web_sm",
      version: "3.7.1",
      description: "English pipeline optimized for CPU.",
      author: "Explosion",
      email: "contact@explosion.ai",
      url: "https://user:hunter2@explosion.ai/",
      license: "MIT",
      spacy_version: ">=3.7.2,<3.8.0",
      pipeline: ["tok2vec", "ner"],
      performance: { ents_f: 0.845, speed: null, ents_per_type: { ORG: { f: 0.8 } } },
      requirements: ["spacy-curated>=0.2"],
      sources: [
        {
          name: "OntoNotes 5",
          url: "https://catalog.example/LDC2013T19",
          license: "commercial",
          author: "LDC",
        },
        {
          name: "ClearNLP",
          url: "",
          license: "Citation provided for reference, no code",
          author: "Emory",
        },
      ],
    }),
    "config.cfg": text("[nlp]\nlang = en\n"),
  },
  "git-requirements": {
    "requirements.txt": text(
      [
        "git+https://user:hunter2@github.com/HuggingFace/Transformers.git@0123456789abcdef0123456789abcdef01234567",
        "peft @ git+https://github.com/huggingface/peft@main",
        "-e git+ssh://git@github.com/example/tools.git#egg=our_tools&subdirectory=python",
        "git+https://git.example.com/team/thing.git@v1.2#egg=thing",
        "git+file:///home/me/secret",
        "torch==2.5.1",
        "",
      ].join("\n"),
    ),
  },
  "licence-only": { "model.safetensors": weights, LICENSE: mit("Example Lab") },
  "template-card": { "README.md": text(templateCard), "model.safetensors": weights },
  lora: {
    "README.md": text(
      "---\nbase_model: meta-llama/Llama-3.1-8B\nlibrary_name: peft\nlicense: llama3.1\n---\n",
    ),
    "adapter_config.json": json({
      base_model_name_or_path: "meta-llama/Llama-3.1-8B",
      revision: "0123456789abcdef0123456789abcdef01234567",
      peft_type: "LORA",
      r: 16,
      lora_alpha: 32,
      target_modules: ["q_proj", "v_proj"],
      task_type: "CAUSAL_LM",
    }),
    "adapter_model.safetensors": weights,
  },
  "lora-local-base": {
    "adapter_config.json": json({
      base_model_name_or_path: "/home/me/models/llama",
      peft_type: "LORA",
    }),
    "adapter_model.safetensors": weights,
  },
  "sentence-transformers": {
    "README.md": text("---\npipeline_tag: sentence-similarity\nlicense: mit\n---\n# Embeddings\n"),
    "modules.json": json([
      { idx: 0, name: "0", path: "", type: "sentence_transformers.models.Transformer" },
    ]),
    "config_sentence_transformers.json": json({
      __version__: { sentence_transformers: "3.3.0", transformers: "4.46.1", pytorch: "2.5.1" },
    }),
    "model.safetensors": weights,
  },
  diffusers: {
    "README.md": text("---\nlicense: creativeml-openrail-m\npipeline_tag: text-to-image\n---\n"),
    "model_index.json": json({
      _class_name: "StableDiffusionPipeline",
      _diffusers_version: "0.31.0",
      unet: ["diffusers", "UNet2DConditionModel"],
      safety_checker: [null, null],
    }),
    "unet/diffusion_pytorch_model.safetensors": weights,
    "unet/config.json": json({ _class_name: "UNet2DConditionModel" }),
  },
  mlflow: {
    MLmodel: text(mlmodel),
    "conda.yaml": text(condaYaml),
    "requirements.txt": text("mlflow==2.17.0\nscikit-learn==1.5.1\n"),
    "model.pkl": Buffer.from([0x80, 4, 0x4e, 0x2e]),
  },
  keras: {
    "metadata.json": json({ keras_version: "3.6.0", date_saved: "2026-01-01@00:00:00" }),
    "config.json": json({ module: "keras", class_name: "Functional" }),
    "model.weights.h5": Buffer.from("\u0089HDF\r\n\u001a\n", "latin1"),
  },
  onnx: {
    "README.md": text("# ONNX model\n\nTells cats from dogs.\n"),
    "model.onnx": Buffer.from([8, 8]),
  },
  croissant: {
    "croissant.json": json(croissant),
    "reviews.csv": text("a,b\n"),
    "model.safetensors": weights,
  },
  "croissant-and-card": {
    "README.md": text(
      "---\ndatasets: [reviews]\nlicense: other\nlicense_name: my-licence\nlicense_link: https://me:pw@example.com/l\n---\n",
    ),
    "croissant.json": json(croissant),
    "model.safetensors": weights,
  },
  pyproject: {
    "pyproject.toml": text(
      '[project]\nname = "m"\ndependencies = ["torch==2.5.1", "numpy>=1"]\n[tool.poetry.dependencies]\npython = "^3.11"\nPillow = "11.0.0"\nrequests = {version = "^2.0"}\n',
    ),
    "model.pt": Buffer.from("PK"),
  },
  merge: {
    "README.md": text(
      "---\nbase_model: [a/b, c/d]\nlicense: [mit, apache-2.0]\nmerged_models: true\n---\n",
    ),
    "model.safetensors": weights,
  },
  gptq: {
    "config.json": json({
      ...bertConfig,
      quantization_config: { quant_method: "gptq", bits: 4, group_size: 128 },
    }),
    "model.safetensors": weights,
  },
  "remote-code": {
    "config.json": json({ ...bertConfig, auto_map: { AutoModel: "modeling.Custom" } }),
    "modeling.py": text("class Custom: pass\n"),
    "pytorch_model.bin": Buffer.from("PK"),
  },
  modelspec: {
    "model.safetensors": safetensorsOf(
      { x: ["BF16", [3]] },
      {
        "modelspec.title": "Spec",
        "modelspec.author": "Somebody",
        "modelspec.license": "CC-BY-4.0",
        "modelspec.architecture": "stable-diffusion-v1",
      },
    ),
  },
  "same-names": {
    "README.md": text("---\ndatasets: [a, A, a]\nbase_model: [x/y, x/y]\n---\n"),
    "requirements.txt": text("a==1\nA==1\na_b==2\na-b==3\n"),
    "w.bin": Buffer.from("x"),
  },
  "odd-names": {
    "caf\u00e9 \u{1f600}.bin": Buffer.from("1"),
    "a#b?c%20d.bin": Buffer.from("2"),
    "line\nbreak.bin": Buffer.from("3"),
    "bidi\u202e.bin": Buffer.from("4"),
    "README.md": text("---\ndatasets: ['\u202eevil', 'with space/and more/x']\n---\n"),
  },
  ...hostileFolders,
};
