import { objectsOf, wordIn, type JsonObject } from "../../../live/json.ts";
import { region, type Made, type Maker } from "./made.ts";
import { block, xml } from "./words.ts";

function ofBucket(name: string): Made {
  const live = `arn:aws:s3:::${name}`;
  return { attributes: { id: name, bucket: name, arn: live }, live };
}

/** Puts one part of a bucket's configuration. */
function part(of: string, bodyOf: (body: JsonObject) => string): Maker {
  return async (body, { put }) => {
    const name = wordIn(body["bucket"]);
    await put(`${name}?${of}`, { body: bodyOf(body) });
    return ofBucket(name);
  };
}

/** A policy as the provider writes it: one thing alone is no list. moto knows a bucket of logs by that. */
function compact(policy: string): string {
  return JSON.stringify(JSON.parse(policy), (key, value: unknown) =>
    Array.isArray(value) && value.length === 1 && key !== "Statement" ? value[0] : value,
  );
}

const owner = { ID: "75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a" };
const everybody = "http://acs.amazonaws.com/groups/global/AllUsers";

/**
 * What a canned ACL stands for, written out: moto makes one grant of two rights of `public-read-write`,
 * where AWS has two ("Access control list overview", canned ACL).
 */
function grantsOf(acl: string): string {
  const rights = { "public-read": ["READ"], "public-read-write": ["READ", "WRITE"] }[acl] ?? [];
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  const grants = [
    `<Grant><Grantee ${xsi} xsi:type="CanonicalUser">${xml("ID", owner.ID)}</Grantee><Permission>FULL_CONTROL</Permission></Grant>`,
    ...rights.map(
      (right) =>
        `<Grant><Grantee ${xsi} xsi:type="Group">${xml("URI", everybody)}</Grantee>${xml("Permission", right)}</Grant>`,
    ),
  ];
  return `<AccessControlPolicy>${xml("Owner", owner)}<AccessControlList>${grants.join("")}</AccessControlList></AccessControlPolicy>`;
}

/** Buckets with all that Terraform writes apart. */
export const storageMakers: Readonly<Record<string, Maker>> = {
  aws_s3_bucket: async (body, { put }) => {
    const name = wordIn(body["bucket"]);
    const isLocked = body["object_lock_enabled"] === true;
    await put(name, {
      body: xml("CreateBucketConfiguration", { LocationConstraint: region }),
      headers: isLocked ? { "x-amz-bucket-object-lock-enabled": "true" } : {},
    });
    return ofBucket(name);
  },
  aws_s3_bucket_public_access_block: part("publicAccessBlock", (body) =>
    xml("PublicAccessBlockConfiguration", {
      BlockPublicAcls: body["block_public_acls"] ?? false,
      IgnorePublicAcls: body["ignore_public_acls"] ?? false,
      BlockPublicPolicy: body["block_public_policy"] ?? false,
      RestrictPublicBuckets: body["restrict_public_buckets"] ?? false,
    }),
  ),
  aws_s3_bucket_ownership_controls: part("ownershipControls", (body) =>
    xml("OwnershipControls", {
      Rule: { ObjectOwnership: block(body, "rule")["object_ownership"] },
    }),
  ),
  aws_s3_bucket_server_side_encryption_configuration: part("encryption", (body) => {
    const rule = block(body, "rule");
    const chosen = block(rule, "apply_server_side_encryption_by_default");
    return xml("ServerSideEncryptionConfiguration", {
      Rule: {
        ApplyServerSideEncryptionByDefault: {
          SSEAlgorithm: chosen["sse_algorithm"],
          KMSMasterKeyID: chosen["kms_master_key_id"],
        },
        BucketKeyEnabled: rule["bucket_key_enabled"],
      },
    });
  }),
  aws_s3_bucket_versioning: part("versioning", (body) =>
    xml("VersioningConfiguration", {
      Status: block(body, "versioning_configuration")["status"],
    }),
  ),
  aws_s3_bucket_object_lock_configuration: part("object-lock", (body) => {
    const { mode, days, years } = block(block(body, "rule"), "default_retention");
    return xml("ObjectLockConfiguration", {
      ObjectLockEnabled: "Enabled",
      Rule: { DefaultRetention: { Mode: mode, Days: days, Years: years } },
    });
  }),
  aws_s3_bucket_lifecycle_configuration: part("lifecycle", (body) =>
    xml("LifecycleConfiguration", {
      Rule: objectsOf(body["rule"]).map((rule) => ({
        ID: rule["id"],
        Filter: { Prefix: block(rule, "filter")["prefix"] ?? "" },
        Status: rule["status"],
        NoncurrentVersionExpiration: {
          NoncurrentDays: block(rule, "noncurrent_version_expiration")["noncurrent_days"],
        },
      })),
    }),
  ),
  aws_s3_bucket_notification: part("notification", (body) =>
    xml("NotificationConfiguration", {
      TopicConfiguration: objectsOf(body["topic"]).map((topic) => ({
        Id: topic["id"],
        Topic: topic["topic_arn"],
        Event: topic["events"],
      })),
      ...(body["eventbridge"] === true ? { EventBridgeConfiguration: {} } : {}),
    }),
  ),
  aws_s3_bucket_logging: part("logging", (body) =>
    xml("BucketLoggingStatus", {
      LoggingEnabled: { TargetBucket: body["target_bucket"], TargetPrefix: body["target_prefix"] },
    }),
  ),
  aws_s3_bucket_replication_configuration: part("replication", (body) =>
    xml("ReplicationConfiguration", {
      Role: body["role"],
      Rule: objectsOf(body["rule"]).map((rule) => ({
        ID: rule["id"],
        Priority: 1,
        Status: rule["status"],
        DeleteMarkerReplication: { Status: "Disabled" },
        Filter: { Prefix: "" },
        Destination: { Bucket: block(rule, "destination")["bucket"] },
      })),
    }),
  ),
  aws_s3_bucket_policy: async (body, { put }) => {
    const name = wordIn(body["bucket"]);
    await put(`${name}?policy`, { body: compact(wordIn(body["policy"])) });
    return { ...ofBucket(name), live: `arn:aws:s3:::${name}?policy` };
  },
  aws_s3_bucket_acl: async (body, { put }) => {
    const name = wordIn(body["bucket"]);
    await put(`${name}?acl`, { body: grantsOf(wordIn(body["acl"])) });
    return ofBucket(name);
  },
};
