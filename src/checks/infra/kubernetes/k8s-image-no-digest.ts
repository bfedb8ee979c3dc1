import { must } from "../../../infra/answer.ts";
import { asText } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";
import { tagOf } from "./images.ts";

export const k8sImageNoDigest = defineInfraCheck({
  meta: {
    id: "k8s-image-no-digest",
    code: "PV-K8S-010",
    title: "An image is named by a tag alone, which its owner can move",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: ["CKV_K8S_43"],
    controls: ["CWE-829", "CWE-1357", "OWASP-ML06:2023", "ATLAS:AML.T0010.004"],
    why: "Whoever gets into the registry, or owns it, changes what the cluster runs without a change in the manifest.",
    mend: "Add the digest: `image: vllm/vllm-openai:v0.11.0@sha256:…`.",
    blind: "Controllers that write digests when the manifest is applied.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]\n",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'}]\n",
        },
      ],
    },
  },
  on: workload,
  judge: (it) =>
    overContainers(it, ({ body }) => {
      const image = body.entries.get("image");
      if (image === undefined) return undefined;
      const fact = asText(image);
      if (fact.kind === "known" && fact.value === "") return undefined;
      return must(fact, (name) => /^sha\d{3}:[0-9a-f]{64,128}$/.test(tagOf(name) ?? ""));
    }),
});
