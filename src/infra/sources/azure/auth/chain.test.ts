import { execFileSync } from "node:child_process";
import { createPublicKey, verify, constants, X509Certificate } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { surroundingsOf, type Environment } from "../surroundings.ts";
import { tokensOf } from "./chain.ts";

interface Asked {
  readonly method: string | undefined;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly form: URLSearchParams;
}

type Reply = { readonly status: number; readonly body: unknown };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that gives out tokens; what it was asked is kept. */
async function giver(
  answer: (asked: Asked) => Reply = () => ({
    status: 200,
    body: { access_token: "given", expires_in: 3600, token_type: "Bearer" },
  }),
): Promise<{ readonly url: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (part: Buffer) => (text += part.toString()));
    request.on("end", () => {
      const one = {
        method: request.method,
        url: new URL(request.url ?? "/", "http://127.0.0.1"),
        headers: request.headers,
        form: new URLSearchParams(text),
      };
      asked.push(one);
      const { status, body } = answer(one);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  );
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const folder = mkdtempSync(join(tmpdir(), "pavise-azure-auth-"));
/** No identity of the machine that runs the tests, and no Azure CLI. */
const alone = { PATH: folder, AZURE_POD_IDENTITY_AUTHORITY_HOST: "http://127.0.0.1:9" };

function token(env: Environment): Promise<string> {
  const all = { ...alone, ...env };
  return tokensOf(all, surroundingsOf(all)).current();
}

const application = { AZURE_TENANT_ID: "tenant", AZURE_CLIENT_ID: "client" };

describe("an application", () => {
  test("proves itself by a secret", async () => {
    const { url, asked } = await giver();
    const env = { ...application, AZURE_CLIENT_SECRET: "s3cret", AZURE_AUTHORITY_HOST: url };
    expect(await token(env)).toBe("given");
    expect(asked).toHaveLength(1);
    expect(asked[0]!.url.pathname).toBe("/tenant/oauth2/v2.0/token");
    expect(Object.fromEntries(asked[0]!.form)).toEqual({
      grant_type: "client_credentials",
      client_id: "client",
      client_secret: "s3cret",
      scope: "https://management.azure.com/.default",
    });
  });

  test("proves itself by a certificate", async () => {
    const path = join(folder, "client.pem");
    execFileSync(
      "openssl",
      [
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "1",
        "-subj",
        "/CN=client",
        "-keyout",
        path,
        "-out",
        `${path}.crt`,
      ],
      { stdio: "ignore" },
    );
    const certificate = readFileSync(`${path}.crt`, "utf8");
    writeFileSync(path, readFileSync(path, "utf8") + certificate);
    const { url, asked } = await giver();
    await token({ ...application, AZURE_CLIENT_CERTIFICATE_PATH: path, AZURE_AUTHORITY_HOST: url });
    const [head = "", claims = "", mark = ""] = asked[0]!.form.get("client_assertion")!.split(".");
    const read = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(read(head)).toMatchObject({ alg: "PS256", typ: "JWT" });
    expect(read(claims)).toMatchObject({
      aud: `${url}/tenant/oauth2/v2.0/token`,
      iss: "client",
      sub: "client",
    });
    const key = {
      key: createPublicKey(
        new X509Certificate(certificate).publicKey.export({ type: "spki", format: "pem" }),
      ),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: 32,
    };
    expect(
      verify("sha256", Buffer.from(`${head}.${claims}`), key, Buffer.from(mark, "base64url")),
    ).toBe(true);
  });

  test("proves itself by the token of its platform, read anew each time", async () => {
    const path = join(folder, "federated");
    writeFileSync(path, "first\n");
    const { url, asked } = await giver(() => ({
      status: 200,
      body: { access_token: "given", expires_in: 1 },
    }));
    const env = {
      ...alone,
      ...application,
      AZURE_FEDERATED_TOKEN_FILE: path,
      AZURE_AUTHORITY_HOST: url,
    };
    const tokens = tokensOf(env, surroundingsOf(env));
    await tokens.current();
    writeFileSync(path, "second\n");
    await tokens.current();
    expect(asked.map(({ form }) => form.get("client_assertion"))).toEqual(["first", "second"]);
  });

  test("is told why it gets no token, without what it proved itself with", async () => {
    const { url } = await giver(() => ({
      status: 401,
      body: {
        error: "invalid_client",
        error_description: "AADSTS7000215: Invalid client secret s3cret.",
      },
    }));
    const env = { ...application, AZURE_CLIENT_SECRET: "s3cret", AZURE_AUTHORITY_HOST: url };
    const error = await token(env).then(
      () => undefined,
      (thrown: unknown) => thrown as Error,
    );
    expect(error).toMatchObject({ code: "service-failed" });
    expect(error!.message).toMatch(/401 invalid_client AADSTS7000215/);
    expect(`${error!.message} ${String(error!.cause)}`).not.toContain("s3cret");
  });

  test.each(["AZURE_FEDERATED_TOKEN_FILE", "AZURE_CLIENT_CERTIFICATE_PATH"])(
    "that has a secret where %s should have a path keeps it",
    async (name) => {
      const error: unknown = await token({ ...application, [name]: "S3CRET" }).catch(
        (thrown: unknown) => thrown,
      );
      expect(String(error)).toContain(name);
      expect(String(error)).not.toContain("S3CRET");
    },
  );

  test.each([
    ["a certificate that is none", { AZURE_CLIENT_CERTIFICATE_PATH: join(folder, "none.pem") }],
    ["a token that is not there", { AZURE_FEDERATED_TOKEN_FILE: join(folder, "gone") }],
    ["a tenant that leads elsewhere", { AZURE_TENANT_ID: "../x", AZURE_CLIENT_SECRET: "s" }],
  ])("fails in words with %s", async (_, more) => {
    writeFileSync(
      join(folder, "none.pem"),
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    );
    const { url, asked } = await giver();
    const env = { ...application, AZURE_AUTHORITY_HOST: url, ...more };
    await expect((async () => token(env))()).rejects.toMatchObject({ code: "service-failed" });
    expect(asked).toEqual([]);
  });
});

describe("the identity of what it runs in", () => {
  test("is that of App Service, where the environment names it", async () => {
    const { url, asked } = await giver(() => ({
      status: 200,
      body: { access_token: "app", expires_on: "4102444800" },
    }));
    expect(
      await token({
        IDENTITY_ENDPOINT: `${url}/msi/token`,
        IDENTITY_HEADER: "h",
        AZURE_CLIENT_ID: "me",
      }),
    ).toBe("app");
    expect(asked[0]!.headers["x-identity-header"]).toBe("h");
    expect(Object.fromEntries(asked[0]!.url.searchParams)).toEqual({
      "api-version": "2019-08-01",
      resource: "https://management.azure.com",
      client_id: "me",
    });
  });

  test("is that of the machine, where it has one", async () => {
    const { url, asked } = await giver(({ headers }) =>
      headers["metadata"] === "true"
        ? { status: 200, body: { access_token: "vm", expires_on: "4102444800" } }
        : { status: 400, body: { error: "bad_request_102" } },
    );
    expect(await token({ AZURE_POD_IDENTITY_AUTHORITY_HOST: url })).toBe("vm");
    expect(asked.map((one) => one.headers["metadata"])).toEqual([undefined, "true"]);
    expect(asked[1]!.url.searchParams.get("api-version")).toBe("2018-02-01");
  });
});

describe("the Azure CLI", () => {
  const isWindows = process.platform === "win32";

  test.skipIf(isWindows)("is asked for the token of who is logged in", async () => {
    const home = mkdtempSync(join(tmpdir(), "pavise-az-"));
    const script = `#!/bin/sh\necho "$@" > '${home}/asked'\necho '{"accessToken": "cli", "expires_on": 4102444800}'\n`;
    writeFileSync(join(home, "az"), script);
    chmodSync(join(home, "az"), 0o755);
    expect(await token({ PATH: [home, "/bin", "/usr/bin"].join(delimiter) })).toBe("cli");
    expect(readFileSync(join(home, "asked"), "utf8")).toBe(
      "account get-access-token --output json --resource https://management.azure.com\n",
    );
  });

  test("that is not there ends with what to do", async () => {
    await expect(token({})).rejects.toMatchObject({
      code: "service-failed",
      hint: expect.stringMatching(/az login/) as string,
    });
  });
});

test("a token that is brought is taken as it is", async () => {
  expect(await token({ AZURE_ACCESS_TOKEN: "brought" })).toBe("brought");
});

test("many who ask at once are given one token", async () => {
  const { url, asked } = await giver();
  const env = { ...alone, ...application, AZURE_CLIENT_SECRET: "s", AZURE_AUTHORITY_HOST: url };
  const tokens = tokensOf(env, surroundingsOf(env));
  expect(await Promise.all([tokens.current(), tokens.current(), tokens.current()])).toEqual([
    "given",
    "given",
    "given",
  ]);
  tokens.expire();
  await tokens.current();
  expect(asked).toHaveLength(2);
});

describe("the surroundings", () => {
  test.each([
    ["AzureCloud", "https://management.azure.com"],
    ["AzureUSGovernment", "https://management.usgovcloudapi.net"],
    ["azurechinacloud", "https://management.chinacloudapi.cn"],
  ])("of %s", (name, manager) => {
    expect(surroundingsOf({ AZURE_CLOUD: name }).manager).toBe(manager);
  });

  test.each([
    { AZURE_CLOUD: "Mars" },
    { AZURE_RESOURCE_MANAGER_URL: "http://management.example.com" },
    { AZURE_AUTHORITY_HOST: "login" },
  ])("are refused: %j", (env) => {
    expect(() => surroundingsOf(env)).toThrow(expect.objectContaining({ code: "usage" }) as Error);
  });
});
