import { listOf, objectOf, objectsOf, wordIn, type JsonObject } from "../../../live/json.ts";
import { account, region, type Maker } from "./made.ts";
import { asked, block } from "./words.ts";

const iam = (rest: string): string => `arn:aws:iam::${account}:${rest}`;

function named(arn: string, body: JsonObject): JsonObject {
  return { id: body["name"], name: body["name"], arn };
}

/** Roles, policies, keys, trails and logs. */
export const accessMakers: Readonly<Record<string, Maker>> = {
  aws_iam_role: async (body, { make }) => {
    await make("iam", "CreateRole", {
      RoleName: body["name"],
      AssumeRolePolicyDocument: body["assume_role_policy"],
    });
    const live = iam(`role/${wordIn(body["name"])}`);
    return { attributes: named(live, body), live };
  },
  aws_iam_role_policy: async (body, { make }) => {
    const { name: PolicyName, role: RoleName } = body;
    await make("iam", "PutRolePolicy", { RoleName, PolicyName, PolicyDocument: body["policy"] });
    const live = `${iam(`role/${wordIn(RoleName)}`)}|policy/${wordIn(PolicyName)}`;
    return { attributes: { id: `${wordIn(RoleName)}:${wordIn(PolicyName)}` }, live };
  },
  aws_iam_policy: async (body, { make }) => {
    await make("iam", "CreatePolicy", { PolicyName: body["name"], PolicyDocument: body["policy"] });
    const live = iam(`policy/${wordIn(body["name"])}`);
    return { attributes: named(live, body), live };
  },
  aws_iam_role_policy_attachment: async (body, { make }) => {
    await make("iam", "AttachRolePolicy", {
      RoleName: body["role"],
      PolicyArn: body["policy_arn"],
    });
    return { attributes: {} };
  },
  aws_kms_key: async (body, { make }) => {
    const { enable_key_rotation: rotates, description: Description, policy: Policy } = body;
    const answer = await make("kms", "CreateKey", { Description, Policy });
    const { Arn, KeyId } = objectOf(answer["KeyMetadata"]);
    if (rotates === true) await make("kms", "EnableKeyRotation", { KeyId });
    return { attributes: { id: KeyId, key_id: KeyId, arn: Arn }, live: wordIn(Arn) };
  },
  aws_kms_alias: async (body, { make }) => {
    await make("kms", "CreateAlias", {
      AliasName: body["name"],
      TargetKeyId: body["target_key_id"],
    });
    return { attributes: { name: body["name"] } };
  },
  aws_cloudtrail: async (body, { make }) => {
    const Name = body["name"];
    const live = `arn:aws:cloudtrail:${region}:${account}:trail/${wordIn(Name)}`;
    await make("cloudtrail", "CreateTrail", {
      Name,
      S3BucketName: body["s3_bucket_name"],
      IsMultiRegionTrail: body["is_multi_region_trail"],
      EnableLogFileValidation: body["enable_log_file_validation"],
      KmsKeyId: body["kms_key_id"],
    });
    if (body["enable_logging"] !== false) await make("cloudtrail", "StartLogging", { Name });
    const EventSelectors = objectsOf(body["event_selector"]).map((selector) => {
      const { data_resource: data, ...rest } = selector;
      return { ...asked(rest), DataResources: objectsOf(data).map((each) => asked(each)) };
    });
    if (EventSelectors.length > 0)
      await make("cloudtrail", "PutEventSelectors", { TrailName: Name, EventSelectors });
    return { attributes: { id: Name, arn: live }, live };
  },
  aws_cloudwatch_log_group: async (body, { make }) => {
    const logGroupName = body["name"];
    await make("logs", "CreateLogGroup", { logGroupName, kmsKeyId: body["kms_key_id"] });
    if (body["retention_in_days"] !== undefined)
      await make("logs", "PutRetentionPolicy", {
        logGroupName,
        retentionInDays: body["retention_in_days"],
      });
    const live = `arn:aws:logs:${region}:${account}:log-group:${wordIn(logGroupName)}`;
    return { attributes: { id: logGroupName, name: logGroupName, arn: live }, live };
  },
  aws_ecr_repository: async (body, { make }) => {
    const { kms_key: kmsKey, encryption_type: encryptionType } = block(
      body,
      "encryption_configuration",
    );
    const answer = await make("ecr", "CreateRepository", {
      repositoryName: body["name"],
      imageTagMutability: body["image_tag_mutability"],
      imageScanningConfiguration: {
        scanOnPush: block(body, "image_scanning_configuration")["scan_on_push"] ?? false,
      },
      ...(encryptionType === undefined
        ? {}
        : { encryptionConfiguration: { encryptionType, kmsKey } }),
    });
    const { repositoryArn: arn, repositoryUri: url } = objectOf(answer["repository"]);
    return {
      attributes: { ...named(wordIn(arn), body), repository_url: url },
      live: wordIn(arn),
    };
  },
  aws_ecr_repository_policy: async (body, { make }) => {
    const { repository: repositoryName, policy: policyText } = body;
    await make("ecr", "SetRepositoryPolicy", { repositoryName, policyText });
    const live = `arn:aws:ecr:${region}:${account}:repository/${wordIn(repositoryName)}`;
    return { attributes: { id: repositoryName }, live };
  },
  aws_comprehend_entity_recognizer: async (body, { make }) => {
    const { name: RecognizerName, ...rest } = body;
    const answer = await make("comprehend", "CreateEntityRecognizer", {
      RecognizerName,
      ...asked(rest, { lists: "entity_types" }),
    });
    const live = wordIn(answer["EntityRecognizerArn"]);
    return { attributes: { arn: live, names: listOf(body["name"]) }, live };
  },
};
