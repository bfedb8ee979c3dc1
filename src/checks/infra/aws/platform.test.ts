import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAws } from "../../../infra/sources/aws/index.ts";
import {
  hasMoto,
  motoNote,
  startMoto,
  type Moto,
} from "../../../infra/sources/aws/testing/moto.ts";
import { applyTerraform } from "../../../infra/sources/aws/testing/terraform/apply.ts";
import { jobTable, startJobs } from "./testing/jobs.ts";
import { moreMended, moreWeak } from "./testing/more.ts";
import { platformTable } from "./testing/table.ts";
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

/**
 * What is not the same: of whom (an address in Terraform), what is said live, and why. What moto lacks,
 * `documented.test.ts` asks of answers as AWS documents them.
 */
const different: readonly {
  readonly check: string;
  readonly of: RegExp;
  readonly live: "silent" | "pass" | "fail" | "not-assessed";
  readonly why: string;
}[] = [
  {
    check: "bedrock-guardrail",
    of: /^aws_bedrock_guardrail\./,
    live: "silent",
    why: lacking.aws_bedrock_guardrail,
  },
  {
    check: "sagemaker-lifecycle-script",
    of: /^aws_sagemaker_notebook_instance_lifecycle_configuration\./,
    live: "silent",
    why: "no ListNotebookInstanceLifecycleConfigs",
  },
  {
    check: "bedrock-agent-unguarded",
    of: /^aws_bedrockagent_agent\./,
    live: "fail",
    why: "CreateAgent forgets guardrailConfiguration",
  },
  {
    check: "bedrock-agent-guardrail-draft",
    of: /^aws_bedrockagent_agent\./,
    live: "silent",
    why: "CreateAgent forgets guardrailConfiguration",
  },
  {
    check: "bedrock-knowledge-base-key",
    of: /^aws_bedrockagent_data_source\./,
    live: "silent",
    why: lacking.aws_bedrockagent_data_source,
  },
  {
    check: "bedrock-custom-model-key",
    of: /^aws_bedrock_custom_model\./,
    live: "pass",
    why: "CreateModelCustomizationJob makes a key up where none is named",
  },
  {
    check: "bedrock-custom-model-outside-vpc",
    of: /^aws_bedrock_custom_model\./,
    live: "not-assessed",
    why: "GetModelCustomizationJob does not know its own ARNs",
  },
  {
    check: "sagemaker-lifecycle-script",
    of: /^aws_sagemaker_notebook_instance_lifecycle_configuration\./,
    live: "silent",
    why: "no ListNotebookInstanceLifecycleConfigs",
  },
  {
    check: "sagemaker-feature-store-key",
    of: /^aws_sagemaker_feature_group\./,
    live: "silent",
    why: "no ListFeatureGroups",
  },
  {
    check: "sagemaker-model-registry-open",
    of: /^aws_sagemaker_model_package_group\./,
    live: "not-assessed",
    why: "no GetModelPackageGroupPolicy",
  },
  {
    check: "sagemaker-model-network-isolation",
    of: /^aws_sagemaker_model\./,
    live: "fail",
    why: "CreateModel forgets EnableNetworkIsolation",
  },
  {
    check: "sagemaker-environment-secret",
    of: /^aws_sagemaker_training_job\./,
    live: "silent",
    why: "CreateTrainingJob forgets Environment",
  },
  {
    check: "sagemaker-notebook-imds-v1",
    of: /^aws_sagemaker_notebook_instance\./,
    live: "fail",
    why: "CreateNotebookInstance forgets InstanceMetadataServiceConfiguration",
  },
  {
    check: "s3-no-events",
    of: /^aws_s3_bucket\.(?:lake|models|samples|logs)$/,
    live: "fail",
    why: "GetBucketNotificationConfiguration forgets EventBridgeConfiguration",
  },
];

/** Said of the account only: what AWS takes where nothing is written is told there. */
const onlyLive = new Map([
  [
    "s3-acls-on",
    "buckets have ownership controls, BucketOwnerEnforced, also where none are written",
  ],
  ["bedrock-agent-acts-unasked", "moto has no ListAgentActionGroups: it is not assessed"],
  ["bedrock-agent-shell", "moto has no ListAgentActionGroups: it is not assessed"],
]);

interface Side {
  readonly written: Verdicts;
  readonly account: Verdicts;
  readonly live: ReadonlyMap<string, string>;
  readonly jobs: ReadonlyMap<string, string>;
}

/** A verdict with what it is about in Terraform; a bucket is one with what configures it. */
interface Verdict {
  readonly check: string;
  readonly address: string;
  readonly names: readonly string[];
}

function verdictOf(key: string, live: ReadonlyMap<string, string>): Verdict {
  const space = key.indexOf(" ");
  const address = key.slice(space + 1);
  const names = [...live].filter(([, each]) => each === address).map(([name]) => name);
  return { check: key.slice(0, space), address, names: names.length === 0 ? [address] : names };
}

function differenceOf({ check, names }: Verdict): (typeof different)[number] | undefined {
  return different.find(
    (each) => check.startsWith(each.check) && names.some((name) => each.of.test(name)),
  );
}

describe.skipIf(!hasMoto)(`a platform that lives${motoNote}`, { timeout: 240_000 }, () => {
  const sides = new Map<string, Side>();
  const servers: Moto[] = [];

  async function build(name: "weak" | "mended", more: string): Promise<void> {
    const moto = await startMoto();
    servers.push(moto);
    const resources = platform(name, more);
    const { live, parts } = await applyTerraform(moto, resources, Object.keys(lacking));
    const jobs = await startJobs(moto, name === "mended");
    const reading = await readAws({
      env: moto.env,
      regions: ["eu-west-1"],
      pace: { tries: 1, perSecond: 1_000 },
    });
    sides.set(name, {
      written: verdictsOn({ resources }, (address) => live.get(address) ?? address),
      account: verdictsOn(reading, (address) => parts.get(address) ?? address),
      live,
      jobs,
    });
  }

  beforeAll(async () => {
    await Promise.all([build("weak", moreWeak), build("mended", moreMended)]);
  }, 240_000);
  afterAll(() => {
    for (const server of servers) server.stop();
  });

  test.each(["weak", "mended"])("%s: live verdicts are those of the files", (name) => {
    const { written, account, live, jobs } = sides.get(name)!;
    const unlike = [...written].flatMap(([key, outcome]) => {
      const other = account.get(key) ?? "silent";
      const said = differenceOf(verdictOf(key, live))?.live;
      return other === outcome || other === said
        ? []
        : [`${key}: ${outcome} as written, ${other} live`];
    });
    expect(unlike).toEqual([]);
    const started = new Set(jobs.values());
    const more = [...account.keys()]
      .filter((key) => !written.has(key))
      .map((key) => verdictOf(key, live))
      .filter(({ check, address }) => !onlyLive.has(check) && !started.has(address));
    expect(more).toEqual([]);
    expect(written.size).toBeGreaterThan(150);
  });

  test("each difference is one", () => {
    const seen = new Set<string>();
    for (const { written, account, live } of sides.values()) {
      for (const [key, outcome] of written) {
        const said = differenceOf(verdictOf(key, live));
        if (said !== undefined && (account.get(key) ?? "silent") !== outcome) seen.add(said.check);
      }
      for (const key of account.keys()) if (!written.has(key)) seen.add(key.split(" ")[0]!);
    }
    const all = [...different.map(({ check }) => check), ...onlyLive.keys()];
    expect(all.filter((check) => !seen.has(check))).toEqual([]);
  });

  const rows = platformTable.map(([check, weak, mended = weak]) => ({ check, weak, mended }));
  test.each(rows)("$check is right about $weak", ({ check, ...of }) => {
    const said = (["weak", "mended"] as const).map((name) => {
      const { account, live } = sides.get(name)!;
      return account.get(`${check} ${live.get(of[name]) ?? ""}`);
    });
    expect(said).toEqual(["fail", "pass"]);
  });

  test.each(jobTable)("%s is right about a %s", (check, job) => {
    const said = ["weak", "mended"].map((name) => {
      const { account, jobs } = sides.get(name)!;
      return account.get(`${check} ${jobs.get(job) ?? ""}`);
    });
    expect(said).toEqual(["fail", "pass"]);
  });

  test("that is most of the checks of AWS", () => {
    const known = new Set(awsChecks.map(({ meta }) => meta.id));
    const right = new Set([...platformTable, ...jobTable].map(([check]) => check));
    expect([...right].filter((check) => !known.has(check))).toEqual([]);
    expect(right.size).toBeGreaterThanOrEqual(60);
  });
});
