import { findSecrets } from "../../../detect/secrets/find.ts";
import { isPlaceholder } from "../../../detect/secrets/judge.ts";
import { kindOfName } from "../../../detect/secrets/names.ts";
import { fail, type Answer } from "../../../infra/answer.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { variablesOf } from "../../../infra/types/kubernetes/servers.ts";
import { textOf, type Value } from "../../../infra/value.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";

/** Names, paths and addresses of secrets, numbers and switches. */
const unlike =
  /\s|^.{0,3}$|^(?:true|false|none|null|enabled|disabled|\d+)$|^[./~]|:\/\/|^\$|\$\(|^(?:secret|arn|vault|projects)[:/]/i;

/** True where the checks of secrets, which read every text, say it already. */
function isSaidElsewhere({ at }: Value): boolean {
  const { text } = at.document;
  const around = text.slice(Math.max(0, at.start - 200), at.end + 1);
  const from = at.start - Math.max(0, at.start - 200);
  return findSecrets(around).some(({ end }) => end > from);
}

function judge(name: string, value: Value): Answer | undefined {
  const kind = kindOfName(name);
  const text = value.kind === "scalar" ? textOf(value) : undefined;
  if (kind === undefined) return undefined;
  if (text === undefined || unlike.test(text) || isPlaceholder(text)) return { kind: "pass" };
  if (isSaidElsewhere(value)) return undefined;
  const what = kind === "password" ? "password" : kind === "key" ? "key" : "token";
  return fail(value.at, {
    message: `The ${what} \`${name}\` stands in the manifest`,
    secret: text,
  });
}

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
      [...variablesOf(container)].flatMap(([name, value]) => judge(name, value) ?? []),
    ),
});
