import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

/** Loaders that end in the unpickler of the standard library, under a name of their own. */
const loaders = [
  "cloudpickle.load",
  "cloudpickle.loads",
  "cloudpickle.cloudpickle.load",
  "cloudpickle.cloudpickle.loads",
  "ray.cloudpickle.load",
  "ray.cloudpickle.loads",
  "pyspark.cloudpickle.load",
  "pyspark.cloudpickle.loads",
  "joblib.externals.cloudpickle.load",
  "joblib.externals.cloudpickle.loads",
  "distributed.protocol.pickle.loads",
  "multiprocessing.reduction.ForkingPickler.loads",
  "pickle5.load",
  "pickle5.loads",
  "pickle5.Unpickler",
  "zodbpickle.pickle.load",
  "zodbpickle.pickle.loads",
  "compress_pickle.load",
  "compress_pickle.loads",
  "srsly.pickle_loads",
  "dill.load_session",
  "dill.load_module",
  "dill.load_module_asdict",
  "jsonpickle.loads",
  "hickle.load",
  "statsmodels.iolib.smpickle.load_pickle",
  "sklearn.utils._joblib.load",
  "pyspark.serializers.PickleSerializer().loads",
  "pyspark.serializers.CloudPickleSerializer().loads",
  "shap.Explainer.load",
  "jax.experimental.serialize_executable.deserialize_and_load",
  "distributed.protocol.deserialize",
] as const;

/** Loaders that unpickle only objects that their own format can't hold. */
const partial: ReadonlyMap<string, FindingDetails> = new Map<string, FindingDetails>(
  [
    "msgpack_numpy.unpackb",
    "msgpack_numpy.unpack",
    "msgpack_numpy.loads",
    "msgpack_numpy.patch",
    "msgpack_numpy.decode",
    "klepto.archives.file_archive",
    "klepto.archives.dir_archive",
    "klepto.archives.sql_archive",
    "klepto.archives.sqltable_archive",
    "klepto.archives.hdf_archive",
  ].map((name) => [name, { confidence: "medium" }]),
);

export const pickleVariantLoad = defineCheck({
  meta: {
    id: "pickle-variant-load",
    code: "PV-CODE-109",
    title: "A relative of pickle runs code hidden in the data",
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
    why: "The function hands its input to the unpickler: whoever wrote the data decides what runs, with the rights of the process.",
    mend: "Use a format that holds only data (safetensors, ONNX, JSON, Parquet); else verify a signature first.",
    blind:
      "Whether the data comes from somebody else. `pickle`, `dill.load` and their like have a check of their own.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import cloudpickle\nmodel = cloudpickle.load(open("model.pkl", "rb"))\n' }],
      clean: [{ code: 'import cloudpickle\ncloudpickle.dump(model, open("model.pkl", "wb"))\n' }],
    },
  },
  run: (view, report) => {
    const { calls } = view;
    for (const call of calls(...loaders))
      report(call, { message: `${call.name} runs code hidden in the data` });
    for (const { call, value } of callsWith(view, "object_hook")) {
      if (value.name() !== "msgpack_numpy.decode") continue;
      report(call, {
        confidence: "medium",
        message: "msgpack_numpy.decode unpickles arrays of objects, and runs code hidden in them",
      });
    }
    for (const call of calls(...partial.keys())) {
      report(call, {
        ...partial.get(call.name),
        message: `${call.name} unpickles objects that its format can't hold, and runs code hidden in them`,
      });
    }
  },
});
