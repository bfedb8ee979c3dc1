import { checkCases } from "../../testing/check-cases.ts";
import { environmentLogged } from "./environment-logged.ts";

checkCases(environmentLogged, {
  found: [
    "import mlflow, os\nmlflow.log_params(dict(os.environ))",
    "import wandb, os\nwandb.init(config=dict(os.environ))",
    "import streamlit as st\nst.write(st.secrets)",
    "print(os.environ)",
    "import os\nprint(dict(os.environ))",
    "import os, logging\nlogging.info('environment: %s', os.environ)",
    "import os, json\nprint(json.dumps(dict(os.environ)))",
    "import os\nprint(f'env: {os.environ}')",
  ],
  clean: [
    "import wandb\nwandb.config.update(config)",
    "params.update(os.environ)",
    "import os\nprint(os.environ['HOME'])",
    "import os\nprint(len(os.environ))",
    "import os\nenv = dict(os.environ)",
    "import os, json\nkey = json.dumps(dict(os.environ))",
  ],
});
