import { checkCases } from "../../testing/check-cases.ts";
import { hubFileExecuted } from "./hub-file-executed.ts";

checkCases(hubFileExecuted, {
  found: [
    'import pickle\nfrom huggingface_hub import hf_hub_download\n\npath = hf_hub_download("org/model", "model.pkl")\nmodel = pickle.load(open(path, "rb"))\n',
  ],
  clean: [
    'from huggingface_hub import hf_hub_download\nfrom safetensors.torch import load_file\n\npath = hf_hub_download("org/model", "model.safetensors", revision="5d0f2e8")\nweights = load_file(path)\n',
  ],
});
