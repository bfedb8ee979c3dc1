import { checkCases } from "../../testing/check-cases.ts";
import { savedModelUntrusted } from "./saved-model-untrusted.ts";

checkCases(savedModelUntrusted, {
  found: [
    "tf.saved_model.load(upload_path)",
    "import tensorflow as tf\ntf.saved_model.load(p)",
    "import tensorflow.compat.v1 as tf\ntf.saved_model.loader.load(session, tags, p)",
    "import tensorflow_hub as hub\nlayer = hub.KerasLayer('https://tfhub.dev/google/x/4')",
    "from tensorflow import saved_model as s\ns.load(\n    p\n)",
  ],
  clean: [
    "import tensorflow as tf\ntf.saved_model.save(m, p)",
    "import tensorflow\nhub.load('x')",
    "import torch\ntorch.load(tensorflow)",
  ],
});
