import { checkCases } from "../../testing/check-cases.ts";
import { rayDashboardOpen } from "./ray-dashboard-open.ts";

checkCases(rayDashboardOpen, {
  found: [
    "import ray as r\nr.init(address='local', dashboard_host='0.0.0.0')",
    "from ray import init\nHOST = '0.0.0.0'\ninit(dashboard_host=HOST)",
    "import ray\nkw = dict(dashboard_host='::')\nray.init(**kw)",
  ],
  clean: [
    "import ray\nray.init(dashboard_host='127.0.0.1')",
    "import ray\nray.init(dashboard_host=args.host)",
    "thing.init(dashboard_host='0.0.0.0')",
  ],
});
