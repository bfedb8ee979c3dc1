import { all, must, type Answer } from "../../../infra/answer.ts";
import { asNumber, walk } from "../../../infra/fact.ts";
import { endpointConfig } from "../../../infra/types/aws/sagemaker.ts";
import { defineInfraCheck } from "../define.ts";

export const sagemakerEndpointSingleInstance = defineInfraCheck({
  meta: {
    id: "sagemaker-endpoint-single-instance",
    code: "PV-AWS-014",
    title: "A SageMaker endpoint stands on one instance",
    severity: "info",
    confidence: "high",
    audience: "pedantic",
    aliases: ["sagemaker_endpoint_config_prod_variant_instances", "SageMaker.4"],
    controls: ["CWE-770", "ATLAS:AML.T0029"],
    why: "One expensive request, or one failure, and nobody is answered.",
    mend: "Start with two instances at least, or scale by load.",
    mends: { terraform: "initial_instance_count = 2", cloudformation: "InitialInstanceCount: 2" },
    blind: "Scaling that is configured elsewhere.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_endpoint_configuration" "ec" {\n  name = "ec"\n  production_variants {\n    model_name             = "m"\n    initial_instance_count = 1\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_endpoint_configuration" "ec" {\n  name = "ec"\n  production_variants {\n    model_name             = "m"\n    initial_instance_count = 2\n    instance_type          = "ml.m5.large"\n  }\n}\n',
        },
      ],
    },
  },
  on: endpointConfig,
  judge: ({ facts }): Answer | undefined => {
    const { variants } = facts;
    if (variants.kind !== "known") return undefined;
    const answers = variants.value.items.flatMap((variant) => {
      const count =
        walk(variant, ["initial_instance_count"]) ?? walk(variant, ["InitialInstanceCount"]);
      const serverless =
        walk(variant, ["serverless_config"]) ?? walk(variant, ["ServerlessConfig"]);
      // Serverless and shared capacity have no instances of their own.
      if (count === undefined || serverless !== undefined) return [];
      return [must(asNumber(count), (instances) => instances > 1)];
    });
    return answers.length === 0 ? undefined : all(...answers);
  },
});
