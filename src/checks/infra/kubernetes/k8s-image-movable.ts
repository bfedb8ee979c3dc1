import { must, unknown } from "../../../infra/answer.ts";
import { asText } from "../../../infra/fact.ts";
import { workload } from "../../../infra/types/kubernetes/kinds.ts";
import { defineInfraCheck } from "../define.ts";
import { overContainers } from "./containers.ts";
import { tagOf } from "./images.ts";

export const k8sImageMovable = defineInfraCheck({
  meta: {
    id: "k8s-image-movable",
    code: "PV-K8S-009",
    title: "An image has no tag, or one that is made to move",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_K8S_14", "KSV-0013"],
    controls: ["CWE-829", "CWE-1357", "OWASP-ML06:2023", "OWASP-LLM04:2026", "ATLAS:AML.T0010.004"],
    why: "What runs tomorrow is not what was tested: pods of one deployment may even run different images.",
    mend: "Name a version and the digest: `image: vllm/vllm-openai:v0.11.0@sha256:…`.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:latest'}]\n",
        },
      ],
      clean: [
        {
          path: "pod.yaml",
          code: "apiVersion: v1\nkind: Pod\nmetadata: {name: llm}\nspec:\n  containers: [{name: llm, image: 'vllm/vllm-openai:v0.11.0'}]\n",
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
      if (fact.kind === "known" && fact.value.includes("$"))
        return unknown(fact.at, "a variable stands in the name of the image");
      return must(
        fact,
        (name) => {
          const tag = tagOf(name);
          return tag !== undefined && !/^(?:latest|main|master|nightly|edge|dev)$/.test(tag);
        },
        { absent: true },
      );
    }),
});
