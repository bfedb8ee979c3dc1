import { expect, test } from "vitest";
import { isPlan, readTerraformPlan } from "./plan.ts";
import { bodies, documentOf, resource } from "./testing/read.ts";

const plan = {
  format_version: "1.2",
  variables: { region: { value: "eu-west-1" } },
  planned_values: {
    root_module: {
      resources: [
        {
          address: "aws_kms_key.k",
          mode: "managed",
          type: "aws_kms_key",
          name: "k",
          values: { enable_key_rotation: true },
        },
        {
          address: "aws_s3_bucket_policy.p",
          mode: "managed",
          type: "aws_s3_bucket_policy",
          name: "p",
          values: { bucket: "b" },
        },
        {
          address: "data.aws_iam_policy_document.d",
          mode: "data",
          type: "aws_iam_policy_document",
          name: "d",
          values: { statement: [{ actions: ["s3:*"], effect: null }] },
        },
      ],
      child_modules: [
        {
          address: 'module.m["x"]',
          resources: [
            {
              address: 'module.m["x"].aws_sagemaker_notebook_instance.n[0]',
              mode: "managed",
              type: "aws_sagemaker_notebook_instance",
              name: "n",
              index: 0,
              values: { name: "n", rule: [{ port: 1 }], tags: null },
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    {
      address: "aws_kms_key.k",
      change: { after_unknown: { arn: true, enable_key_rotation: false } },
    },
    { address: "aws_s3_bucket_policy.p", change: { after_unknown: { id: true, policy: true } } },
    {
      address: "data.aws_iam_policy_document.d",
      change: { after_unknown: { json: true, statement: [{ resources: [true] }] } },
    },
    {
      address: 'module.m["x"].aws_sagemaker_notebook_instance.n[0]',
      change: {
        after_unknown: {
          kms_key_id: true,
          role_arn: true,
          rule: [{ cidr: true }],
          user_data: true,
          either: true,
        },
      },
    },
  ],
  prior_state: {
    values: {
      root_module: {
        resources: [
          {
            address: "data.aws_caller_identity.me",
            mode: "data",
            type: "aws_caller_identity",
            name: "me",
            values: { account_id: "1" },
          },
        ],
      },
    },
  },
  configuration: {
    provider_config: { aws: { expressions: { region: { references: ["var.region"] } } } },
    root_module: {
      resources: [
        { address: "aws_kms_key.k", provider_config_key: "aws", expressions: {} },
        {
          address: "aws_s3_bucket_policy.p",
          expressions: {
            policy: {
              references: ["data.aws_iam_policy_document.d.json", "data.aws_iam_policy_document.d"],
            },
          },
        },
        {
          address: "data.aws_iam_policy_document.d",
          expressions: {
            statement: [{ resources: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } }],
          },
        },
      ],
      module_calls: {
        m: {
          expressions: { key: { references: ["aws_kms_key.k.arn", "aws_kms_key.k"] } },
          module: {
            resources: [
              {
                address: "aws_sagemaker_notebook_instance.n",
                expressions: {
                  kms_key_id: { references: ["var.key"] },
                  role_arn: { references: ["aws_iam_role.r.arn", "aws_iam_role.r"] },
                  rule: [{ cidr: { references: ["var.cidr"] } }],
                  user_data: { references: ["aws_iam_role.r.arn", "aws_iam_role.r"] },
                  either: { references: ["aws_a.b.c", "aws_a.b", "aws_d.e.f", "aws_d.e"] },
                },
              },
            ],
          },
        },
      },
    },
  },
};

test("what is known only later is a reference to where it comes from", () => {
  const document = documentOf("plan.json", JSON.stringify(plan, undefined, 2));
  expect(isPlan(document)).toBe(true);
  const reading = readTerraformPlan(document);
  expect(reading.problems).toEqual([]);
  const notebook = 'module.m["x"].aws_sagemaker_notebook_instance.n[0]';
  expect(bodies(reading)).toEqual({
    "data.aws_caller_identity.me": { account_id: "1" },
    "aws_kms_key.k": { enable_key_rotation: true, arn: "?arn is known only when it exists" },
    "aws_s3_bucket_policy.p": {
      bucket: "b",
      id: "?id is known only when it exists",
      policy: {
        json: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Action: ["s3:*"], Resource: ["&aws_kms_key.k.arn"] }],
        },
      },
    },
    "data.aws_iam_policy_document.d": {
      statement: [{ actions: ["s3:*"], effect: null, resources: ["&aws_kms_key.k.arn"] }],
      json: "?json is known only when it exists",
    },
    [notebook]: {
      name: "n",
      rule: [{ port: 1, cidr: "?cidr depends on var.cidr, which is not known yet" }],
      tags: null,
      kms_key_id: "&aws_kms_key.k.arn",
      role_arn: '&module.m["x"].aws_iam_role.r.arn',
      user_data: '?user_data depends on module.m["x"].aws_iam_role.r.arn, which is not known yet',
      either:
        '?either depends on module.m["x"].aws_a.b.c and module.m["x"].aws_d.e.f, which is not known yet',
    },
  });
  expect(resource(reading, "aws_kms_key.k").region).toBe("eu-west-1");
  expect(resource(reading, "data.aws_caller_identity.me").isData).toBe(true);
  const { at } = resource(reading, notebook).body.entries.get("name")!;
  expect(document.text.slice(at.start, at.end)).toBe('"n"');
});

test("other JSON is no plan", () => {
  expect(isPlan(documentOf("a.json", '{"format_version": "1.0"}'))).toBe(false);
  expect(readTerraformPlan(documentOf("a.json", "[]")).resources).toEqual([]);
});
