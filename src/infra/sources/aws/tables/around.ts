// What stands around models: images, trails, logs, secrets, detectors.
import {
  capitalized,
  objectOf,
  objectsOf,
  parsedJson,
  type Json,
  wordIn,
} from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { arn, defineTable, same, type Table } from "../table.ts";
import { large, largeOf } from "./letters.ts";

const ecr = callsOf("ecr");
const small = ["nextToken", "nextToken"] as const;
const page = ["NextToken", "NextToken"] as const;

const repository = defineTable({
  type: "AWS::ECR::Repository",
  list: {
    call: ecr("DescribeRepositories"),
    with: { maxResults: 1000 },
    items: "repositories",
    page: small,
  },
  address: ({ item }) => wordIn(item["repositoryArn"]),
  takes: largeOf(
    "repositoryName repositoryUri imageTagMutability imageTagMutabilityExclusionFilters imageScanningConfiguration encryptionConfiguration",
  ),
  steps: [
    {
      call: ecr("GetRepositoryPolicy", { absent: ["RepositoryPolicyNotFoundException"] }),
      with: ({ item }) => ({ repositoryName: item["repositoryName"] }),
      takes: { RepositoryPolicyText: (answer) => parsedJson(answer["policyText"]) },
    },
    {
      call: ecr("GetLifecyclePolicy", { absent: ["LifecyclePolicyNotFoundException"] }),
      with: ({ item }) => ({ repositoryName: item["repositoryName"] }),
      takes: {
        LifecyclePolicy: (answer) => ({
          LifecyclePolicyText: parsedJson(answer["lifecyclePolicyText"]),
        }),
      },
    },
  ],
});

const registry = defineTable({
  type: "AWS::ECR::RegistryScanningConfiguration",
  address: (seen) => `${arn("ecr", seen)}registry-scanning-configuration`,
  takes: { RegistryId: (_, { account }) => account },
  steps: [
    {
      call: ecr("GetRegistryScanningConfiguration"),
      with: () => ({}),
      takes: largeOf("scanType rules", "scanningConfiguration"),
    },
    {
      call: ecr("GetRegistryPolicy", { absent: ["RegistryPolicyNotFoundException"] }),
      with: () => ({}),
      takes: { $policy: (answer) => parsedJson(answer["policyText"]) },
    },
  ],
  also: {
    types: ["AWS::ECR::RegistryPolicy"],
    of: (seen) => {
      const policy = seen.body["$policy"];
      if (policy === undefined) return [];
      const address = `${arn("ecr", seen)}registry-policy`;
      return [{ type: "AWS::ECR::RegistryPolicy", address, body: { PolicyText: policy } }];
    },
  },
});

const cloudtrail = callsOf("cloudtrail");

const trail = defineTable({
  type: "AWS::CloudTrail::Trail",
  list: {
    call: cloudtrail("DescribeTrails"),
    // A trail of all regions or of the organisation counts here wherever it was made.
    with: { includeShadowTrails: true },
    items: "trailList",
  },
  address: ({ item }) => wordIn(item["TrailARN"]),
  takes: {
    TrailName: "Name",
    ...same("HomeRegion S3BucketName IsMultiRegionTrail IsOrganizationTrail"),
    IncludeGlobalServiceEvents: "IncludeGlobalServiceEvents",
    EnableLogFileValidation: "LogFileValidationEnabled",
    KMSKeyId: "KmsKeyId",
    ...same("CloudWatchLogsLogGroupArn CloudWatchLogsRoleArn SnsTopicARN"),
  },
  regionOf: ({ item }) => (typeof item["HomeRegion"] === "string" ? item["HomeRegion"] : undefined),
  isShared: true,
  steps: [
    {
      call: cloudtrail("GetTrailStatus"),
      with: ({ item }) => ({ Name: item["TrailARN"] }),
      takes: same("IsLogging LatestDeliveryError"),
    },
    {
      call: cloudtrail("GetEventSelectors"),
      with: ({ item }) => ({ TrailName: item["TrailARN"] }),
      takes: same("EventSelectors AdvancedEventSelectors"),
    },
  ],
});

const logGroup = defineTable({
  type: "AWS::Logs::LogGroup",
  list: {
    call: callsOf("logs")("DescribeLogGroups"),
    with: { limit: 50 },
    items: "logGroups",
    page: small,
  },
  address: ({ item }) => wordIn(item["logGroupArn"] ?? item["arn"]).replace(/:\*$/, ""),
  takes: largeOf("logGroupName kmsKeyId retentionInDays logGroupClass dataProtectionStatus"),
});

const secrets = callsOf("secretsmanager");

const secret = defineTable({
  // What a secret is called and how it is kept, never what it says.
  type: "AWS::SecretsManager::Secret",
  list: { call: secrets("ListSecrets"), with: { MaxResults: 100 }, items: "SecretList", page },
  address: ({ item }) => wordIn(item["ARN"]),
  takes: {
    Arn: "ARN",
    ...same("Name KmsKeyId RotationEnabled RotationLambdaARN RotationRules OwningService"),
    ...same("LastRotatedDate LastChangedDate LastAccessedDate DeletedDate"),
  },
  steps: [
    {
      call: secrets("GetResourcePolicy"),
      with: ({ item }) => ({ SecretId: item["ARN"] }),
      takes: { $policy: (answer) => parsedJson(answer["ResourcePolicy"]) },
    },
  ],
  also: {
    types: ["AWS::SecretsManager::ResourcePolicy", "AWS::SecretsManager::RotationSchedule"],
    of: ({ item, body }) => {
      const SecretId = item["ARN"];
      const policy = body["$policy"];
      const { RotationEnabled, RotationLambdaARN, RotationRules } = item;
      return [
        ...(policy === undefined
          ? []
          : [
              {
                type: "AWS::SecretsManager::ResourcePolicy",
                address: `${wordIn(SecretId)}|policy`,
                body: { SecretId, ResourcePolicy: policy },
              },
            ]),
        ...(RotationEnabled === true
          ? [
              {
                type: "AWS::SecretsManager::RotationSchedule",
                address: `${wordIn(SecretId)}|rotation`,
                body: { SecretId, RotationLambdaARN, RotationRules },
              },
            ]
          : []),
      ];
    },
  },
});

const guardduty = callsOf("guardduty");

const detector = defineTable({
  type: "AWS::GuardDuty::Detector",
  list: {
    call: guardduty("ListDetectors", { http: "GET /detector" }),
    items: "detectorIds",
    page: small,
  },
  address: (seen) => `${arn("guardduty", seen)}detector/${wordIn(seen.item["name"])}`,
  takes: { DetectorId: "name" },
  steps: [
    {
      call: guardduty("GetDetector", { http: "GET /detector/{DetectorId}" }),
      with: ({ item }) => ({ DetectorId: item["name"] }),
      takes: {
        Enable: (answer) => answer["status"] === "ENABLED",
        FindingPublishingFrequency: "findingPublishingFrequency",
        Features: (answer) =>
          objectsOf(answer["features"]).map(({ name, status }) => ({ Name: name, Status: status })),
      },
    },
  ],
});

const config = callsOf("config");

const recorder = defineTable({
  type: "AWS::Config::ConfigurationRecorder",
  list: { call: config("DescribeConfigurationRecorders"), items: "ConfigurationRecorders" },
  address: (seen) =>
    wordIn(
      seen.item["arn"] ??
        `${arn("config", seen)}configuration-recorder/${wordIn(seen.item["name"])}`,
    ),
  takes: { Name: "name", RoleARN: "roleARN", RecordingGroup: large("recordingGroup") },
  steps: [
    {
      call: config("DescribeConfigurationRecorderStatus"),
      with: ({ item }) => ({ ConfigurationRecorderNames: [item["name"] ?? ""] }),
      takes: {
        Recording: (answer): Json | undefined =>
          objectOf(objectsOf(answer["ConfigurationRecordersStatus"])[0])["recording"],
        LastStatus: (answer): Json | undefined =>
          capitalized(objectOf(objectsOf(answer["ConfigurationRecordersStatus"])[0])["lastStatus"]),
      },
    },
  ],
});

/** Images, trails, logs, secrets and detectors. */
export const aroundTables: readonly Table[] = [
  repository,
  registry,
  trail,
  logGroup,
  secret,
  detector,
  recorder,
];
