import { checkCases } from "../../testing/check-cases.ts";
import { secretLogged } from "./secret-logged.ts";

checkCases(secretLogged, {
  found: [
    'import logging\nimport os\n\nkey = os.environ["OPENAI_API_KEY"]\nlogging.info("key %s", key)\n',
  ],
  clean: [
    'import logging\nimport os\n\nkey = os.environ["OPENAI_API_KEY"]\nlogging.info("key is set: %s", bool(key))\n',
  ],
});
