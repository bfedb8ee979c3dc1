import type { Report } from "../../core/index.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";
import { downloadBehind } from "./artifacts.ts";
import { endOf } from "./support.ts";

/** Functions of ML libraries that unpickle what they load, without saying so in their name. */
const loaders = [
  "fastai.learner.load_learner",
  "fastai.vision.all.load_learner",
  "fastai.text.all.load_learner",
  "fastai.tabular.all.load_learner",
  "fastai.basics.load_learner",
  "huggingface_hub.from_pretrained_fastai",
  "pycaret.classification.load_model",
  "pycaret.regression.load_model",
  "pycaret.clustering.load_model",
  "pycaret.anomaly.load_model",
  "pycaret.time_series.load_model",
  "pyod.utils.persistence.load",
  "surprise.dump.load",
  "statsmodels.api.load",
  "statsmodels.iolib.api.load_pickle",
  "sktime.base.load",
  "gensim.utils.unpickle",
  "gensim.utils.SaveLoad.load",
  "gensim.models.Word2Vec.load",
  "gensim.models.FastText.load",
  "gensim.models.Doc2Vec.load",
  "gensim.models.LdaModel.load",
  "gensim.models.KeyedVectors.load",
  "gensim.corpora.Dictionary.load",
  "flair.models.TextClassifier.load",
  "flair.models.SequenceTagger.load",
  "autogluon.tabular.TabularPredictor.load",
  "autogluon.timeseries.TimeSeriesPredictor.load",
  "sdv.utils.load_synthesizer",
  "mmengine.runner.load_checkpoint",
  "mmengine.runner.CheckpointLoader.load_checkpoint",
  "mmcv.runner.load_checkpoint",
  "mmengine.load",
  "mmcv.load",
  "nemo.core.ModelPT.restore_from",
  "stable_baselines3.common.save_util.load_from_pkl",
  "ray.rllib.algorithms.algorithm.Algorithm.from_checkpoint",
  "lightgbm.sklearn.joblib.load",
  "bentoml.picklable_model.load_model",
  "bentoml.sklearn.load_model",
  "zenml.materializers.cloudpickle_materializer.CloudpickleMaterializer.load",
] as const;

interface Method {
  readonly name: string;
  /** The qualified name, where it is known. */
  readonly known: RegExp;
  /** Libraries whose import makes it likely. */
  readonly modules: readonly string[];
  readonly message?: string;
}

/** Class methods that unpickle, by the library whose classes have them. */
const methods: readonly Method[] = [
  {
    name: "load_from_checkpoint",
    known: /^(?:lightning|pytorch_lightning)\b/,
    modules: ["lightning", "pytorch_lightning"],
  },
  {
    name: "restore_from",
    known: /^nemo\b/,
    modules: ["nemo"],
    message:
      "restore_from builds the classes that the configuration in the file names, and unpickles its weights",
  },
  { name: "load", known: /^stable_baselines3\.[A-Z]\w*\.load$/, modules: [] },
  { name: "load", known: /^sdv\.\w+\.\w*Synthesizer\.load$/, modules: [] },
];

function* methodCalls(
  view: PythonView,
): Generator<{ call: PythonCall; isSure: boolean; message: string }> {
  for (const { name, known, modules, message } of methods) {
    const found = view.methods(name);
    const isImported = found.length > 0 && modules.some((module) => view.hasImport(module));
    for (const call of found) {
      const isSure = known.test(call.name);
      const text = message ?? `\`${name}\` unpickles the checkpoint, and runs code hidden in it`;
      if (isSure || isImported) yield { call, isSure, message: text };
    }
  }
}

/** `weights_only=False` of whatever hands it on to `torch.load`. */
function reportDeclinedSafety(view: PythonView, report: Report): void {
  for (const { call, value } of callsWith(view, "weights_only")) {
    if (!value.is(false) || call.name === "torch.load" || call.name === "torch.serialization.load")
      continue;
    // A `partial` of `torch.load` too, and not a class that only remembers the choice.
    if (!/load|restore|resume|partial|fit|test|predict|validate|from_pretrained/i.test(call.method))
      continue;
    report(value, {
      extent: call,
      message: `\`${call.method}\` is told to unpickle what safe loading refuses (\`weights_only=False\`)`,
    });
  }
}

export const frameworkModelPickle = defineCheck({
  meta: {
    id: "framework-model-pickle",
    code: "PV-CODE-120",
    title: "A library's model file is a pickle, and loading it runs code hidden in it",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0011.000",
    ],
    why: "The name does not tell, but the function unpickles: whoever wrote the file decides what runs, with the rights of the process.",
    mend: "Pass `weights_only=True` where the loader has it, export to ONNX or safetensors, or verify a signature first.",
    blind: "Whether the file comes from somebody else; loaders that are not in the list.",
    references: ["CVE-2025-23304", "https://pyod.readthedocs.io/en/latest/model_persistence.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from fastai.vision.all import load_learner\nlearn = load_learner("export.pkl")\n',
        },
      ],
      clean: [
        { code: 'import xgboost as xgb\nmodel = xgb.Booster()\nmodel.load_model("model.json")\n' },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.calls(...loaders)) {
      const isRemote =
        downloadBehind(call.positional(0)) !== undefined ||
        call.method === "from_pretrained_fastai";
      const message = `${call.name} unpickles the file, and runs code hidden in it`;
      report(
        call,
        isRemote
          ? { severity: "high", message: `${message}; the file is downloaded` }
          : { message },
      );
    }
    for (const call of view.calls("nltk.data.load")) {
      if (/^pickle:|\.pickle$/.test(endOf(call.positional(0)) ?? ""))
        report(call, { message: "nltk.data.load unpickles this file, and runs code hidden in it" });
    }
    for (const call of view.calls("ultralytics.YOLO", "ultralytics.models.YOLO")) {
      if (/^https?:/.test(call.argument(0, "model")?.string() ?? ""))
        report(call, { message: "The weights are downloaded and unpickled", severity: "medium" });
    }
    for (const name of ["ckpt_path", "resume_from_checkpoint"]) {
      for (const { call, value } of callsWith(view, name))
        if (/^(?:https?|s3|gs):/.test(value.string() ?? ""))
          report(value, { extent: call, message: "The checkpoint is downloaded and unpickled" });
    }
    reportDeclinedSafety(view, report);
    for (const { call, isSure, message } of methodCalls(view)) {
      // Said outright: true is safe, false was reported above.
      if (call.keyword("weights_only")?.truth() !== undefined) continue;
      const isRemote = /^https?:/.test(call.positional(0)?.string() ?? "");
      report(
        call,
        isSure || isRemote
          ? { message }
          : { message, severity: "low", confidence: "medium", audience: "pedantic" },
      );
    }
  },
});
