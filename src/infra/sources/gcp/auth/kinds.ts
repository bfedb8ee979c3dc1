// The kinds of credential files that `gcloud` and the console write.
// https://google.aip.dev/auth/4110 and what it leads to.
import { createPrivateKey, sign } from "node:crypto";
import type { JsonObject } from "../../live/json.ts";
import { isObject, textIn } from "../../live/json.ts";
import { askObject, askToken, noAccess } from "./exchange.ts";
import { subjectToken } from "./subject.ts";
import type { Token } from "../../live/token.ts";

/** Reading needs nothing more, and many of the services know no narrower scope. */
const scope = "https://www.googleapis.com/auth/cloud-platform";
const googleTokenUrl = "https://oauth2.googleapis.com/token";

function needed(file: JsonObject, key: string): string {
  const value = textIn(file[key]);
  if (value === undefined) throw noAccess(`the credentials have no ${key}`);
  return value;
}

function encoded(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** The signed statement that is exchanged for a token (RFC 7523). */
function assertion(file: JsonObject, audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const issuer = needed(file, "client_email");
  const head = encoded({ alg: "RS256", typ: "JWT", kid: textIn(file["private_key_id"]) });
  const claims = encoded({ iss: issuer, scope, aud: audience, iat: now, exp: now + 3600 });
  const pem = needed(file, "private_key");
  try {
    const key = createPrivateKey(pem);
    const mark = sign("sha256", Buffer.from(`${head}.${claims}`), key).toString("base64url");
    return `${head}.${claims}.${mark}`;
  } catch {
    // What is thrown may quote the key.
    throw noAccess("the private key of the credentials cannot be read");
  }
}

/** A key of a service account. The token server is the one that the key names. */
function serviceAccount(file: JsonObject): Promise<Token> {
  const url = textIn(file["token_uri"]) ?? googleTokenUrl;
  const form = {
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    assertion: assertion(file, url),
  };
  return askToken({ url, form });
}

/** What `gcloud auth application-default login` leaves behind. */
function authorizedUser(file: JsonObject, url: string): Promise<Token> {
  return askToken({
    url,
    form: {
      grant_type: "refresh_token",
      client_id: needed(file, "client_id"),
      client_secret: needed(file, "client_secret"),
      refresh_token: needed(file, "refresh_token"),
    },
  });
}

/** Workload identity federation: a token of someone else is exchanged (RFC 8693). */
async function externalAccount(file: JsonObject): Promise<Token> {
  const source = file["credential_source"];
  const answer = await askToken({
    url: needed(file, "token_url"),
    form: {
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      audience: needed(file, "audience"),
      scope,
      requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
      subject_token_type: needed(file, "subject_token_type"),
      subject_token: await subjectToken(isObject(source) ? source : {}),
    },
  });
  return impersonated(file, answer);
}

/** A token of the service account that the file names, in exchange for one that may act as it. */
async function impersonated(file: JsonObject, token: Token): Promise<Token> {
  const url = textIn(file["service_account_impersonation_url"]);
  if (url === undefined) return token;
  const answer = await askObject({
    url,
    headers: { authorization: `Bearer ${token.value}` },
    json: { scope: [scope] },
  });
  const value = textIn(answer["accessToken"]);
  if (value === undefined) throw noAccess(`${new URL(url).host} answers without a token`);
  const ends = Date.parse(textIn(answer["expireTime"]) ?? "");
  return { value, ends: Number.isNaN(ends) ? Date.now() + 300_000 : ends };
}

const deepest = 3;

/** Gets a token for the credentials of a file, whatever kind they are. */
export async function tokenFor(file: JsonObject, depth = 0): Promise<Token> {
  const { type } = file;
  switch (type) {
    case "service_account":
      return serviceAccount(file);
    case "authorized_user":
      return authorizedUser(file, textIn(file["token_uri"]) ?? googleTokenUrl);
    case "external_account_authorized_user":
      return authorizedUser(file, needed(file, "token_url"));
    case "external_account":
      return externalAccount(file);
    case "impersonated_service_account": {
      const source = file["source_credentials"];
      if (!isObject(source) || depth >= deepest)
        throw noAccess("the credentials have no source_credentials");
      return impersonated(file, await tokenFor(source, depth + 1));
    }
    default:
      throw noAccess("the credentials are of a kind that is not known");
  }
}
