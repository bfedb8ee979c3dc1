import { asPolicy } from "../../aws/policy.ts";
import { defineType, list, spec, text, value } from "../../type.ts";

const policy = spec(asPolicy);

export const role = defineType({
  label: "IAM role",
  names: { terraform: "aws_iam_role", cloudformation: "AWS::IAM::Role" },
  identifiedBy: ["name", "arn"],
  facts: {
    name: text("RoleName", { terraform: "name" }),
    arn: text("Arn", { cloudformation: false, aws: "Arn" }),
    trust: policy("AssumeRolePolicyDocument", { terraform: "assume_role_policy" }),
    attached: list("ManagedPolicyArns", {
      terraform: "managed_policy_arns",
    }),
    inline: list("Policies", { terraform: "inline_policy" }),
  },
});

/** A credential of a user for one service, such as a long-lived API key of Bedrock. */
export const serviceCredential = defineType({
  label: "service-specific credential",
  names: {
    terraform: "aws_iam_service_specific_credential",
    aws: "AWS::IAM::ServiceSpecificCredential",
  },
  facts: {
    service: text("ServiceName"),
    status: text("Status", { absent: "Active" }),
    expires: value("ExpirationDate", { terraform: "credential_age_days" }),
  },
});

/** A policy that stands by itself or is written into a role. */
export const identityPolicy = defineType({
  label: "IAM policy",
  names: {
    terraform: [
      "aws_iam_policy",
      "aws_iam_role_policy",
      "aws_iam_user_policy",
      "aws_iam_group_policy",
    ],
    cloudformation: [
      "AWS::IAM::ManagedPolicy",
      "AWS::IAM::Policy",
      "AWS::IAM::RolePolicy",
      "AWS::IAM::UserPolicy",
      "AWS::IAM::GroupPolicy",
    ],
  },
  identifiedBy: ["name", "arn"],
  facts: {
    name: text("PolicyName", {
      terraform: "name",
      cloudformation: ["PolicyName", "ManagedPolicyName"],
    }),
    arn: text("Arn", { cloudformation: false, aws: "Arn" }),
    document: policy("PolicyDocument", { terraform: "policy" }),
    /** Of a policy that is written into a role. */
    role: value("Roles", { terraform: "role", cloudformation: ["Roles", "RoleName"] }),
  },
});

/** Whom policies are written into, where these are no resources of their own. Live, they are. */
export const policyHolder = defineType({
  label: "role, user or group with policies in it",
  names: {
    terraform: "aws_iam_role",
    cloudformation: ["AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::Group"],
    aws: [],
  },
  facts: { inline: list("Policies", { terraform: "inline_policy" }) },
});

export const policyAttachment = defineType({
  label: "attachment of a policy",
  names: {
    terraform: [
      "aws_iam_role_policy_attachment",
      "aws_iam_user_policy_attachment",
      "aws_iam_group_policy_attachment",
      "aws_iam_policy_attachment",
      "aws_iam_role_policy_attachments_exclusive",
    ],
    aws: [],
  },
  facts: {
    policy: value("PolicyArn", { terraform: ["policy_arn", "policy_arns"] }),
    role: value("Role", { terraform: ["role", "roles", "role_name"] }),
    user: value("User", { terraform: ["user", "users"] }),
    group: value("Group", { terraform: ["group", "groups"] }),
  },
});
