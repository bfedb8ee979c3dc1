import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { configChoosesCode } from "./config-chooses-code.ts";

checkCases(configChoosesCode, {
  found: [
    "import hydra\nfrom omegaconf import OmegaConf\ncfg = OmegaConf.load(p)\nhydra.utils.instantiate(cfg.model)",
    "from hydra.utils import instantiate as make\nimport json\nmake(json.load(open(p))['model'])",
    "import hydra\ndef f(cfg):\n    return hydra.utils.instantiate(cfg)",
    "from hyperpyyaml import load_hyperpyyaml\nwith open(p) as f:\n    load_hyperpyyaml(f)",
    "from mmengine import Config\nConfig.fromfile(p)",
  ],
  clean: [
    "from omegaconf import OmegaConf\nOmegaConf.load(p)",
    "import hydra\nhydra.main(config_path='conf')",
    "def instantiate(config): ...\ninstantiate(config)",
    "from botocore.config import Config\nConfig(read_timeout=3)",
  ],
});

test("a parameter is for a reviewer, a file is not", () => {
  const of = (code: string) => runCheck(configChoosesCode, { code })[0]?.details.audience;
  expect(of("from hydra.utils import instantiate\ndef f(c): instantiate(c)")).toBe("audit");
  expect(
    of(
      "from hydra.utils import instantiate\nimport yaml\ninstantiate(yaml.safe_load(open('m.yaml')))",
    ),
  ).toBeUndefined();
});
