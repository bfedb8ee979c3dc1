import { checkCases } from "../../testing/check-cases.ts";
import { paddleLoadUntrusted } from "./paddle-load-untrusted.ts";

checkCases(paddleLoadUntrusted, {
  found: [
    "import paddle\npaddle.load(p)",
    "from paddle import load as read\nread(p)",
    "import paddle.framework as f\nf.load(\n    p\n)",
  ],
  clean: [
    "import paddle\npaddle.save(s, p)",
    "from safetensors.paddle import load_file\nload_file(p)",
    "import json\njson.load(paddle)",
  ],
});
