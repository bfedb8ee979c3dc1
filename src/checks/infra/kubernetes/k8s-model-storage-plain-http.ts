import { must } from "../../../infra/answer.ts";
import { asText } from "../../../infra/fact.ts";
import { modelServer } from "../../../infra/types/kubernetes/kinds.ts";
import { hostOf, isLocalHost } from "../../support/addresses.ts";
import { defineInfraCheck } from "../define.ts";
import { modelUrisIn } from "./model-uris.ts";

export const k8sModelStoragePlainHttp = defineInfraCheck({
  meta: {
    id: "k8s-model-storage-plain-http",
    code: "PV-K8S-007",
    title: "A served model comes over plain HTTP",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-319", "CWE-494", "OWASP-ML06:2023", "OWASP-LLM04:2026", "ATLAS:AML.T0010.003"],
    why: "Anybody on the way can put another model there, which answers as they like or runs code when it is loaded.",
    mend: "Take it over https, or from a bucket or registry with an address of its own (`s3://`, `gs://`, `oci://`).",
    mends: { kubernetes: "storageUri: s3://models/{name}/1" },
    blind: "Addresses within the cluster, where whoever is on the way has it already.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "model.yaml",
          code: "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: loans}\nspec:\n  predictor:\n    model:\n      modelFormat: {name: sklearn}\n      storageUri: http://models.riverbank.io/loans",
        },
      ],
      clean: [
        {
          path: "model.yaml",
          code: "apiVersion: serving.kserve.io/v1beta1\nkind: InferenceService\nmetadata: {name: loans}\nspec:\n  predictor:\n    model:\n      modelFormat: {name: sklearn}\n      storageUri: s3://models/loans/1",
        },
      ],
    },
  },
  on: modelServer,
  judge: ({ resource }) =>
    modelUrisIn(resource.body).map((value) => {
      const fact = asText(value);
      // What stands before the first part that is not known says by which way it comes.
      const [lead] = value.kind === "template" ? value.parts : [];
      const isOther =
        typeof lead === "string" && lead.includes("://") && !lead.startsWith("http://");
      if (isOther) return { kind: "pass" };
      const host = fact.kind === "known" ? hostOf(fact.value) : "";
      return must(fact, (uri) => !/^http:\/\//i.test(uri) || isLocalHost(host), {
        absent: true,
        message: `Whoever is on the way to ${host} decides what model is served`,
      });
    }),
});
