import { all, pass, type Answer } from "../../../infra/answer.ts";
import type { Value } from "../../../infra/value.ts";
import { walk, type Fact } from "../../../infra/fact.ts";
import type { CloudType, Item } from "../../../infra/type.ts";
import { linkOf } from "../../../infra/aws/network.ts";
import {
  model,
  processingJob,
  trainingJob,
  transformJob,
  tuningJob,
} from "../../../infra/types/aws/sagemaker.ts";
import { ofJobs } from "../../../infra/aws/pipelines.ts";
import { defineInfraCheck } from "../define.ts";
import { judgeEnvironment } from "../environment-secrets.ts";

/** The environments that a job or the containers of a model are given. */
function environmentsOf(facts: Item["facts"]): readonly Value[] {
  const { environment, hyperparameters, primary, containers } = facts as Readonly<
    Record<string, Fact<Value> | undefined>
  >;
  const own = [environment, hyperparameters].flatMap((fact) =>
    fact === undefined ? [] : (linkOf(fact) ?? []),
  );
  const images = [primary, containers].flatMap((fact) => {
    const link = fact === undefined ? undefined : linkOf(fact);
    return link === undefined ? [] : link.kind === "list" ? link.items : [link];
  });
  return [
    ...own,
    ...images.flatMap((each) => walk(each, ["environment"]) ?? walk(each, ["Environment"]) ?? []),
  ];
}

export const sagemakerEnvironmentSecret = defineInfraCheck({
  meta: {
    id: "sagemaker-environment-secret",
    code: "PV-AWS-007",
    title: "The environment of a container holds a secret",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-526", "CWE-798", "ATLAS:AML.T0055", "OWASP-LLM02:2025", "AISF-DATA-05"],
    why: "Everybody who may describe the job or the model reads it, and it stays in the records when the job is done.",
    mend: "Read it from Secrets Manager by the role of the job, and change this one: it has been read.",
    mends: {
      terraform: "environment = {\n  TOKEN_SECRET_ARN = aws_secretsmanager_secret.token.arn\n}",
      aws: "aws secretsmanager create-secret --region {region} --name ml/token --secret-string file://token.txt",
    },
    blind: "Secrets whose form nobody knows and whose names do not say what they are.",
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image       = "serve:1"\n    environment = {\n      DB_PASSWORD = "Harvest-Moon-77-riverbank"\n    }\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "aws_sagemaker_model" "m" {\n  name               = "m"\n  execution_role_arn = "arn:aws:iam::123456789012:role/m"\n  primary_container {\n    image       = "serve:1"\n    environment = {\n      SAGEMAKER_PROGRAM = "inference.py"\n    }\n  }\n}\n',
        },
      ],
    },
  },
  ...ofJobs({
    says: "The environment of a container holds a secret",
    kinds: [model, trainingJob, processingJob, transformJob, tuningJob] as readonly CloudType[],
    judge: ({ facts }): Answer | undefined => {
      const environments = environmentsOf(facts);
      if (environments.length === 0) return undefined;
      const answers = environments.flatMap(judgeEnvironment);
      return answers.length === 0 ? pass : all(...answers);
    },
  }),
});
