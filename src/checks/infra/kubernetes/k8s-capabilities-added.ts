import { must } from "../../../infra/answer.ts";
import { asTexts } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { factIn, headOf } from "../../../infra/types/kubernetes/pods.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

/** Capabilities that lead to the node by themselves (capabilities(7)). */
const grave = new Set([
  "ALL",
  "SYS_ADMIN",
  "SYS_MODULE",
  "SYS_RAWIO",
  "SYS_PTRACE",
  "SYS_BOOT",
  "DAC_READ_SEARCH",
  "BPF",
  "MAC_ADMIN",
]);

function plain(name: string): string {
  return name.toUpperCase().replace(/^CAP_/, "");
}

export const k8sCapabilitiesAdded = defineInfraCheck({
  meta: {
    id: "k8s-capabilities-added",
    code: "PV-K8S-006",
    title: "A container has a capability that leads out of it",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_39", "KSV-0005", "CIS-K8S-1.10.0:5.2.9"],
    controls: ["CWE-250", "CWE-653", "OWASP-ASI03:2026"],
    why: "With `SYS_ADMIN` and its like, code in the container mounts, traces or loads what it wants on the node.",
    mend: "Drop `ALL` and add only what the program needs by name.",
    mends: { kubernetes: "securityContext:\n  capabilities:\n    drop: [ALL]" },
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: mount}\nspec:\n  containers:\n    - name: mount\n      image: acme/s3fs\n      securityContext: {capabilities: {add: [SYS_ADMIN]}}",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: mount}\nspec:\n  containers:\n    - name: mount\n      image: acme/s3fs\n      securityContext: {capabilities: {drop: [ALL], add: [IPC_LOCK]}}",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, (container) => {
      const at = headOf(container);
      const path = "securityContext.capabilities.add";
      const added = factIn(asTexts, container.body, { path, at });
      const bad =
        added.kind === "known" ? added.value.map(plain).filter((one) => grave.has(one)) : [];
      return must(added, () => bad.length === 0, {
        absent: true,
        message: `The container may do \`${bad.join("`, `")}\``,
        ...(bad.includes("ALL") && { severity: "high" as const }),
      });
    }),
});
