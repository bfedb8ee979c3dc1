import { must } from "../../../infra/answer.ts";
import { asText } from "../../../infra/fact.ts";
import { modelServer } from "../../../infra/types/kubernetes/kinds.ts";
import { defineInfraCheck } from "../define.ts";
import { modelUrisIn } from "./model-uris.ts";

/** Hugging Face takes a commit after a colon (KServe's `hf://org/model:revision`), OCI a digest. */
function isPinned(uri: string): boolean {
  if (uri.startsWith("hf://")) return /:[0-9a-f]{40}$/.test(uri);
  if (uri.startsWith("oci://")) return /@sha256:[0-9a-f]{64}$/.test(uri);
  return true;
}

export const k8sModelStorageUnpinned = defineInfraCheck({
  meta: {
    id: "k8s-model-storage-unpinned",
    code: "PV-K8S-008",
    title: "A served model is whatever its owner puts there next",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-494", "CWE-829", "OWASP-ML06:2023", "OWASP-LLM04:2026", "ATLAS:AML.T0010.003"],
    why: "The next pod that starts loads another model than the one that was tested, and its code with it.",
    mend: "Name the commit (`hf://org/model:<40 hex digits>`) or the digest (`oci://…@sha256:…`).",
    blind: "Buckets and volumes, whose versions an address does not name.",
    references: ["https://kserve.github.io/website/docs/model-serving/storage/providers/hf"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.yaml",
          code: "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: llm}\nspec:\n  predictor:\n    model:\n      modelFormat: {name: huggingface}\n      storageUri: hf://acme/loans-7b\n",
        },
      ],
      clean: [
        {
          path: "model.yaml",
          code: "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: llm}\nspec:\n  predictor:\n    model:\n      modelFormat: {name: huggingface}\n      storageUri: hf://acme/loans-7b:0123456789abcdef0123456789abcdef01234567\n",
        },
      ],
    },
  },
  on: modelServer,
  judge: ({ resource }) =>
    modelUrisIn(resource.body).map((value) => must(asText(value), isPinned, { absent: true })),
});
