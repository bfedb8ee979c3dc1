import { checkCases } from "../../testing/check-cases.ts";
import { kerasUnsafeDeserialization } from "./keras-unsafe-deserialization.ts";

checkCases(kerasUnsafeDeserialization, {
  found: [
    "import tensorflow as tf\ntf.keras.models.load_model(p, safe_mode=False)",
    "from keras.saving import load_model as read\nread(p, safe_mode=False)",
    "from tensorflow import keras\nkeras.config.enable_unsafe_deserialization()",
    "import keras\nopts = {'safe_mode': False}\nkeras.models.load_model(\n    p,\n    **opts,\n)",
    "from keras.src.saving.serialization_lib import SafeModeScope\nwith SafeModeScope(False): ...",
  ],
  clean: [
    "import keras\nkeras.models.load_model(p, safe_mode=True)",
    "import keras\ndef f(p, safe_mode):\n    keras.models.load_model(p, safe_mode=safe_mode)",
    "import keras\nkeras.models.load_model(p)",
    "start(safe_mode=False)",
  ],
});
