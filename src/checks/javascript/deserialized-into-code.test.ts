import { checkCases } from "../../testing/check-cases.ts";
import { deserializedIntoCode } from "./deserialized-into-code.ts";

checkCases(deserializedIntoCode, {
  found: [
    "import { unserialize } from 'node-serialize';\nunserialize(cookie)",
    "const yaml = require('js-yaml');\nyaml.load(text, { schema: yaml.DEFAULT_FULL_SCHEMA })",
    "import yaml from 'js-yaml'; import unsafe from 'js-yaml-js-types';\nyaml.load(text, { schema: yaml.DEFAULT_SCHEMA.extend(unsafe.all) })",
  ],
  clean: [
    "import yaml from 'js-yaml';\nyaml.load(text)",
    "import { unserialize } from 'php-serialize';\nunserialize(x)",
    "import yaml from 'js-yaml';\nyaml.load(text, { schema: yaml.JSON_SCHEMA })",
  ],
});
