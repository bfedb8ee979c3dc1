import { commandCases } from "../../testing/command-cases.ts";
import { rayDashboardOpenCommand } from "./ray-dashboard-open-command.ts";

commandCases(rayDashboardOpenCommand, {
  found: [
    ["shell", "HOST=0.0.0.0\nray start --head --dashboard-host=$HOST"],
    [
      "yaml",
      "head_start_ray_commands:\n  - ray stop\n  - ulimit -n 65536; ray start --head --dashboard-host=0.0.0.0\n",
    ],
    ["python", "import os\nos.system('ray start --head --dashboard-host 0.0.0.0')"],
  ],
  clean: [
    ["shell", "ray start --head --dashboard-host 127.0.0.1"],
    ["shell", "RAY_AUTH_MODE=token ray start --head --dashboard-host 0.0.0.0"],
    ["shell", "ray stop"],
  ],
});
