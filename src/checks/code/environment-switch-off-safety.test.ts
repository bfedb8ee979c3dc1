import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { environmentSwitchOffSafety } from "./environment-switch-off-safety.ts";
import { environmentSwitches, thrownSwitch } from "./environment-switches.ts";

checkCases(environmentSwitchOffSafety, {
  found: [
    "import datasets\ndatasets.config.HF_DATASETS_TRUST_REMOTE_CODE = True",
    'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"',
    'from os import environ as env\nenv["HF_DATASETS_TRUST_REMOTE_CODE"] = "true"',
    'import os\nos.environ.setdefault("VLLM_ALLOW_INSECURE_SERIALIZATION", "1")',
    'import os\nos.putenv("GIT_SSL_NO_VERIFY", "0")',
    'import os\nos.environ.update({"CURL_CA_BUNDLE": ""})',
    'import os\nos.environ.update(PYTHONHTTPSVERIFY="0")',
    'import os, subprocess\nsubprocess.run(["git", "clone", u], env={**os.environ, "GIT_SSL_NO_VERIFY": "true"})',
    'import os, subprocess\nsubprocess.run(cmd, env=dict(os.environ, MLFLOW_TRACKING_INSECURE_TLS="true"))',
    'import os\nON = "yes"\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = ON',
  ],
  clean: [
    'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "0"',
    'import os\nos.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = value',
    'import os\nprint(os.environ.get("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1"))',
    'import os\nos.environ["CURL_CA_BUNDLE"] = "/etc/ssl/ca.pem"',
    'import os\nos.environ["HF_HUB_DISABLE_SSL_VERIFY"] = "1"',
    'import os\ntable["GIT_SSL_NO_VERIFY"] = "1"',
    '"""Set os.environ["GIT_SSL_NO_VERIFY"] = "1" at your peril."""',
  ],
});

test("says which switch and what it does", () => {
  const [found] = runCheck(environmentSwitchOffSafety, {
    code: 'import os\nos.environ["HF_ALLOW_CODE_EVAL"] = "1"',
  });
  expect(found?.details).toMatchObject({
    severity: "medium",
    message: expect.stringContaining("HF_ALLOW_CODE_EVAL"),
  });
});

test("a switch stands once in the table, and values decide", () => {
  expect(new Set(environmentSwitches.map(({ name }) => name)).size).toBe(
    environmentSwitches.length,
  );
  expect(thrownSwitch("GIT_SSL_NO_VERIFY", "")).toBeDefined();
  expect(thrownSwitch("UV_INSECURE_HOST", "")).toBeUndefined();
  expect(thrownSwitch("NODE_TLS_REJECT_UNAUTHORIZED", "0")).toBeDefined();
  expect(thrownSwitch("PATH", "1")).toBeUndefined();
});
