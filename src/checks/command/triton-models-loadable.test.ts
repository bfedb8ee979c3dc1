import { commandCases } from "../../testing/command-cases.ts";
import { tritonModelsLoadable } from "./triton-models-loadable.ts";

commandCases(tritonModelsLoadable, {
  found: [
    [
      "shell",
      "docker run --net=host nvcr.io/nvidia/tritonserver tritonserver --model-repository /m --model-control-mode explicit",
    ],
    [
      "yaml",
      "services:\n  t:\n    image: i\n    command: tritonserver --model-control-mode=explicit\n    ports: ['8000:8000']\n",
    ],
    ["dockerfile", 'FROM x\nCMD ["tritonserver", "--model-control-mode=explicit"]'],
  ],
  clean: [
    ["shell", "tritonserver --model-control-mode=none"],
    [
      "shell",
      "tritonserver --model-control-mode=explicit --http-restricted-api=model-repository:k=v",
    ],
    ["shell", "x --model-control-mode=explicit"],
  ],
});
