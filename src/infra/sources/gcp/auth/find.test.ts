import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findAccess, usualProject } from "./find.ts";
import { refreshing } from "../../live/token.ts";

interface Asked {
  readonly path: string;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

const keys = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = String(keys.privateKey.export({ type: "pkcs8", format: "pem" }));

let server: Server;
let base: string;
let folder: string;
let asked: Asked[];
let answers: Record<string, { status?: number; headers?: Record<string, string>; body: unknown }>;

beforeEach(async () => {
  asked = [];
  answers = { "/token": { body: { access_token: "t1", expires_in: 3600 } } };
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += String(part)));
    request.on("end", () => {
      const path = request.url ?? "";
      asked.push({ path, headers: request.headers, body });
      const answer = answers[path];
      response.writeHead(answer?.status ?? (answer === undefined ? 404 : 200), answer?.headers);
      response.end(typeof answer?.body === "string" ? answer.body : JSON.stringify(answer?.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "pavise-adc-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await new Promise((resolve) => server.close(resolve));
});

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

function env(more: Record<string, string> = {}): Record<string, string> {
  return { HOME: folder, NO_GCE_CHECK: "true", ...more };
}

async function tokenWith(file: unknown): Promise<string> {
  const path = write("credentials.json", file);
  const { token } = await findAccess(env({ GOOGLE_APPLICATION_CREDENTIALS: path }));
  return token.current();
}

const account = () => ({
  type: "service_account",
  client_email: "a@acme.iam.gserviceaccount.com",
  private_key_id: "7",
  private_key: pem,
  token_uri: `${base}/token`,
});
const user = {
  type: "authorized_user",
  client_id: "id",
  client_secret: "sekret",
  refresh_token: "1//refresh",
};

test("a key of a service account signs what its own token server verifies", async () => {
  expect(await tokenWith(account())).toBe("t1");
  const form = new URLSearchParams(asked[0]?.body);
  expect(form.get("grant_type")).toBe("urn:ietf:params:oauth:grant-type:jwt-bearer");
  const [head = "", claims = "", mark = ""] = (form.get("assertion") ?? "").split(".");
  const signed = Buffer.from(`${head}.${claims}`);
  const isGood = verify("sha256", signed, createPublicKey(pem), Buffer.from(mark, "base64url"));
  expect(isGood).toBe(true);
  expect(JSON.parse(Buffer.from(head, "base64url").toString())).toEqual({
    alg: "RS256",
    typ: "JWT",
    kid: "7",
  });
  const said = JSON.parse(Buffer.from(claims, "base64url").toString()) as Record<string, unknown>;
  expect(said).toMatchObject({
    iss: "a@acme.iam.gserviceaccount.com",
    aud: `${base}/token`,
    scope: "https://www.googleapis.com/auth/cloud-platform",
  });
  expect(Number(said["exp"]) - Number(said["iat"])).toBe(3600);
});

test("a user's refresh token is exchanged", async () => {
  expect(await tokenWith({ ...user, token_uri: `${base}/token` })).toBe("t1");
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
    grant_type: "refresh_token",
    client_id: "id",
    client_secret: "sekret",
    refresh_token: "1//refresh",
  });
});

describe("workload identity federation", () => {
  const federated = (source: object, more: object = {}): object => ({
    type: "external_account",
    audience:
      "//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/providers/gh",
    subject_token_type: "urn:ietf:params:oauth:token-type:jwt",
    token_url: `${base}/token`,
    credential_source: source,
    ...more,
  });

  test("takes the token from a file", async () => {
    const file = write("oidc", "their-token\n");
    expect(await tokenWith(federated({ file }))).toBe("t1");
    expect(new URLSearchParams(asked[0]?.body).get("subject_token")).toBe("their-token");
  });

  test("takes the token from a URL, with its headers, and becomes a service account", async () => {
    answers["/oidc"] = { body: { value: "their-token" } };
    answers["/impersonate"] = { body: { accessToken: "t2", expireTime: "2100-01-01T00:00:00Z" } };
    const source = {
      url: `${base}/oidc`,
      headers: { authorization: "bearer gh" },
      format: { type: "json", subject_token_field_name: "value" },
    };
    const more = { service_account_impersonation_url: `${base}/impersonate` };
    expect(await tokenWith(federated(source, more))).toBe("t2");
    expect(asked.map(({ path }) => path)).toEqual(["/oidc", "/token", "/impersonate"]);
    expect(asked[0]?.headers["authorization"]).toBe("bearer gh");
    expect(asked[2]?.headers["authorization"]).toBe("Bearer t1");
  });

  test("starts no programs", async () => {
    const source = { executable: { command: "touch /tmp/never" } };
    await expect(tokenWith(federated(source))).rejects.toMatchObject({ code: "service-failed" });
    expect(asked).toEqual([]);
  });

  test("tells nothing to a server without https", async () => {
    const file = write("oidc", "their-token");
    const bad = federated({ file }, { token_url: "http://example.com/token" });
    await expect(tokenWith(bad)).rejects.toThrow(/https/);
  });
});

test("impersonated credentials go through their source", async () => {
  answers["/impersonate"] = { body: { accessToken: "t3", expireTime: "2100-01-01T00:00:00Z" } };
  const file = {
    type: "impersonated_service_account",
    source_credentials: { ...user, token_uri: `${base}/token` },
    service_account_impersonation_url: `${base}/impersonate`,
  };
  expect(await tokenWith(file)).toBe("t3");
});

test("the metadata server gives a token, and the project", async () => {
  const flavor = { "metadata-flavor": "Google" };
  const root = "/computeMetadata/v1";
  answers[`${root}/instance/service-accounts/`] = { headers: flavor, body: "default/\n" };
  answers[`${root}/instance/service-accounts/default/token`] = {
    headers: flavor,
    body: { access_token: "vm", expires_in: 300 },
  };
  answers[`${root}/project/project-id`] = { headers: flavor, body: "acme" };
  const here = { HOME: folder, GCE_METADATA_HOST: base.slice("http://".length) };
  const access = await findAccess(here);
  expect(await access.token.current()).toBe("vm");
  expect(await usualProject(here, access)).toBe("acme");
  expect(asked.every(({ headers }) => headers["metadata-flavor"] === "Google")).toBe(true);
});

test("a server that only answers to the name is no metadata server", async () => {
  answers["/computeMetadata/v1/instance/service-accounts/"] = { body: "default/" };
  const here = { HOME: folder, GCE_METADATA_HOST: base.slice("http://".length) };
  await expect(findAccess(here)).rejects.toThrow("there are no credentials for Google Cloud");
});

test("what the user brings counts before any file", async () => {
  write(".config/gcloud/application_default_credentials.json", account());
  const access = await findAccess(
    env({ GOOGLE_OAUTH_ACCESS_TOKEN: "mine", GOOGLE_CLOUD_QUOTA_PROJECT: "payer" }),
  );
  expect(await access.token.current()).toBe("mine");
  expect(access.quotaProject).toBe("payer");
  expect(asked).toEqual([]);
});

test("application default credentials lie where gcloud puts them", async () => {
  const file = { ...user, token_uri: `${base}/token`, quota_project_id: "payer" };
  write(".config/gcloud/application_default_credentials.json", file);
  const access = await findAccess(env());
  expect(await access.token.current()).toBe("t1");
  expect(access.quotaProject).toBe("payer");
});

test("what gcloud is logged in with is the last resort", async () => {
  write(".config/gcloud/active_config", "work");
  write(
    ".config/gcloud/configurations/config_work",
    "[core]\naccount = a@example.com\nproject = acme\n",
  );
  const store = new DatabaseSync(join(folder, ".config/gcloud/credentials.db"));
  store.exec("CREATE TABLE credentials (account_id TEXT PRIMARY KEY, value BLOB)");
  const insert = store.prepare("INSERT INTO credentials VALUES (?, ?)");
  insert.run("a@example.com", JSON.stringify({ ...user, token_uri: `${base}/token` }));
  store.close();
  const access = await findAccess(env());
  expect(await access.token.current()).toBe("t1");
  expect(await usualProject(env(), access)).toBe("acme");
});

describe("what is wrong", () => {
  test.each([
    ["no JSON", "secret-words"],
    ["no object", [1]],
    ["another kind", { type: "x", private_key: "secret-words" }],
    ["no key", { type: "service_account", client_email: "a", private_key: "secret-words" }],
    ["no token", { ...user, refresh_token: 7, client_secret: "secret-words" }],
  ])("is said without what is secret: %s", async (_, file) => {
    const error = await tokenWith(file).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(error).toMatchObject({ code: "service-failed" });
    expect(`${error?.message} ${String(error?.stack)}`).not.toContain("secret-words");
  });

  test("is what the token server says, in its own word only", async () => {
    answers["/token"] = {
      status: 400,
      body: { error: "invalid_grant", error_description: "secret-words" },
    };
    await expect(tokenWith(account())).rejects.toThrow(
      /^127\.0\.0\.1:\d+ gives no token \(400 invalid_grant\)$/,
    );
  });
});

test("many who ask at once are given one token, and a new one when it ends", async () => {
  let count = 0;
  const source = refreshing(() =>
    Promise.resolve({
      value: `t${++count}`,
      ends: Date.now() + (count === 1 ? 30_000 : 3_600_000),
    }),
  );
  expect(await Promise.all([source.current(), source.current()])).toEqual(["t1", "t1"]);
  expect(await source.current()).toBe("t2");
  expect(await source.current()).toBe("t2");
  source.expire();
  expect(await source.current()).toBe("t3");
});

describe("a key in the place of a path", () => {
  test("is taken as Terraform takes it", async () => {
    const key = { type: "service_account", client_email: "a@b", private_key: pem };
    const GOOGLE_CREDENTIALS = JSON.stringify({ ...key, token_uri: `${base}/token` }, null, 2);
    const access = await findAccess(env({ GOOGLE_CREDENTIALS }));
    expect(await access.token.current()).toBe("t1");
    expect(access.from).toBe("GOOGLE_CREDENTIALS");
  });

  test.each(["GOOGLE_CREDENTIALS", "GOOGLE_APPLICATION_CREDENTIALS"])(
    "is not repeated where it cannot be read: %s",
    async (name) => {
      for (const said of ['{"private_key": "S3CRET"', "S3CRET", "S3CRET".repeat(2_000)]) {
        const error = await findAccess(env({ [name]: said })).catch((thrown: unknown) => thrown);
        expect(error).toMatchObject({ code: "service-failed" });
        expect(String(error)).toContain(name);
        expect(String(error)).not.toContain("S3CRET");
      }
    },
  );
});
