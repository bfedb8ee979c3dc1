import { checkCases } from "../../testing/check-cases.ts";
import { environmentLogged } from "./environment-logged.ts";

checkCases(environmentLogged, {
  found: [
    "print(os.environ)",
    "import os\nprint(dict(os.environ))",
    "import os, logging\nlogging.info('environment: %s', os.environ)",
    "import os, json\nprint(json.dumps(dict(os.environ)))",
    "import os\nprint(f'env: {os.environ}')",
  ],
  clean: [
    "import os\nprint(os.environ['HOME'])",
    "import os\nprint(len(os.environ))",
    "import os\nenv = dict(os.environ)",
    "import os, json\nkey = json.dumps(dict(os.environ))",
  ],
});
