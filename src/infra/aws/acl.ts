import { fail, must, mustNotBe, pass, unknown, all, type Answer } from "../answer.ts";
import type { Cloud } from "../cloud.ts";
import { asText, walk } from "../fact.ts";
import type { Item } from "../type.ts";
import type { bucket } from "../types/aws/s3.ts";
import { danger, thingOf } from "../way.ts";
import { isOnForAccount } from "./blocks.ts";

type Bucket = Item<(typeof bucket)["facts"]>;

/** Canned ACLs that give everybody, or everybody with an account, a right, in both spellings. */
const canned = {
  read: [
    "public-read",
    "public-read-write",
    "authenticated-read",
    "PublicRead",
    "PublicReadWrite",
    "AuthenticatedRead",
    "website",
  ],
  write: ["public-read-write", "PublicReadWrite"],
} as const;

const permissions = {
  read: new Set(["READ", "FULL_CONTROL"]),
  write: new Set(["WRITE", "WRITE_ACP", "FULL_CONTROL"]),
} as const;

const everybody = /\/groups\/global\/(?:AllUsers|AuthenticatedUsers)$/;

function textAt(value: Parameters<typeof walk>[0], ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const found = walk(value, key.split("."));
    const fact = found === undefined ? undefined : asText(found);
    if (fact?.kind === "known") return fact.value;
  }
  return undefined;
}

/**
 * Whether the ACL of a bucket gives everybody a right, also where a block makes that idle for now:
 * that is said with less weight.
 */
export function aclAllows(it: Bucket, cloud: Cloud, right: "read" | "write"): Answer {
  const { facts, resource } = it;
  const { acl, grants, ignorePublicAcls, ownership } = facts;
  const answers: Answer[] = [mustNotBe<string>(acl, canned[right])];
  if (grants.kind === "known") {
    for (const grant of grants.value.items) {
      const uri = textAt(grant, "grantee.uri", "Grantee.URI", "uri");
      const permission = textAt(grant, "permission", "Permission");
      if (uri !== undefined && everybody.test(uri) && permissions[right].has(permission ?? ""))
        answers.push(fail(grant.at));
    }
    if (grants.value.open !== undefined) answers.push(unknown(grants.at, grants.value.open));
  } else if (grants.kind !== "absent") answers.push(must(grants, () => true));
  const answer = all(...answers);
  if (answer.kind !== "fail") return answer.kind === "pass" ? pass : answer;
  const isIdle =
    isOnForAccount(cloud, resource, "ignorePublicAcls") ||
    (ignorePublicAcls.kind === "known" && ignorePublicAcls.value) ||
    (ownership.kind === "known" && ownership.value === "BucketOwnerEnforced");
  const said = acl.kind === "known" && answer.at === acl.at ? ` (${acl.value})` : "";
  const way = [
    {
      at: answer.at,
      message: `may ${right} by the ACL${said}`,
      thing: danger("group of the ACL", "everybody"),
    },
    {
      at: it.resource.at,
      message: isIdle ? "only a block of ACLs keeps them out" : "is open to the world",
      thing: thingOf(it),
    },
  ];
  if (!isIdle) return { ...answer, way };
  const message = `The ACL of a bucket lets everybody ${right}, and only a block of ACLs does not`;
  return { ...answer, severity: "low", message, way };
}
