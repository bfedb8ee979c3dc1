import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPace, type PaceOptions } from "../../live/pace.ts";
import { refreshing } from "../credentials/credentials.ts";
import { createClient, type Answer } from "./client.ts";
import { callsOf, type Operation } from "./operation.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const listModels = callsOf("sagemaker")("ListModels");
const getPolicy = callsOf("s3")("GetBucketPolicy", {
  http: "GET /{Bucket}?policy",
  absent: ["NoSuchBucketPolicy"],
});

async function serve(handler: Handler): Promise<{ url: string; asked: () => number }> {
  let count = 0;
  const server = createServer((request, response) => {
    request.resume();
    handler(request, response, ++count);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => count };
}

async function call(url: string, operation: Operation, pace: PaceOptions = {}): Promise<Answer> {
  const credentials = refreshing(() =>
    Promise.resolve({ accessKeyId: "AKIAEXAMPLE", secretAccessKey: "x" }),
  );
  const client = createClient({
    credentials,
    env: { AWS_ENDPOINT_URL: url },
    pace: createPace({ firstWaitMs: 1, tries: 4, perSecond: 1_000, ...pace }),
  });
  return client.call(operation, { region: "eu-west-1", parameters: { Bucket: "b" } });
}

const slow: Handler = (_, response, count) =>
  count < 3
    ? response
        .writeHead(400)
        .end(JSON.stringify({ __type: "com.amazon#ThrottlingException", message: "Rate exceeded" }))
    : response.end('{"Models": []}');

describe("what is tried again", () => {
  test("a service that wants us to slow down", async () => {
    const { url, asked } = await serve(slow);
    expect(await call(url, listModels)).toEqual({ kind: "told", value: { Models: [] } });
    expect(asked()).toBe(3);
  });
  test.each([429, 500, 502, 503])("status %i, and S3's SlowDown", async (status) => {
    const { url, asked } = await serve((_, response, count) =>
      count === 1
        ? response.writeHead(status).end("<Error><Code>SlowDown</Code></Error>")
        : response.end('{"Statement": []}'),
    );
    expect(await call(url, getPolicy)).toEqual({
      kind: "told",
      value: { Policy: '{"Statement": []}' },
    });
    expect(asked()).toBe(2);
  });
  test("a connection that breaks, and an answer that does not come", async () => {
    const broken = await serve((request, response, count) =>
      count === 1 ? request.socket.destroy() : response.end("{}"),
    );
    expect(await call(broken.url, listModels)).toEqual({ kind: "told", value: {} });
    const silent = await serve((_, response, count) => {
      if (count > 1) response.end("{}");
    });
    expect(await call(silent.url, listModels, { timeoutMs: 100 })).toEqual({
      kind: "told",
      value: {},
    });
  });
  test("until there are no tries left, which is unread and says why", async () => {
    const { url, asked } = await serve((_, response) =>
      response.writeHead(429).end('{"__type": "TooManyRequestsException"}'),
    );
    expect(await call(url, listModels)).toEqual({
      kind: "unread",
      missing: "sagemaker:ListModels (429 TooManyRequestsException)",
    });
    expect(asked()).toBe(4);
    const silent = await serve(() => undefined);
    expect(await call(silent.url, listModels, { timeoutMs: 50, tries: 2 })).toEqual({
      kind: "unread",
      missing: "sagemaker:ListModels (no answer in time)",
    });
  });
  test("credentials that have ended are asked for anew", async () => {
    let given = 0;
    const credentials = refreshing(() =>
      Promise.resolve({ accessKeyId: `KEY${++given}`, secretAccessKey: "x" }),
    );
    const { url } = await serve((request, response) =>
      request.headers.authorization?.includes("KEY1/") === true
        ? response.writeHead(400).end('{"__type": "ExpiredTokenException"}')
        : response.end("{}"),
    );
    const client = createClient({
      credentials,
      env: { AWS_ENDPOINT_URL: url },
      pace: createPace(),
    });
    const answer = await client.call(listModels, { region: "eu-west-1" });
    expect(answer).toEqual({ kind: "told", value: {} });
    expect(given).toBe(2);
  });
});

test("a bucket that lies elsewhere is asked for there, once", async () => {
  const regions: string[] = [];
  const { url } = await serve((request, response) => {
    const region = /\/(\w+-\w+-\d)\/s3\//.exec(request.headers.authorization ?? "")?.[1] ?? "";
    regions.push(region);
    if (region === "us-west-2") return response.end('{"Statement": []}');
    return response
      .writeHead(301, { "x-amz-bucket-region": "us-west-2" })
      .end("<Error><Code>PermanentRedirect</Code></Error>");
  });
  expect((await call(url, getPolicy)).kind).toBe("told");
  expect(regions).toEqual(["eu-west-1", "us-west-2"]);
  for (const told of ["evil.example/x-1", "eu-north-1"]) {
    const other = await serve((_, response) =>
      response.writeHead(301, { "x-amz-bucket-region": told }).end("<Error><Code>x</Code></Error>"),
    );
    expect((await call(other.url, getPolicy)).kind).toBe("unread");
    expect(other.asked()).toBeLessThan(3);
  }
});

describe("what is not", () => {
  test.each([
    [403, '{"__type": "AccessDeniedException"}', "403 AccessDeniedException"],
    [400, '{"__type": "com.amazonaws.x#ValidationException:http://x/"}', "400 ValidationException"],
    [404, "<html>not found</html>", "404 status 404"],
    [418, "", "418 status 418"],
    [501, "<html></html>", "501 status 501"],
    [307, "", "307 status 307"],
  ])("status %i is unread at once: %s", async (status, body, how) => {
    const { url, asked } = await serve((_, response) => response.writeHead(status).end(body));
    // 501 is a call that a server does not have.
    expect(await call(url, listModels)).toEqual({
      kind: "unread",
      missing: `sagemaker:ListModels (${how})`,
    });
    expect(asked()).toBe(1);
  });
  test("errors of each protocol are read by their codes", async () => {
    const xml =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";
    const { url } = await serve((_, response) => response.writeHead(403).end(xml));
    expect(await call(url, callsOf("iam")("ListUsers"))).toEqual({
      kind: "unread",
      missing: "iam:ListUsers (403 AccessDenied)",
    });
    const ec2 = await serve((_, response) =>
      response
        .writeHead(403)
        .end(
          "<Response><Errors><Error><Code>UnauthorizedOperation</Code></Error></Errors></Response>",
        ),
    );
    expect(await call(ec2.url, callsOf("ec2")("DescribeVpcs"))).toEqual({
      kind: "unread",
      missing: "ec2:DescribeVpcs (403 UnauthorizedOperation)",
    });
    const rest = await serve((_, response) =>
      response
        .writeHead(403, { "x-amzn-errortype": "AccessDeniedException:http://internal/" })
        .end('{"message": "no"}'),
    );
    const operation = callsOf("bedrock")("ListGuardrails", { http: "GET /guardrails" });
    expect(await call(rest.url, operation)).toEqual({
      kind: "unread",
      missing: "bedrock:ListGuardrails (403 AccessDeniedException)",
    });
  });
  test("what the service says is not there is absent, and only that", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(404).end("<Error><Code>NoSuchBucketPolicy</Code></Error>"),
    );
    expect(await call(url, getPolicy)).toEqual({ kind: "absent" });
    const gone = await serve((_, response) =>
      response.writeHead(404).end("<Error><Code>NoSuchBucket</Code></Error>"),
    );
    expect(await call(gone.url, getPolicy)).toEqual({
      kind: "unread",
      missing: "s3:GetBucketPolicy (404 NoSuchBucket)",
    });
    const group = callsOf("sagemaker")("GetModelPackageGroupPolicy", {
      absent: ["ValidationException:Cannot find resource policy"],
    });
    const said =
      (message: string): Handler =>
      (_, response) =>
        response.writeHead(400).end(JSON.stringify({ __type: "ValidationException", message }));
    const none = await serve(said("Cannot find resource policy for x"));
    expect(await call(none.url, group)).toEqual({ kind: "absent" });
    const other = await serve(said("1 validation error detected"));
    expect((await call(other.url, group)).kind).toBe("unread");
  });
  test("a region that does not have it", async () => {
    const { url } = await serve((_, response) =>
      response.writeHead(400).end('{"__type": "UnknownOperationException"}'),
    );
    expect((await call(url, listModels)).kind).toBe("unavailable");
    const nowhere = "https://service.invalid";
    expect((await call(nowhere, listModels)).kind).toBe("unavailable");
  });
});

describe("answers that are not what they should be", () => {
  test.each(['{"Models": [', "<html>", "[", "null x"])("JSON: %s", async (body) => {
    const { url, asked } = await serve((_, response) => response.end(body));
    expect(await call(url, listModels, { tries: 2 })).toEqual({
      kind: "unread",
      missing: "sagemaker:ListModels (an answer that is not what its protocol says)",
    });
    expect(asked()).toBe(2);
  });
  test.each([
    "<DescribeVpcsResponse><vpcSet><item><vpcId>vpc-1</vpcId></item>",
    "<a></b>",
    "no xml",
    "<html><body>sign in first</body></html>",
    "<a>".repeat(5_000),
  ])("XML that is cut off is no shorter list: %#", async (body) => {
    const { url } = await serve((_, response) => response.end(body));
    expect((await call(url, callsOf("ec2")("DescribeVpcs"), { tries: 1 })).kind).toBe("unread");
  });
});

test("stops at once when it is told to", async () => {
  const { url } = await serve(() => undefined);
  const stop = new AbortController();
  const started = performance.now();
  setTimeout(() => stop.abort(new Error("enough")), 50);
  await expect(call(url, listModels, { signal: stop.signal })).rejects.toThrow("enough");
  expect(performance.now() - started).toBeLessThan(2_000);
});
