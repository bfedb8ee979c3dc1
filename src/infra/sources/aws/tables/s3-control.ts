// What an account says of all of its buckets, and other doors to them.
import { parsedJson, wordIn } from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { defineTable, same, type Table } from "../table.ts";

const control = callsOf("s3control");

const accountAccess = defineTable({
  // CloudFormation has none; this is what Terraform's aws_s3_account_public_access_block sets.
  type: "AWS::S3::AccountPublicAccessBlock",
  isGlobal: true,
  address: ({ partition, account }) =>
    `arn:${partition}:s3::${account}:account-public-access-block`,
  takes: { AccountId: (_, { account }) => account },
  steps: [
    {
      call: control("GetPublicAccessBlock", {
        http: "GET /v20180820/configuration/publicAccessBlock",
        permission: "s3:GetAccountPublicAccessBlock",
        absent: ["NoSuchPublicAccessBlockConfiguration"],
      }),
      with: ({ account }) => ({ AccountId: account }),
      takes: same("BlockPublicAcls IgnorePublicAcls BlockPublicPolicy RestrictPublicBuckets"),
    },
  ],
});

const point = "/v20180820/accesspoint/{name}";

const accessPoint = defineTable({
  // Another door to a bucket, with a policy of its own.
  type: "AWS::S3::AccessPoint",
  list: {
    call: control("ListAccessPoints", {
      http: "GET /v20180820/accesspoint",
      permission: "s3:ListAccessPoints",
      repeated: ["AccessPoint"],
    }),
    with: ({ account }) => ({ AccountId: account, maxResults: 1000 }),
    items: "AccessPointList.AccessPoint",
    page: ["NextToken", "nextToken"],
  },
  address: ({ item }) => wordIn(item["AccessPointArn"]),
  takes: {
    ...same("Name Bucket NetworkOrigin"),
    BucketAccountId: "BucketAccountId",
    VpcConfiguration: "VpcConfiguration",
  },
  steps: [
    {
      call: control("GetAccessPoint", { http: `GET ${point}`, permission: "s3:GetAccessPoint" }),
      with: ({ item, account }) => ({ name: item["Name"], AccountId: account }),
      takes: same("PublicAccessBlockConfiguration"),
    },
    {
      call: control("GetAccessPointPolicy", {
        http: `GET ${point}/policy`,
        permission: "s3:GetAccessPointPolicy",
        absent: ["NoSuchAccessPointPolicy"],
      }),
      with: ({ item, account }) => ({ name: item["Name"], AccountId: account }),
      takes: { Policy: (answer) => parsedJson(answer["Policy"]) },
    },
  ],
});

/** Access points, and the block of public access of an account. */
export const s3ControlTables: readonly Table[] = [accessPoint, accountAccess];
