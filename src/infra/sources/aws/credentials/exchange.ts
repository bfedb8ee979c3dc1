// Credentials that are given for others, or for being somewhere: roles, single sign-on, containers,
// machines. Nothing here is signed with what a table reads.
import { AwsV4Signer } from "aws4fetch";
import { PaviseError } from "../../../../core/index.ts";
import { textOfAnswer } from "../../live/body.ts";
import { at, isObject, textIn, wordIn, type Json, type JsonObject } from "../../live/json.ts";
import { pause } from "../../live/pace.ts";
import { decode, errorOf } from "../client/decode.ts";
import { encode } from "../client/encode.ts";
import type { Operation, Parameters } from "../client/operation.ts";
import {
  endpointOf,
  isRegion,
  partitionOf,
  saidEndpoint,
  type Environment,
} from "../client/services.ts";
import type { Credentials } from "./credentials.ts";

/** Fails where no credentials can be had. */
export function noCredentials(message: string, hint: string): PaviseError {
  return new PaviseError("service-failed", `AWS: ${message}`, { hint });
}

interface Asked {
  readonly url: URL | string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs?: number;
}

const maxBytes = 1_000_000;

/** Asks, and gives status and text; undefined where nobody answers. */
export async function askText(
  asked: Asked,
): Promise<{ status: number; headers: Headers; text: string } | undefined> {
  const { url, method = "GET", headers = {}, body, timeoutMs = 10_000 } = asked;
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
    return {
      status: response.status,
      headers: response.headers,
      text: await textOfAnswer(response, maxBytes),
    };
  } catch {
    return undefined;
  }
}

/** Reads credentials out of an answer under the names that it has. */
export function credentialsIn(value: Json | undefined): Credentials | undefined {
  if (!isObject(value)) return undefined;
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => textIn(value[name])).find((text) => text !== undefined);
  const accessKeyId = first("AccessKeyId", "accessKeyId");
  const secretAccessKey = first("SecretAccessKey", "secretAccessKey");
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  const ends = first("Expiration", "expiration") ?? value["expiration"];
  const expires = typeof ends === "number" ? ends : Date.parse(wordIn(ends));
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: first("SessionToken", "sessionToken", "Token"),
    ...(Number.isNaN(expires) ? {} : { expires }),
  };
}

/** What a role is assumed with. */
export interface Role {
  readonly arn: string;
  readonly externalId?: string;
  readonly session?: string;
  readonly region: string;
  readonly env: Environment;
}

async function askSts(
  operation: Operation,
  {
    parameters,
    role,
    by,
  }: { readonly parameters: Parameters; readonly role: Role; readonly by?: Credentials },
): Promise<Credentials> {
  const endpoint = endpointOf("sts", role);
  const { method, url, headers, body } = encode(operation, { parameters, endpoint });
  const signed =
    by === undefined
      ? headers
      : Object.fromEntries(
          (
            await new AwsV4Signer({
              ...by,
              method,
              url: url.href,
              headers: { ...headers },
              body,
              service: "sts",
              region: role.region,
            }).sign()
          ).headers,
        );
  const asked = { url, method, headers: signed, body, timeoutMs: 20_000 };
  let reply = await askText(asked);
  for (let tried = 1; tried < 3 && isBusy(reply); tried++) {
    await pause(500 * 2 ** tried);
    reply = await askText(asked);
  }
  const how = reply === undefined ? "no answer" : errorOf(reply);
  const found =
    reply?.status === 200 ? credentialsIn(at(decode(operation, reply), "Credentials")) : undefined;
  if (found !== undefined) return found;
  const why = typeof how === "string" ? how : `${how.code} ${how.message}`.trim();
  throw noCredentials(
    `the role ${role.arn} cannot be assumed: ${why}`,
    "Its trust policy must name who asks; --external-id where that is wanted.",
  );
}

function isBusy(reply: Awaited<ReturnType<typeof askText>>): boolean {
  return reply === undefined || reply.status >= 500 || errorOf(reply).code.startsWith("Throttl");
}

const session = "pavise-audit";

/** Credentials of a role, by those of someone whom it trusts. */
export function assumeRole(role: Role, by: Credentials): Promise<Credentials> {
  const { arn, externalId } = role;
  const parameters = {
    RoleArn: arn,
    RoleSessionName: role.session ?? session,
    ...(externalId === undefined ? {} : { ExternalId: externalId }),
  };
  return askSts({ service: "sts", name: "AssumeRole" }, { parameters, role, by });
}

/** Credentials of a role, by a token of OpenID Connect; Kubernetes and pipelines have such. */
export function assumeByToken(role: Role, token: string): Promise<Credentials> {
  const parameters = {
    RoleArn: role.arn,
    RoleSessionName: role.session ?? session,
    WebIdentityToken: token,
  };
  return askSts({ service: "sts", name: "AssumeRoleWithWebIdentity" }, { parameters, role });
}

function jsonIn(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Hosts that may be told the token of a container over http: ECS, EKS Pod Identity, this machine. */
const containerHosts =
  /^(?:169\.254\.170\.2|169\.254\.170\.23|\[fd00:ec2::23\]|localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Credentials of a task in ECS or a pod in EKS; undefined where there is no word of them. */
export async function ofContainer(
  env: Environment,
  readToken: (file: string) => string | undefined,
): Promise<Credentials | undefined> {
  const relative = env["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
  const full = env["AWS_CONTAINER_CREDENTIALS_FULL_URI"];
  if (relative === undefined && full === undefined) return undefined;
  const text = relative === undefined ? full! : `http://169.254.170.2${relative}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== "https:" && !containerHosts.test(url.hostname)))
    throw noCredentials(
      "the address of the container's credentials is not one that is trusted",
      "AWS_CONTAINER_CREDENTIALS_FULL_URI must be https or an address of AWS's agents.",
    );
  const file = env["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"];
  const token = file === undefined ? env["AWS_CONTAINER_AUTHORIZATION_TOKEN"] : readToken(file);
  const reply = await askText({
    url,
    headers: token === undefined ? {} : { authorization: token },
  });
  const found = reply?.status === 200 ? credentialsIn(jsonIn(reply.text)) : undefined;
  if (found !== undefined) return found;
  throw noCredentials(
    "the container's agent gives no credentials",
    "Look at the role of the task.",
  );
}

/** Credentials of the role of a machine, by IMDSv2; undefined where this is no such machine. */
export async function ofMachine(env: Environment): Promise<Credentials | undefined> {
  if (env["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true") return undefined;
  const base = env["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? "http://169.254.169.254";
  const timeoutMs = 1_000;
  const path = `${base.replace(/\/+$/, "")}/latest`;
  const asked = { "x-aws-ec2-metadata-token-ttl-seconds": "21600" };
  const token = await askText({
    url: `${path}/api/token`,
    method: "PUT",
    headers: asked,
    timeoutMs,
  });
  if (token?.status !== 200) return undefined;
  const headers = { "x-aws-ec2-metadata-token": token.text };
  const roles = `${path}/meta-data/iam/security-credentials/`;
  const names = await askText({ url: roles, headers, timeoutMs });
  const name = names?.status === 200 ? names.text.trim().split("\n")[0] : undefined;
  if (name === undefined || name === "") return undefined;
  const reply = await askText({ url: `${roles}${encodeURIComponent(name)}`, headers, timeoutMs });
  return reply?.status === 200 ? credentialsIn(jsonIn(reply.text)) : undefined;
}

/** Credentials by single sign-on, with the token that a login has left. */
export async function ofSignOn(asked: {
  readonly token: string | undefined;
  readonly region: string;
  readonly account: string;
  readonly role: string;
  readonly env: Environment;
}): Promise<Credentials> {
  const { token, region, account, role, env } = asked;
  const hint = "Log in with `aws sso login`.";
  const cached = token === undefined ? undefined : jsonIn(token);
  const bearer = textIn(cached?.["accessToken"]);
  if (bearer === undefined) throw noCredentials("there is no login by single sign-on", hint);
  if (Date.parse(textIn(cached?.["expiresAt"]) ?? "") <= Date.now())
    throw noCredentials("the login by single sign-on has ended", hint);
  // It becomes part of the name of a host that is told the token.
  if (!isRegion(region)) throw noCredentials(`sso_region ${region}: no region of AWS`, hint);
  const said = env["AWS_ENDPOINT_URL_SSO"];
  const own = said
    ? saidEndpoint("AWS_ENDPOINT_URL_SSO", said).href.replace(/\/+$/, "")
    : `https://portal.sso.${region}.${partitionOf(region).suffix}`;
  const query = new URLSearchParams({ role_name: role, account_id: account });
  const reply = await askText({
    url: `${own}/federation/credentials?${query.toString()}`,
    headers: { "x-amz-sso_bearer_token": bearer },
  });
  const found =
    reply?.status === 200 ? credentialsIn(jsonIn(reply.text)?.["roleCredentials"]) : undefined;
  if (found === undefined)
    throw noCredentials(`single sign-on gives no credentials of ${role} in ${account}`, hint);
  return found;
}

/** Reads what a program of the user prints. */
export function credentialsOfProgram(output: string): Credentials {
  try {
    const found = credentialsIn(JSON.parse(output) as Json);
    if (found !== undefined) return found;
  } catch {
    // What is thrown quotes what was printed, which is a secret.
    throw noCredentials("credential_process prints no JSON", "See the profile.");
  }
  throw noCredentials("credential_process prints no credentials", "See the profile.");
}
