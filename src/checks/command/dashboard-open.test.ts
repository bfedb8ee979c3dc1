import { commandCases } from "../../testing/command-cases.ts";
import { dashboardOpen } from "./dashboard-open.ts";

commandCases(dashboardOpen, {
  found: [
    ["shell", "dask scheduler --host 0.0.0.0"],
    ["shell", "dask-scheduler --host tcp://0.0.0.0 &"],
    ["dockerfile", 'FROM x\nCMD ["code-server", "--bind-addr", "0.0.0.0:8080", "--auth", "none"]'],
    [
      "yaml",
      "services:\n  f:\n    image: i\n    command: celery --broker=x flower --address 0.0.0.0\n    ports: ['5555:5555']\n",
    ],
    ["python", "import os\nos.system('code-server --auth none --bind-addr 0.0.0.0:8080')"],
  ],
  clean: [
    ["shell", "dask scheduler"],
    ["shell", "dask scheduler --host 0.0.0.0 --tls-cert a --tls-key b --tls-ca-file c"],
    ["shell", "code-server --bind-addr 0.0.0.0:8080"],
    ["shell", "FLOWER_BASIC_AUTH=$L celery flower --address 0.0.0.0"],
    ["shell", "celery worker"],
  ],
});
