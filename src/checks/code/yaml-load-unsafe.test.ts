import { checkCases } from "../../testing/check-cases.ts";
import { yamlLoadUnsafe } from "./yaml-load-unsafe.ts";

checkCases(yamlLoadUnsafe, {
  found: [
    "import yaml\nyaml.load(f)",
    "import yaml\nyaml.unsafe_load(f)",
    "import yaml as y\ny.load(f, y.UnsafeLoader)",
  ],
  clean: [
    "import yaml\nyaml.load(f, Loader=yaml.SafeLoader)",
    "import yaml\nyaml.load(f, yaml.CSafeLoader)",
    "from ruamel.yaml import YAML\nYAML().load(f)",
  ],
});
