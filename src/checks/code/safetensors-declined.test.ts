import { checkCases } from "../../testing/check-cases.ts";
import { safetensorsDeclined } from "./safetensors-declined.ts";

checkCases(safetensorsDeclined, {
  found: [
    "from transformers import AutoModel as M\nM.from_pretrained('a/b', use_safetensors=False)",
    "options = dict(use_safetensors=False)\nM.from_pretrained('a/b', **options)",
    "model.save_pretrained(p, safe_serialization=False)",
    "M.from_pretrained(\n    './mine',\n    use_safetensors=False,\n)",
  ],
  clean: [
    "M.from_pretrained('a/b', use_safetensors=True)",
    "M.from_pretrained('a/b', use_safetensors=None)",
    "def f(use_safetensors=False): ...",
    "M.from_pretrained('a/b', use_safetensors=args.use_safetensors)",
  ],
});
