import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { variablesOf } from "../../../infra/types/kubernetes/servers.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";
import { judgeCredential } from "./credentials.ts";

export const k8sCredentialInEnvironment = defineInfraCheck({
  meta: {
    id: "k8s-credential-in-environment",
    code: "PV-K8S-012",
    title: "A credential stands in a manifest",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-522", "OWASP-LLM02:2026", "ATLAS:AML.T0055"],
    why: "Everybody who reads the repository, or may look at pods, has it.",
    mend: "Put it into a Secret that is made elsewhere, and refer to it by `valueFrom.secretKeyRef`; change this one.",
    mends: {
      kubernetes: "valueFrom:\n  secretKeyRef:\n    name: {name}\n    key: password",
    },
    blind: "Values that look drawn by chance, which the checks of secrets find in any file.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      env:\n        - name: MINIO_ROOT_PASSWORD\n          value: minioadmin\n",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: train}\nspec:\n  containers:\n    - name: train\n      image: acme/train\n      env:\n        - name: MINIO_ROOT_PASSWORD\n          valueFrom: {secretKeyRef: {name: minio, key: password}}\n",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, (container) =>
      [...variablesOf(container)].flatMap(([name, value]) => judgeCredential(name, value) ?? []),
    ),
});
