import { commandCases } from "../../testing/command-cases.ts";
import { environmentSwitchSet } from "./environment-switch-set.ts";

commandCases(environmentSwitchSet, {
  found: [
    ["shell", "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1 python train.py"],
    ["shell", "export GIT_SSL_NO_VERIFY=true"],
    ["dockerfile", "FROM x\nENV HF_DATASETS_TRUST_REMOTE_CODE=1"],
    [
      "yaml",
      "services:\n  a:\n    image: i\n    environment:\n      NODE_TLS_REJECT_UNAUTHORIZED: 0\n",
    ],
    [
      "yaml",
      "containers:\n  - name: a\n    image: i\n    env:\n      - name: MLFLOW_TRACKING_INSECURE_TLS\n        value: 'true'\n",
    ],
    ["dotenv", "VLLM_ALLOW_INSECURE_SERIALIZATION=1"],
  ],
  clean: [
    ["shell", "export TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=0"],
    ["dotenv", "# MLFLOW_TRACKING_INSECURE_TLS=true"],
    ["python", "import os\nos.environ['TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD'] = '1'"],
    ["dotenv", "NODE_TLS_REJECT_UNAUTHORIZED=1"],
  ],
});
