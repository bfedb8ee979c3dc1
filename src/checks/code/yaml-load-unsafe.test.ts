import { checkCases } from "../../testing/check-cases.ts";
import { yamlLoadUnsafe } from "./yaml-load-unsafe.ts";

checkCases(yamlLoadUnsafe, {
  found: [
    'from ruamel.yaml import YAML\nYAML(typ="unsafe").load(f)',
    "from ruamel import yaml\nyaml.load(f, Loader=yaml.Loader)",
    "import yaml\nyaml.load(f)",
    "import yaml\nyaml.unsafe_load(f)",
    "import yaml as y\ny.load(f, y.UnsafeLoader)",
  ],
  clean: [
    'from ruamel.yaml import YAML\nYAML(typ="safe").load(f)',
    "import yaml\nyaml.load(f, Loader=yaml.SafeLoader)",
    "import yaml\nyaml.load(f, yaml.CSafeLoader)",
    "from ruamel.yaml import YAML\nYAML().load(f)",
  ],
});
