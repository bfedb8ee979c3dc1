import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

export const rayDashboardOpen = defineCheck({
  meta: {
    id: "ray-dashboard-open",
    code: "PV-CODE-605",
    title: "The Ray dashboard listens on all interfaces",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "OWASP-ML06:2023", "ATLAS:AML.T0049"],
    why: "The dashboard takes jobs, that is programs, from everybody who reaches it; clusters have been taken over in numbers this way.",
    mend: "Leave it on 127.0.0.1 and reach it through an SSH tunnel, or turn on token authentication (Ray 2.52).",
    blind: "A firewall or container around it.",
    references: ["CVE-2023-48022", "https://docs.ray.io/en/latest/ray-security/index.html"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'import ray\nray.init(dashboard_host="0.0.0.0")\n' }],
      clean: [{ code: "import ray\nray.init()\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("ray.init", "ray.cluster_utils.Cluster")) {
      const host = call.keyword("dashboard_host");
      if (host !== undefined && isEveryInterface(host.string() ?? ""))
        report(host, { extent: call });
    }
  },
});
