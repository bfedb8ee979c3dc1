import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

export const daskClusterOpen = defineCheck({
  meta: {
    id: "dask-cluster-open",
    code: "PV-CODE-613",
    title: "A Dask cluster takes work from the network",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-502", "CWE-1327", "OWASP-ML06:2023", "ATLAS:AML.T0049"],
    why: "A scheduler without TLS certificates unpickles and runs what everybody who reaches its port sends.",
    mend: "Leave it on 127.0.0.1, or give every part a certificate (`Security(require_encryption=True)`).",
    blind: "A firewall or container around it.",
    references: ["https://distributed.dask.org/en/stable/tls.html"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from dask.distributed import LocalCluster\ncluster = LocalCluster(host="0.0.0.0")\n',
        },
      ],
      clean: [{ code: "from dask.distributed import LocalCluster\ncluster = LocalCluster()\n" }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("LocalCluster", "Scheduler", "LocalCUDACluster", "Client")) {
      if (!/^(?:dask|distributed)/.test(call.name) || call.keyword("security") !== undefined)
        continue;
      const host = call.keyword("host");
      if (host !== undefined && isEveryInterface(host.string() ?? ""))
        report(host, { extent: call });
      const dashboard = call.keyword("dashboard_address");
      if (dashboard !== undefined && isEveryInterface(dashboard.string() ?? "")) {
        report(dashboard, {
          extent: call,
          severity: "low",
          message: "Dask's dashboard shows keys, code and logs to the network",
        });
      }
    }
  },
});
