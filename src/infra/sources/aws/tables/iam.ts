// Who may do what. One call tells roles, users, groups and policies with all their documents.
import {
  numberIn,
  objectsOf,
  parsedJson,
  type Json,
  type JsonObject,
  wordIn,
} from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { defineTable, same, type Listing, type Table } from "../table.ts";

const call = callsOf("iam");
const page = ["Marker", "Marker"] as const;

function details(kind: string, items: string): Listing {
  return {
    call: call("GetAccountAuthorizationDetails"),
    with: { Filter: [kind], MaxItems: 500 },
    items,
    page,
  };
}

/** A policy, which IAM's answers carry with percent signs; a text where it is no JSON. */
export function policyIn(value: Json | undefined): Json | undefined {
  if (typeof value !== "string") return value;
  try {
    return parsedJson(decodeURIComponent(value));
  } catch {
    return parsedJson(value);
  }
}

function inline(list: string): (answer: JsonObject) => Json {
  return (answer) =>
    objectsOf(answer[list]).map(({ PolicyName, PolicyDocument }) => ({
      PolicyName,
      PolicyDocument: policyIn(PolicyDocument),
    }));
}

function attached(answer: JsonObject): Json {
  return objectsOf(answer["AttachedManagedPolicies"]).flatMap(({ PolicyArn }) => PolicyArn ?? []);
}

/** Policies that are written into somebody, each as what Terraform and CloudFormation write apart. */
function written(kind: "Role" | "User" | "Group"): NonNullable<Table["also"]> {
  const type = `AWS::IAM::${kind}Policy`;
  return {
    types: [type],
    of: ({ item, body }) =>
      objectsOf(body["Policies"]).map(({ PolicyName, PolicyDocument }) => ({
        type,
        address: `${wordIn(item["Arn"])}|policy/${wordIn(PolicyName)}`,
        body: { PolicyName, [`${kind}Name`]: item[`${kind}Name`], PolicyDocument },
      })),
  };
}

const boundary = "PermissionsBoundary.PermissionsBoundaryArn";

const role = defineTable({
  type: "AWS::IAM::Role",
  isGlobal: true,
  list: details("Role", "RoleDetailList"),
  address: ({ item }) => wordIn(item["Arn"]),
  takes: {
    ...same("RoleName Path Arn"),
    AssumeRolePolicyDocument: (answer) => policyIn(answer["AssumeRolePolicyDocument"]),
    ManagedPolicyArns: attached,
    Policies: inline("RolePolicyList"),
    PermissionsBoundary: boundary,
    RoleLastUsed: "RoleLastUsed",
  },
  also: written("Role"),
});

const accessKey = defineTable({
  type: "AWS::IAM::AccessKey",
  isGlobal: true,
  list: {
    call: call("ListAccessKeys"),
    with: (_, parent) => ({ UserName: parent?.item["UserName"] }),
    items: "AccessKeyMetadata",
    page,
  },
  address: ({ item, parent }) =>
    `${wordIn(parent?.item["Arn"])}/access-key/${wordIn(item["AccessKeyId"])}`,
  takes: same("UserName AccessKeyId Status CreateDate"),
  steps: [
    {
      call: call("GetAccessKeyLastUsed"),
      with: ({ item }) => ({ AccessKeyId: item["AccessKeyId"] }),
      takes: same("AccessKeyLastUsed"),
    },
  ],
});

const user = defineTable({
  type: "AWS::IAM::User",
  isGlobal: true,
  list: details("User", "UserDetailList"),
  address: ({ item }) => wordIn(item["Arn"]),
  takes: {
    ...same("UserName Path Arn"),
    Groups: "GroupList",
    ManagedPolicyArns: attached,
    Policies: inline("UserPolicyList"),
    PermissionsBoundary: boundary,
  },
  also: written("User"),
  children: [accessKey],
});

const group = defineTable({
  type: "AWS::IAM::Group",
  isGlobal: true,
  list: details("Group", "GroupDetailList"),
  address: ({ item }) => wordIn(item["Arn"]),
  takes: {
    ...same("GroupName Path Arn"),
    ManagedPolicyArns: attached,
    Policies: inline("GroupPolicyList"),
  },
  also: written("Group"),
});

const managedPolicy = defineTable({
  type: "AWS::IAM::ManagedPolicy",
  isGlobal: true,
  list: details("LocalManagedPolicy", "Policies"),
  address: ({ item }) => wordIn(item["Arn"]),
  takes: {
    ManagedPolicyName: ({ PolicyName, Arn }) => PolicyName ?? /[^/]*$/.exec(wordIn(Arn))?.[0],
    ...same("Path Arn"),
    AttachmentCount: (answer) => numberIn(answer["AttachmentCount"]),
    PolicyDocument: (answer) => {
      const versions = objectsOf(answer["PolicyVersionList"]);
      return policyIn(
        versions.find(({ IsDefaultVersion }) => IsDefaultVersion === true)?.["Document"],
      );
    },
  },
});

const instanceProfile = defineTable({
  type: "AWS::IAM::InstanceProfile",
  isGlobal: true,
  list: { call: call("ListInstanceProfiles"), items: "InstanceProfiles", page },
  address: ({ item }) => wordIn(item["Arn"]),
  takes: {
    ...same("InstanceProfileName Path Arn"),
    Roles: (answer) => objectsOf(answer["Roles"]).flatMap(({ RoleName }) => RoleName ?? []),
  },
});

const serviceCredential = defineTable({
  // Long-lived API keys of Bedrock are among them: `bedrock.amazonaws.com`.
  type: "AWS::IAM::ServiceSpecificCredential",
  isGlobal: true,
  list: {
    call: call("ListServiceSpecificCredentials"),
    with: { AllUsers: true },
    items: "ServiceSpecificCredentials",
    page,
  },
  address: ({ item, partition, account }) =>
    `arn:${partition}:iam::${account}:user/${wordIn(item["UserName"])}/service-credential/${wordIn(item["ServiceSpecificCredentialId"])}`,
  takes: same("UserName ServiceName Status CreateDate ExpirationDate ServiceSpecificCredentialId"),
});

/** Roles, people and policies. */
export const iamTables: readonly Table[] = [
  role,
  user,
  group,
  managedPolicy,
  instanceProfile,
  serviceCredential,
];
