import { secret } from "../../../infra/types/kubernetes/kinds.ts";
import { defineInfraCheck } from "../define.ts";
import { judgeCredential } from "./credentials.ts";

/** The text that base64 stands for, where it is text; otherwise what is written. */
function decoded(text: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) || text.length > 10_000) return text;
  const plain = Buffer.from(text, "base64").toString("utf8").trim();
  return /^[\x20-\x7e]+$/.test(plain) ? plain : text;
}

export const k8sSecretInManifest = defineInfraCheck({
  meta: {
    id: "k8s-secret-in-manifest",
    code: "PV-K8S-022",
    title: "A Secret is kept with its value",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "CWE-522", "OWASP-LLM02:2026", "ATLAS:AML.T0055"],
    why: "Base64 hides nothing: everybody who reads the repository has the credential.",
    mend: "Keep it in a secret store (External Secrets), or encrypted (SealedSecret, SOPS); change this one, it is in the history.",
    blind: "Values that look drawn by chance, which the checks of secrets find in any file.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "secret.yaml",
          code: "apiVersion: v1\nkind: Secret\nmetadata: {name: minio}\nstringData:\n  root-password: minioadmin\n",
        },
      ],
      clean: [
        {
          path: "secret.yaml",
          code: "apiVersion: v1\nkind: Secret\nmetadata: {name: minio}\nstringData:\n  root-password: REPLACE_ME\n",
        },
      ],
    },
  },
  on: secret,
  judge: ({ resource: { body } }) => {
    const answers = ["data", "stringData"].flatMap((key) => {
      const map = body.entries.get(key);
      const entries = map?.kind === "map" ? [...map.entries] : [];
      return entries.flatMap(([name, value]) => {
        const read = key === "data" ? decoded : undefined;
        return judgeCredential(name, value, read) ?? [];
      });
    });
    return answers.length === 0 ? undefined : answers;
  },
});
