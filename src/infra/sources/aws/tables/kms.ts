import { parsedJson, wordIn } from "../../live/json.ts";
import { callsOf } from "../client/operation.ts";
import { arn, defineTable, type Seen, type Table } from "../table.ts";

const call = callsOf("kms");
const page = ["NextMarker", "Marker"] as const;

/** Those of AWS are managed by AWS, and their policies cannot be changed. */
function isOwn({ body }: Seen): boolean {
  return body["KeyManager"] !== "AWS";
}

/** Only material that KMS made for symmetric keys is rotated; other keys refuse the question. */
function isRotated(seen: Seen): boolean {
  const { KeySpec, Origin } = seen.body;
  const isSymmetric = typeof KeySpec !== "string" || KeySpec === "SYMMETRIC_DEFAULT";
  return isOwn(seen) && isSymmetric && (typeof Origin !== "string" || Origin === "AWS_KMS");
}

const key = defineTable({
  type: "AWS::KMS::Key",
  list: { call: call("ListKeys"), with: { Limit: 1000 }, items: "Keys", page },
  address: ({ item }) => wordIn(item["KeyArn"]),
  takes: { KeyId: "KeyId" },
  steps: [
    {
      call: call("DescribeKey"),
      with: ({ item }) => ({ KeyId: item["KeyId"] }),
      takes: {
        Enabled: "KeyMetadata.Enabled",
        KeyManager: "KeyMetadata.KeyManager",
        KeySpec: "KeyMetadata.KeySpec",
        KeyState: "KeyMetadata.KeyState",
        KeyUsage: "KeyMetadata.KeyUsage",
        MultiRegion: "KeyMetadata.MultiRegion",
        Origin: "KeyMetadata.Origin",
      },
    },
    {
      call: call("GetKeyRotationStatus"),
      with: (seen) => (isRotated(seen) ? { KeyId: seen.item["KeyId"] } : undefined),
      takes: {
        EnableKeyRotation: "KeyRotationEnabled",
        RotationPeriodInDays: "RotationPeriodInDays",
      },
    },
    {
      call: call("GetKeyPolicy"),
      with: (seen) =>
        isOwn(seen) ? { KeyId: seen.item["KeyId"], PolicyName: "default" } : undefined,
      takes: { KeyPolicy: (answer) => parsedJson(answer["Policy"]) },
    },
  ],
});

const alias = defineTable({
  type: "AWS::KMS::Alias",
  list: { call: call("ListAliases"), with: { Limit: 100 }, items: "Aliases", page },
  address: (seen) =>
    wordIn(seen.item["AliasArn"] ?? `${arn("kms", seen)}${wordIn(seen.item["AliasName"])}`),
  takes: { AliasName: "AliasName", TargetKeyId: "TargetKeyId" },
  // Names that AWS keeps for keys that do not exist yet.
  wants: ({ item }) => item["TargetKeyId"] !== undefined,
});

/** Keys and their names. */
export const kmsTables: readonly Table[] = [key, alias];
