import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { credentialsOf } from "./chain.ts";
import { refreshing, type Credentials } from "./credentials.ts";
import { readSections } from "./profiles.ts";

const region = "eu-west-1";

/** A home with files of the command line. */
function home(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-aws-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

interface Asked {
  readonly request: IncomingMessage;
  readonly form: URLSearchParams;
}

async function serve(answer: (asked: Asked) => string | undefined): Promise<string> {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const form = new URLSearchParams(Buffer.concat(parts).toString("utf8"));
      const text = answer({ request, form });
      response.writeHead(text === undefined ? 404 : 200).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Gives a key that says who asked for which role, and how. */
function sts(): Promise<string> {
  return serve(({ request, form }) => {
    const by = /Credential=([^/]+)/.exec(request.headers.authorization ?? "")?.[1] ?? "nobody";
    const role = form.get("RoleArn")?.split("/").at(-1);
    const how = [form.get("ExternalId"), form.get("WebIdentityToken")].filter(Boolean).join();
    const action = form.get("Action");
    return `<${action}Response><${action}Result><Credentials><AccessKeyId>${by}-${role}-${how}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></${action}Result></${action}Response>`;
  });
}

function find(env: Readonly<Record<string, string>>, profile?: string): Promise<Credentials> {
  const all = { HOME: "/nowhere", AWS_EC2_METADATA_DISABLED: "true", ...env };
  return credentialsOf({ env: all, profile, region }).current();
}

test("the environment, and a profile that is named before it", async () => {
  const HOME = home({
    ".aws/credentials": "[work]\naws_access_key_id = FILE\naws_secret_access_key = s\n",
  });
  const env = {
    HOME,
    AWS_ACCESS_KEY_ID: "ENV",
    AWS_SECRET_ACCESS_KEY: "s",
    AWS_SESSION_TOKEN: "t",
  };
  expect(await find(env)).toEqual({ accessKeyId: "ENV", secretAccessKey: "s", sessionToken: "t" });
  expect(await find(env, "work")).toMatchObject({ accessKeyId: "FILE" });
  expect(await find({ HOME, AWS_PROFILE: "work" })).toMatchObject({ accessKeyId: "FILE" });
  await expect(find(env, "play")).rejects.toThrow(/no profile play/);
});

test("roles, one after the other, by profiles of both files", async () => {
  const HOME = home({
    ".aws/config": [
      "[default]",
      "region = eu-west-1",
      "[profile base]",
      "[profile first]",
      "role_arn = arn:aws:iam::1:role/one",
      "source_profile = base",
      "external_id = secret-word",
      "[profile second]",
      "role_arn=arn:aws:iam::2:role/two",
      "source_profile=first",
      "[profile itself]",
      "role_arn = arn:aws:iam::1:role/own",
      "source_profile = itself",
      "aws_access_key_id = OWN",
      "aws_secret_access_key = s",
      "[profile a]",
      "role_arn = arn:aws:iam::1:role/a",
      "source_profile = b",
      "[profile b]",
      "role_arn = arn:aws:iam::1:role/b",
      "source_profile = a",
      "[profile env]",
      "role_arn = arn:aws:iam::1:role/e",
      "credential_source = Environment",
    ].join("\n"),
    ".aws/credentials": "[base]\naws_access_key_id = BASE\naws_secret_access_key = s # mine\n",
  });
  const AWS_ENDPOINT_URL_STS = await sts();
  const env = { HOME, AWS_ENDPOINT_URL_STS };
  expect(await find(env, "first")).toMatchObject({
    accessKeyId: "BASE-one-secret-word",
    sessionToken: "t",
  });
  expect(await find(env, "second")).toMatchObject({ accessKeyId: "BASE-one-secret-word-two-" });
  expect(await find(env, "itself")).toMatchObject({ accessKeyId: "OWN-own-" });
  await expect(find(env, "a")).rejects.toThrow(/gives no credentials/);
  const own = { ...env, AWS_ACCESS_KEY_ID: "ENV", AWS_SECRET_ACCESS_KEY: "s" };
  expect(await find(own, "env")).toMatchObject({ accessKeyId: "ENV-e-" });
});

test("a token of OpenID Connect, which nobody signs for", async () => {
  const HOME = home({ token: "jwt\n" });
  const env = {
    HOME,
    AWS_ENDPOINT_URL: await sts(),
    AWS_WEB_IDENTITY_TOKEN_FILE: join(HOME, "token"),
    AWS_ROLE_ARN: "arn:aws:iam::1:role/pod",
  };
  expect(await find(env)).toMatchObject({ accessKeyId: "nobody-pod-jwt" });
  await expect(find({ ...env, AWS_WEB_IDENTITY_TOKEN_FILE: "/nowhere/token" })).rejects.toThrow(
    /no token/,
  );
});

test("a program of the user, run by no shell", async () => {
  const said =
    '{"Version": 1, "AccessKeyId": "PROGRAM", "SecretAccessKey": "s", "Expiration": "2099-01-01T00:00:00Z"}';
  const HOME = home({
    "print it.cjs": `console.log(process.argv[2] === "a b;$(x)" ? ${JSON.stringify(said)} : "no")`,
    ".aws/config": "",
  });
  const node = JSON.stringify(process.execPath);
  writeFileSync(
    join(HOME, ".aws/config"),
    `[profile p]\ncredential_process = ${node} "${join(HOME, "print it.cjs")}" "a b;$(x)"\n[profile bad]\ncredential_process = ${node} -e "console.log(1)"\n[profile talks]\ncredential_process = ${node} -e "console.log('S3CRET')"\n[profile none]\ncredential_process = /nowhere/program\n`,
  );
  expect(await find({ HOME }, "p")).toMatchObject({
    accessKeyId: "PROGRAM",
    expires: 4_070_908_800_000,
  });
  await expect(find({ HOME }, "bad")).rejects.toThrow(/prints no credentials/);
  await expect(find({ HOME }, "talks")).rejects.toThrow(/prints no JSON$/);
  await expect(find({ HOME }, "none")).rejects.toThrow(/fails/);
});

test("single sign-on, as long as the login lasts", async () => {
  const url = await serve(({ request }) =>
    request.headers["x-amz-sso_bearer_token"] === "bearer" &&
    request.url === "/federation/credentials?role_name=Audit&account_id=123"
      ? '{"roleCredentials": {"accessKeyId": "SSO", "secretAccessKey": "s", "sessionToken": "t", "expiration": 4070908800000}}'
      : undefined,
  );
  const token = (expiresAt: string): string => JSON.stringify({ accessToken: "bearer", expiresAt });
  const name = (key: string): string =>
    `.aws/sso/cache/${createHash("sha1").update(key).digest("hex")}.json`;
  const HOME = home({
    ".aws/config": [
      "[profile new]",
      "sso_session = corp",
      "sso_account_id = 123",
      "sso_role_name = Audit",
      "[sso-session corp]",
      "sso_region = eu-central-1",
      "sso_start_url = https://corp.awsapps.com/start",
      "[profile old]",
      "sso_start_url = https://old.awsapps.com/start",
      "sso_region = eu-central-1",
      "sso_account_id = 123",
      "sso_role_name = Audit",
      "[profile never]",
      "sso_session = other",
      "sso_account_id = 123",
      "sso_role_name = Audit",
    ].join("\n"),
    [name("corp")]: token("2099-01-01T00:00:00Z"),
    [name("https://old.awsapps.com/start")]: token("2020-01-01T00:00:00Z"),
  });
  const env = { HOME, AWS_ENDPOINT_URL_SSO: url };
  expect(await find(env, "new")).toMatchObject({ accessKeyId: "SSO", expires: 4_070_908_800_000 });
  await expect(find(env, "old")).rejects.toThrow(/has ended/);
  await expect(find(env, "never")).rejects.toMatchObject({
    hint: expect.stringContaining("aws sso login") as string,
  });
});

const given =
  '{"AccessKeyId": "ROLE", "SecretAccessKey": "s", "Token": "t", "Expiration": "2099-01-01T00:00:00Z"}';

test("a container's agent, which is told its token at trusted addresses alone", async () => {
  const url = await serve(({ request }) =>
    request.headers.authorization === "pod" ? given : undefined,
  );
  const HOME = home({ token: "pod" });
  const env = { HOME, AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/v1/credentials` };
  expect(
    await find({ ...env, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: join(HOME, "token") }),
  ).toMatchObject({ accessKeyId: "ROLE", sessionToken: "t" });
  await expect(find(env)).rejects.toThrow(/gives no credentials/);
  for (const other of [
    "http://example.com/x",
    "http://169.254.170.2.example.com/",
    "file:///etc",
    "x",
  ])
    await expect(find({ HOME, AWS_CONTAINER_CREDENTIALS_FULL_URI: other })).rejects.toThrow(
      /trusted/,
    );
});

test("a machine's role, by IMDSv2", async () => {
  const url = await serve(({ request }) => {
    if (request.method === "PUT") return request.url === "/latest/api/token" ? "token" : undefined;
    if (request.headers["x-aws-ec2-metadata-token"] !== "token") return undefined;
    const path = "/latest/meta-data/iam/security-credentials/";
    return request.url === path ? "machine" : request.url === `${path}machine` ? given : undefined;
  });
  const env = { AWS_EC2_METADATA_DISABLED: "false", AWS_EC2_METADATA_SERVICE_ENDPOINT: url };
  expect(await find(env)).toMatchObject({ accessKeyId: "ROLE" });
});

test("none at all", async () => {
  await expect(find({})).rejects.toMatchObject({ code: "service-failed" });
});

test("they are asked for once by many, again before they end, and again when refused", async () => {
  let count = 0;
  const soon = refreshing(() =>
    Promise.resolve({ accessKeyId: `${++count}`, secretAccessKey: "s" }),
  );
  await Promise.all(Array.from({ length: 20 }, () => soon.current()));
  expect(count).toBe(1);
  soon.expire();
  expect((await soon.current()).accessKeyId).toBe("2");
  let fails = 2;
  const shaky = refreshing(() =>
    fails-- > 0
      ? Promise.reject(new Error("not yet"))
      : Promise.resolve({ accessKeyId: "x", secretAccessKey: "s" }),
  );
  await expect(shaky.current()).rejects.toThrow("not yet");
  await expect(shaky.current()).rejects.toThrow("not yet");
  expect((await shaky.current()).accessKeyId).toBe("x");
});

test("files of the command line, as people write them", () => {
  const sections = readSections(
    '[default]\r\nregion=eu-west-1\r\n; a comment\n[profile "my one"]\n  \noutput = json # here\ns3 =\n  max_concurrent_requests = 20\nregion = x\n[broken\nno equals\n',
  );
  expect(Object.fromEntries(sections)).toEqual({
    default: { region: "eu-west-1" },
    "profile my one": { output: "json", s3: "", region: "x" },
  });
});
