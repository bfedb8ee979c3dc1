import { checkCases } from "../../testing/check-cases.ts";
import { nativeLibraryUntrusted } from "./native-library-untrusted.ts";

checkCases(nativeLibraryUntrusted, {
  found: [
    "import torch\ndef f(p):\n    torch.ops.load_library(p)",
    "import torch\ntorch.classes.load_library('build/ops.so')",
    "import tensorflow as tf\nop = tf.load_op_library(args.ops)",
    "import onnxruntime as ort\noptions = ort.SessionOptions()\noptions.register_custom_ops_library(path)",
    "import numpy as np\nnp.ctypeslib.load_library('fast', folder)",
    "import torch\nfrom huggingface_hub import hf_hub_download\ntorch.ops.load_library(hf_hub_download('a/b', 'ops.so'))",
  ],
  clean: [
    "import torch\ntorch.ops.aten.add(a, b)",
    "class Loader:\n    def load_library(self, p): ...\nLoader().load_library(p)",
    "import onnxruntime as ort\nort.InferenceSession('model.onnx')",
  ],
});
