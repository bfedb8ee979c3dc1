import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Resource } from "../../../infra/resource.ts";
import { readAws, type LiveReading } from "../../../infra/sources/aws/index.ts";
import {
  hasMoto,
  motoNote,
  startMoto,
  type Moto,
} from "../../../infra/sources/aws/testing/moto.ts";
import { applyTerraform } from "../../../infra/sources/aws/testing/terraform/apply.ts";
import { moreMended, moreWeak } from "./testing/more.ts";
import { awsChecks, platform, verdictsOn, type Verdicts } from "./testing/verdicts.ts";

// The example's platform and a little more, as it is written in Terraform and as it lives in an account of
// moto's server, which is made of it: what is said of the one is said of the other.

/** Types that moto does not have; what is written of them has no live side here. */
const lacking = {
  aws_sagemaker_user_profile: "no CreateUserProfile; no check judges it",
  aws_sagemaker_model_package_group_policy: "no PutModelPackageGroupPolicy",
  aws_bedrock_guardrail: "no CreateGuardrail",
  aws_bedrock_guardrail_version: "no CreateGuardrailVersion; no check judges it",
  aws_bedrockagent_data_source: "no CreateDataSource",
} as const;

/** What is not the same, with what is said live and why; `documented.test.ts` asks these of documented answers. */
const different: readonly (readonly [
  check: string,
  live: "silent" | "fail" | "not-assessed",
  why: string,
])[] = [
  ["bedrock-guardrail-grounding", "silent", lacking.aws_bedrock_guardrail],
  ["bedrock-guardrail-key", "silent", lacking.aws_bedrock_guardrail],
  ["bedrock-guardrail-personal-data", "silent", lacking.aws_bedrock_guardrail],
  ["bedrock-guardrail-prompt-attacks", "silent", lacking.aws_bedrock_guardrail],
  ["bedrock-agent-unguarded", "fail", "CreateAgent forgets guardrailConfiguration"],
  ["bedrock-agent-guardrail-draft", "silent", "CreateAgent forgets guardrailConfiguration"],
  ["bedrock-knowledge-base-key", "silent", lacking.aws_bedrockagent_data_source],
  ["sagemaker-feature-store-key", "silent", "no ListFeatureGroups"],
  ["sagemaker-model-registry-open", "not-assessed", "no GetModelPackageGroupPolicy"],
  ["sagemaker-model-network-isolation", "fail", "CreateModel forgets EnableNetworkIsolation"],
  [
    "sagemaker-notebook-imds-v1",
    "fail",
    "CreateNotebookInstance forgets InstanceMetadataServiceConfiguration",
  ],
  ["s3-no-events", "fail", "GetBucketNotificationConfiguration forgets EventBridgeConfiguration"],
];

/** Said of the account only: what AWS takes where nothing is written is told there. */
const onlyLive = new Map([
  [
    "s3-acls-on",
    "buckets have ownership controls, BucketOwnerEnforced, also where none are written",
  ],
]);

interface Side {
  readonly written: Verdicts;
  readonly account: Verdicts;
  readonly live: ReadonlyMap<string, string>;
  readonly reading: LiveReading;
}

describe.skipIf(!hasMoto)(`a platform that lives${motoNote}`, { timeout: 240_000 }, () => {
  const sides = new Map<string, Side>();
  const servers: Moto[] = [];

  async function build(resources: readonly Resource[]): Promise<Side> {
    const moto = await startMoto();
    servers.push(moto);
    const { live } = await applyTerraform(moto, resources, Object.keys(lacking));
    const reading = await readAws({
      env: moto.env,
      regions: ["eu-west-1"],
      pace: { tries: 1, perSecond: 1_000 },
    });
    const written = verdictsOn({ resources }, (address) => live.get(address) ?? address);
    return { written, account: verdictsOn(reading), live, reading };
  }

  beforeAll(async () => {
    const [weak, mended] = await Promise.all([
      build(platform("weak", moreWeak)),
      build(platform("mended", moreMended)),
    ]);
    sides.set("weak", weak).set("mended", mended);
  }, 240_000);
  afterAll(() => {
    for (const server of servers) server.stop();
  });

  test.each(["weak", "mended"])("%s: live verdicts are those of the files", (name) => {
    const { written, account } = sides.get(name)!;
    const unlike = [...written].flatMap(([key, outcome]) => {
      const other = account.get(key) ?? "silent";
      const said = different.find(([check]) => key.startsWith(`${check} `));
      if (other === outcome || other === said?.[1]) return [];
      return [`${key}: ${outcome} as written, ${other} live`];
    });
    expect(unlike).toEqual([]);
    const more = [...account].filter(
      ([key]) => !written.has(key) && !onlyLive.has(key.split(" ")[0]!),
    );
    expect(more).toEqual([]);
  });

  test("each difference is one", () => {
    const differs = (check: string): boolean =>
      [...sides.values()].some(({ written, account }) =>
        [...written].some(
          ([key, outcome]) => key.startsWith(`${check} `) && account.get(key) !== outcome,
        ),
      );
    expect(different.map(([check]) => check).filter((check) => !differs(check))).toEqual([]);
    const { written, account } = sides.get("weak")!;
    for (const check of onlyLive.keys())
      expect(
        [...account.keys()].some((key) => key.startsWith(`${check} `) && !written.has(key)),
      ).toBe(true);
  });

  /** What fails in the weak account and passes in the mended one, by its address in Terraform. */
  const table: readonly (readonly [check: string, weak: string, mended?: string])[] = [
    ["sagemaker-notebook-direct-internet", "aws_sagemaker_notebook_instance.research"],
    ["sagemaker-notebook-outside-vpc", "aws_sagemaker_notebook_instance.scratch"],
    ["sagemaker-notebook-public-subnet", "aws_sagemaker_notebook_instance.research"],
    ["sagemaker-notebook-root", "aws_sagemaker_notebook_instance.research"],
    ["sagemaker-notebook-key", "aws_sagemaker_notebook_instance.research"],
    ["sagemaker-domain-public-internet", "aws_sagemaker_domain.studio"],
    ["sagemaker-domain-key", "aws_sagemaker_domain.studio"],
    ["sagemaker-domain-iam-login", "aws_sagemaker_domain.studio"],
    ["sagemaker-endpoint-key", "aws_sagemaker_endpoint_configuration.scoring"],
    ["sagemaker-endpoint-single-instance", "aws_sagemaker_endpoint_configuration.scoring"],
    ["sagemaker-model-outside-vpc", "aws_sagemaker_model.scoring"],
    ["sagemaker-environment-secret", "aws_sagemaker_model.scoring"],
    ["sagemaker-environment-secret", "aws_sagemaker_training_job.fit"],
    ["sagemaker-monitor-output-key", "aws_sagemaker_data_quality_job_definition.drift"],
    ["sagemaker-monitor-volume-key", "aws_sagemaker_data_quality_job_definition.drift"],
    ["sagemaker-monitor-traffic-plain", "aws_sagemaker_data_quality_job_definition.drift"],
    ["sagemaker-job-keys", "aws_sagemaker_training_job.fit"],
    ["sagemaker-job-network-isolation", "aws_sagemaker_training_job.fit"],
    ["sagemaker-job-traffic-plain", "aws_sagemaker_training_job.fit"],
    ["sagemaker-job-outside-vpc", "aws_sagemaker_training_job.fit"],
    ["sagemaker-vpc-endpoints", "aws_vpc.ml"],
    ["vpc-endpoint-open-policy", "aws_vpc_endpoint.s3"],
    [
      "vpc-endpoint-without-dns",
      "aws_vpc_endpoint.sagemaker",
      'aws_vpc_endpoint.service["sagemaker-api"]',
    ],
    ["s3-acl-public-read", "aws_s3_bucket.samples"],
    ["s3-acl-public-write", "aws_s3_bucket.samples"],
    ["s3-acls-on", "aws_s3_bucket.samples"],
    ["s3-block-acls", "aws_s3_bucket.exports"],
    ["s3-block-ignores-acls", "aws_s3_bucket.exports"],
    ["s3-block-policy", "aws_s3_bucket.models"],
    ["s3-block-restricts", "aws_s3_bucket.models"],
    ["s3-public-access-block", "aws_s3_bucket.lake"],
    ["s3-policy-public", "aws_s3_bucket_policy.lake"],
    ["s3-policy-other-account", "aws_s3_bucket_policy.exports"],
    ["s3-model-bucket-unlocked", "aws_s3_bucket.models"],
    ["s3-no-kms-key", "aws_s3_bucket.lake"],
    ["s3-not-versioned", "aws_s3_bucket.lake"],
    ["s3-not-locked", "aws_s3_bucket.lake"],
    ["s3-not-logged", "aws_s3_bucket.lake"],
    ["s3-no-lifecycle", "aws_s3_bucket.lake"],
    ["s3-no-events", "aws_s3_bucket.exports"],
    ["s3-not-replicated", "aws_s3_bucket.exports"],
    ["iam-administrator", "aws_iam_role_policy.serving"],
    ["iam-every-action", "aws_iam_policy.pipeline"],
    ["iam-model-theft", "aws_iam_policy.pipeline"],
    ["iam-notebook-urls", "aws_iam_policy.data_scientist"],
    ["iam-pass-any-role", "aws_iam_policy.data_scientist"],
    ["iam-read-every-bucket", "aws_iam_policy.data_scientist"],
    ["ml-role-administrator", "aws_iam_role.serving"],
    ["ml-role-full-access", "aws_iam_role.notebook"],
    ["ml-role-trust-unbound", "aws_iam_role.assistant"],
    ["kms-key-for-everybody", "aws_kms_key.ml"],
    ["kms-key-not-rotated", "aws_kms_key.ml"],
    ["logs-key", "aws_cloudwatch_log_group.bedrock"],
    ["cloudtrail-off", "aws_cloudtrail.main"],
    ["cloudtrail-one-region", "aws_cloudtrail.main"],
    ["cloudtrail-not-validated", "aws_cloudtrail.main"],
    ["cloudtrail-key", "aws_cloudtrail.main"],
    ["cloudtrail-no-data-events", "aws_cloudtrail.main"],
    ["ecr-public", "aws_ecr_repository.serving"],
    ["ecr-not-scanned", "aws_ecr_repository.serving"],
    ["ecr-tags-mutable", "aws_ecr_repository.serving"],
    ["ecr-no-kms-key", "aws_ecr_repository.serving"],
    ["bedrock-agent-key", "aws_bedrockagent_agent.assistant"],
    ["bedrock-agent-role-shared", "aws_bedrockagent_agent.assistant"],
    ["bedrock-invocations-not-logged", "aws_bedrock_model_invocation_logging_configuration.main"],
    ["bedrock-custom-model-key", "aws_bedrock_custom_model.tone"],
    ["bedrock-custom-model-outside-vpc", "aws_bedrock_custom_model.tone"],
    ["comprehend-model-key", "aws_comprehend_entity_recognizer.names"],
    ["comprehend-volume-key", "aws_comprehend_entity_recognizer.names"],
  ];

  test.each(table)("%s is right about %s", (check, inWeak, inMended = inWeak) => {
    function said(name: string, address: string): unknown {
      const { account, live } = sides.get(name)!;
      return account.get(`${check} ${live.get(address)}`);
    }
    expect({ weak: said("weak", inWeak), mended: said("mended", inMended) }).toEqual({
      weak: "fail",
      mended: "pass",
    });
  });

  test("that is most of the checks of AWS", () => {
    const known = new Set(awsChecks.map(({ meta }) => meta.id));
    const right = new Set(table.map(([check]) => check));
    expect([...right].filter((check) => !known.has(check))).toEqual([]);
    expect(right.size).toBeGreaterThanOrEqual(60);
  });
});
