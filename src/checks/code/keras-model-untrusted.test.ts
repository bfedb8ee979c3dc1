import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { kerasModelUntrusted } from "./keras-model-untrusted.ts";

checkCases(kerasModelUntrusted, {
  found: [
    'm = load_model("model.h5")',
    "import keras\nkeras.models.load_model(p, custom_objects=json.loads(request.data))",
    'import tf_keras\ntf_keras.models.load_model("uploads/" + name + ".h5")',
    'import os, keras\nkeras.models.load_model(os.path.join(folder, "best.h5"))',
    "from keras.models import model_from_json\nmodel_from_json(open(p).read())",
    "import tensorflow as tf\ntf.keras.models.load_model('m.h5', compile=False)",
    "from keras.models import load_model\nload_model(path)",
    "from keras.models import model_from_yaml\nmodel_from_yaml(text)",
    "import keras\nkeras.saving.load_model(p, custom_objects=globals())",
  ],
  clean: [
    'load_model("model.json")',
    "from keras.models import model_from_json\nmodel_from_json('{\"layers\": []}')",
    "import mlflow\nmlflow.pyfunc.load_model(uri)",
    "import keras\nmodel.load_weights('m.h5')",
    "import keras\nkeras.models.load_model(p, safe_mode=False)",
    "import whisper\nwhisper.load_model('base')",
  ],
});

test("the old format is what counts", () => {
  const severities = ["'m.h5'", "'m.keras'", "p"].map(
    (path) =>
      runCheck(kerasModelUntrusted, { code: `import keras\nkeras.models.load_model(${path})` })[0]
        ?.details.severity,
  );
  expect(severities).toEqual([undefined, "low", "low"]);
});
