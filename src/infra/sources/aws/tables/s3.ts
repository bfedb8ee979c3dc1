// Buckets: https://docs.aws.amazon.com/AmazonS3/latest/API/. Names of permissions differ from those of
// calls: "Actions, resources, and condition keys for Amazon S3".
import {
  isObject,
  listOf,
  numberIn,
  objectOf,
  objectsOf,
  parsedJson,
  textIn,
  type Json,
  type JsonObject,
  wordIn,
} from "../../live/json.ts";
import { callsOf, type Operation } from "../client/operation.ts";
import { partitionOf } from "../client/services.ts";
import { defineTable, type Seen, type Step, type Table, type Takes } from "../table.ts";

const call = callsOf("s3");

interface Asked {
  readonly name: string;
  /** The part of a bucket that is asked for. */
  readonly of: string;
  readonly permission?: string;
  /** What S3 says where there is none. */
  readonly none?: string;
  readonly repeated?: readonly string[];
}

function ask({ name, of, permission = name, none, repeated }: Asked, takes: Takes): Step {
  return {
    call: call(name, {
      http: `GET /{Bucket}?${of}`,
      permission: `s3:${permission}`,
      absent: none === undefined ? [] : [none],
      repeated,
    }),
    with: ({ item }) => ({ Bucket: item["Name"] }),
    takes,
  };
}

const listBuckets: Operation = call("ListBuckets", {
  http: "GET /",
  permission: "s3:ListAllMyBuckets",
  repeated: ["Bucket"],
});

/** Where S3 says nothing, it means the first region; `EU` is an old name of Ireland. */
function regionOf({ value }: JsonObject, { region }: Seen): Json {
  const said = textIn(value);
  if (said === undefined) return partitionOf(region).home;
  return said === "EU" ? "eu-west-1" : said;
}

function encryption(answer: JsonObject): Json {
  const rules = objectsOf(answer["Rule"]).map((rule) => ({
    ServerSideEncryptionByDefault: rule["ApplyServerSideEncryptionByDefault"],
    BucketKeyEnabled: rule["BucketKeyEnabled"],
  }));
  return { ServerSideEncryptionConfiguration: rules };
}

function objectLock(answer: JsonObject): Json {
  const rule = objectOf(answer["Rule"]);
  const retention = objectOf(rule["DefaultRetention"]);
  const kept = {
    Mode: retention["Mode"],
    // Only one of them is said.
    Days: numberIn(retention["Days"]) || undefined,
    Years: numberIn(retention["Years"]) || undefined,
  };
  return {
    ObjectLockEnabled: answer["ObjectLockEnabled"],
    ...(isObject(answer["Rule"]) ? { Rule: { DefaultRetention: kept } } : {}),
  };
}

function logging(answer: JsonObject): Json | undefined {
  const enabled = answer["LoggingEnabled"];
  if (!isObject(enabled)) return undefined;
  return { DestinationBucketName: enabled["TargetBucket"], LogFilePrefix: enabled["TargetPrefix"] };
}

/** Days are kept, with what they are days of; filters as they are. */
function lifecycle(answer: JsonObject): Json {
  const rules = objectsOf(answer["Rule"]).map((rule) => ({
    Id: rule["ID"],
    Status: rule["Status"],
    Prefix: textIn(rule["Prefix"]) ?? textIn(objectOf(rule["Filter"])["Prefix"]),
    ExpirationInDays: numberIn(objectOf(rule["Expiration"])["Days"]),
    NoncurrentVersionExpiration: isObject(rule["NoncurrentVersionExpiration"])
      ? {
          NoncurrentDays: numberIn(rule["NoncurrentVersionExpiration"]["NoncurrentDays"]),
          NewerNoncurrentVersions: numberIn(
            rule["NoncurrentVersionExpiration"]["NewerNoncurrentVersions"],
          ),
        }
      : undefined,
    AbortIncompleteMultipartUpload: isObject(rule["AbortIncompleteMultipartUpload"])
      ? {
          DaysAfterInitiation: numberIn(
            rule["AbortIncompleteMultipartUpload"]["DaysAfterInitiation"],
          ),
        }
      : undefined,
  }));
  return { Rules: rules };
}

/** Who is told of what happens in a bucket; S3 answers also where that is nobody. */
function notification(answer: JsonObject): Json | undefined {
  const {
    TopicConfiguration,
    QueueConfiguration,
    CloudFunctionConfiguration,
    EventBridgeConfiguration,
  } = answer;
  const told = {
    TopicConfigurations: TopicConfiguration,
    QueueConfigurations: QueueConfiguration,
    LambdaConfigurations: CloudFunctionConfiguration,
    // An element without anything in it is the switch.
    ...(EventBridgeConfiguration === undefined
      ? {}
      : { EventBridgeConfiguration: { EventBridgeEnabled: true } }),
  };
  return Object.values(told).every((each) => each === undefined) ? undefined : told;
}

const bucket = defineTable({
  type: "AWS::S3::Bucket",
  isGlobal: true,
  list: {
    call: listBuckets,
    // Regions of buckets are told only where pages are asked for.
    with: { "max-buckets": 1000 },
    items: "Buckets.Bucket",
    page: ["ContinuationToken", "continuation-token"],
  },
  address: (seen) => `arn:${seen.partition}:s3:::${wordIn(seen.item["Name"])}`,
  takes: { BucketName: "Name", Region: "BucketRegion" },
  regionOf: ({ body }) => textIn(body["Region"]),
  steps: [
    {
      call: call("GetBucketLocation", { http: "GET /{Bucket}?location" }),
      with: ({ item, body }) =>
        body["Region"] === undefined ? { Bucket: item["Name"] } : undefined,
      takes: { Region: regionOf },
    },
    ask(
      {
        name: "GetPublicAccessBlock",
        of: "publicAccessBlock",
        permission: "GetBucketPublicAccessBlock",
        none: "NoSuchPublicAccessBlockConfiguration",
      },
      { PublicAccessBlockConfiguration: "" },
    ),
    ask(
      { name: "GetBucketPolicy", of: "policy", none: "NoSuchBucketPolicy" },
      { $policy: (answer) => parsedJson(answer["Policy"]) },
    ),
    ask(
      { name: "GetBucketPolicyStatus", of: "policyStatus", none: "NoSuchBucketPolicy" },
      { PolicyStatus: "" },
    ),
    ask(
      { name: "GetBucketAcl", of: "acl", repeated: ["Grant"] },
      {
        AccessControlPolicy: (answer) => ({
          Owner: answer["Owner"],
          Grants: listOf(objectOf(answer["AccessControlList"])["Grant"]),
        }),
      },
    ),
    ask(
      {
        name: "GetBucketOwnershipControls",
        of: "ownershipControls",
        none: "OwnershipControlsNotFoundError",
        repeated: ["Rule"],
      },
      { OwnershipControls: (answer) => ({ Rules: answer["Rule"] }) },
    ),
    ask(
      {
        name: "GetBucketEncryption",
        of: "encryption",
        permission: "GetEncryptionConfiguration",
        none: "ServerSideEncryptionConfigurationNotFoundError",
        repeated: ["Rule"],
      },
      { BucketEncryption: encryption },
    ),
    ask(
      { name: "GetBucketVersioning", of: "versioning" },
      {
        VersioningConfiguration: (answer) =>
          answer["Status"] === undefined
            ? undefined
            : { Status: answer["Status"], MFADelete: answer["MfaDelete"] },
      },
    ),
    ask(
      {
        name: "GetObjectLockConfiguration",
        of: "object-lock",
        permission: "GetBucketObjectLockConfiguration",
        none: "ObjectLockConfigurationNotFoundError",
      },
      {
        ObjectLockEnabled: (answer) => answer["ObjectLockEnabled"] === "Enabled",
        ObjectLockConfiguration: objectLock,
      },
    ),
    ask({ name: "GetBucketLogging", of: "logging" }, { LoggingConfiguration: logging }),
    ask(
      {
        name: "GetBucketLifecycleConfiguration",
        of: "lifecycle",
        permission: "GetLifecycleConfiguration",
        none: "NoSuchLifecycleConfiguration",
        repeated: ["Rule"],
      },
      { LifecycleConfiguration: lifecycle },
    ),
    ask(
      {
        name: "GetBucketReplication",
        of: "replication",
        permission: "GetReplicationConfiguration",
        none: "ReplicationConfigurationNotFoundError",
        repeated: ["Rule"],
      },
      { ReplicationConfiguration: ({ Role, Rule }) => ({ Role, Rules: Rule }) },
    ),
    ask(
      {
        name: "GetBucketNotificationConfiguration",
        of: "notification",
        permission: "GetBucketNotification",
        repeated: ["TopicConfiguration", "QueueConfiguration", "CloudFunctionConfiguration"],
      },
      { NotificationConfiguration: notification },
    ),
    ask(
      { name: "GetBucketWebsite", of: "website", none: "NoSuchWebsiteConfiguration" },
      {
        WebsiteConfiguration: (answer) => ({
          IndexDocument: objectOf(answer["IndexDocument"])["Suffix"],
          RedirectAllRequestsTo: answer["RedirectAllRequestsTo"],
        }),
      },
    ),
    ask(
      { name: "GetBucketTagging", of: "tagging", none: "NoSuchTagSet", repeated: ["Tag"] },
      { Tags: (answer) => objectOf(answer["TagSet"])["Tag"] },
    ),
  ],
  also: {
    types: ["AWS::S3::BucketPolicy"],
    of: ({ item, body, partition }) => {
      const Bucket = item["Name"];
      const address = `arn:${partition}:s3:::${wordIn(Bucket)}?policy`;
      if (body["$policy"] === undefined) return [];
      return [
        {
          type: "AWS::S3::BucketPolicy",
          address,
          body: { Bucket, PolicyDocument: body["$policy"] },
        },
      ];
    },
  },
});

/** Buckets. */
export const s3Tables: readonly Table[] = [bucket];
