import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { AwsV4Signer } from "aws4fetch";
import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { askJson } from "./http.ts";
import { hashOf, type KeyHash } from "./keys.ts";
import { publicKeyOf } from "./device-key.ts";
import type { SigningKey } from "./seal.ts";

const who = "AWS KMS";

const Credentials = z.object({
  AccessKeyId: z.string(),
  SecretAccessKey: z.string(),
  SessionToken: z.string().optional(),
});
type Credentials = z.infer<typeof Credentials>;

/**
 * Credentials of the environment; else those that the AWS command line finds, which knows profiles,
 * single sign-on and the roles of machines.
 */
function findCredentials(): Credentials {
  const { env } = process;
  const [id, secret] = [env["AWS_ACCESS_KEY_ID"], env["AWS_SECRET_ACCESS_KEY"]];
  if (id !== undefined && secret !== undefined)
    return { AccessKeyId: id, SecretAccessKey: secret, SessionToken: env["AWS_SESSION_TOKEN"] };
  const { status, stdout } = spawnSync(
    "aws",
    ["configure", "export-credentials", "--format", "process"],
    { encoding: "utf8", timeout: 20_000 },
  );
  try {
    if (status === 0) return Credentials.parse(JSON.parse(stdout));
  } catch {
    // Said below.
  }
  throw new PaviseError("service-failed", `${who}: no credentials are found`, {
    hint: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or log in with the AWS command line.",
  });
}

/** Where a key is, by `awskms://[ENDPOINT]/KEY`, as cosign has it. */
interface Address {
  readonly endpoint: string;
  readonly region: string;
  readonly key: string;
}

function readAddress(text: string): Address {
  const match = /^awskms:\/\/([^/]*)\/(.+)$/.exec(text);
  const key = match?.[2];
  const { env } = process;
  const inArn = /^arn:[^:]*:kms:([a-z0-9-]+):/.exec(key ?? "")?.[1];
  const region = inArn ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"];
  if (key === undefined || region === undefined || !/^[a-z0-9-]+$/.test(region))
    throw new PaviseError("usage", `--key ${text}: no key of AWS KMS in a region`, {
      hint: "awskms:///alias/models with AWS_REGION, or awskms:///arn:aws:kms:REGION:ACCOUNT:key/ID.",
    });
  const named = match?.[1] ?? "";
  const isLocal = /^(?:localhost|127\.)/.test(named);
  const endpoint =
    named === ""
      ? `https://kms.${region}.amazonaws.com`
      : `${isLocal ? "http" : "https"}://${named}`;
  return { endpoint, region, key };
}

async function call(
  { endpoint, region }: Address,
  action: string,
  parameters: object,
): Promise<unknown> {
  const { AccessKeyId, SecretAccessKey, SessionToken } = findCredentials();
  const body = JSON.stringify(parameters);
  const signer = new AwsV4Signer({
    url: `${endpoint}/`,
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `TrentService.${action}`,
    },
    body,
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    service: "kms",
    region,
  });
  const { headers } = await signer.sign();
  const type = "application/x-amz-json-1.1";
  return askJson({ url: `${endpoint}/`, who, body, type, headers: Object.fromEntries(headers) });
}

const algorithms: Readonly<Record<KeyHash, string>> = {
  sha256: "ECDSA_SHA_256",
  sha384: "ECDSA_SHA_384",
  sha512: "ECDSA_SHA_512",
};
const PublicKey = z.object({ PublicKey: z.string() });
const Signed = z.object({ Signature: z.string() });

function answerOf<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new PaviseError("service-failed", `${who}: its answer holds not what was asked for`);
}

/** Opens a key of AWS KMS. Throws `usage`, `key-invalid` and `service-failed`. */
export async function openAwsKey(text: string): Promise<SigningKey> {
  const address = readAddress(text);
  const KeyId = address.key;
  const known = answerOf(PublicKey, await call(address, "GetPublicKey", { KeyId }));
  const publicKey = publicKeyOf(Buffer.from(known.PublicKey, "base64"), who);
  return {
    publicKey,
    sign: async (message) => {
      const hash = hashOf(publicKey) ?? "sha256";
      const digest = createHash(hash).update(message).digest("base64");
      const answer = await call(address, "Sign", {
        KeyId,
        Message: digest,
        MessageType: "DIGEST",
        SigningAlgorithm: algorithms[hash],
      });
      return Buffer.from(answerOf(Signed, answer).Signature, "base64");
    },
  };
}
