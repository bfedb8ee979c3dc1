import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { createPace } from "../../live/pace.ts";
import { refreshing } from "../credentials/credentials.ts";
import { createClient } from "./client.ts";
import { callsOf, type Operation, type Parameters } from "./operation.ts";

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

// Signs again what was sent, and says whether that comes to the same.
const script = `
import json, sys
from botocore.auth import SigV4Auth, S3SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
import botocore.auth, datetime
wrong = []
for sent in json.load(sys.stdin):
    given = sent["headers"]["authorization"]
    scope = given.split("Credential=")[1].split(",")[0].split("/")
    signed = given.split("SignedHeaders=")[1].split(",")[0].split(";")
    headers = {k: v for k, v in sent["headers"].items() if k in signed}
    request = AWSRequest(method=sent["method"], url=sent["url"], data=sent["body"].encode(), headers=headers)
    request.context["timestamp"] = sent["headers"]["x-amz-date"]
    request.context["payload_signing_enabled"] = False
    token = sent["headers"].get("x-amz-security-token")
    kind = S3SigV4Auth if scope[3] == "s3" else SigV4Auth
    auth = kind(Credentials("AKIAEXAMPLE", "secret/with+signs", token), scope[3], scope[2])
    canonical = auth.canonical_request(request)
    signature = auth.signature(auth.string_to_sign(request, canonical), request)
    if "Signature=" + signature not in given:
        wrong.append([sent["url"], canonical])
print(json.dumps(wrong))
`;

const python = join(import.meta.dirname, "../../../../../.pavise/tools/bin/python");
const hasBotocore = spawnSync(python, ["-c", "import botocore"]).status === 0;
const note = hasBotocore ? "" : " (skipped: botocore is not installed, see ci-tools.sh)";

test.skipIf(!hasBotocore)(`signatures are those of botocore${note}`, async () => {
  const sent: Sent[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const body = Buffer.concat(parts).toString("utf8");
      const host = `http://${headers.host}`;
      sent.push({ method, url: `${host}${url}`, headers: headers as Sent["headers"], body });
      response.end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const calls: readonly (readonly [Operation, Parameters])[] = [
    [callsOf("sagemaker")("ListModels"), { MaxResults: 10, NameContains: "é ü" }],
    [callsOf("iam")("GetAccountAuthorizationDetails"), { Filter: ["Role"], Marker: "a+b/c=" }],
    [callsOf("ec2")("DescribeVpcs"), { VpcId: ["vpc-1"] }],
    [callsOf("s3")("ListBuckets", { http: "GET /" }), { "continuation-token": "a b+c/d=~é*'()" }],
    [callsOf("s3")("GetBucketPolicy", { http: "GET /{Bucket}?policy" }), { Bucket: "my.bucket" }],
    [
      callsOf("bedrock")("GetGuardrail", { http: "GET /guardrails/{guardrailIdentifier}" }),
      { guardrailIdentifier: "arn:aws:bedrock:eu-west-1:1:guardrail/a b", guardrailVersion: "1" },
    ],
    [
      callsOf("bedrock-agent")("ListDataSources", {
        http: "POST /knowledgebases/{knowledgeBaseId}/datasources/",
      }),
      { knowledgeBaseId: "KB1", maxResults: 5 },
    ],
    [
      callsOf("s3control")("GetPublicAccessBlock", {
        http: "GET /v20180820/configuration/publicAccessBlock",
      }),
      { AccountId: "123456789012" },
    ],
    [
      callsOf("lambda")("GetPolicy", { http: "GET /2015-03-31/functions/{FunctionName}/policy" }),
      { FunctionName: "arn:aws:lambda:eu-west-1:1:function:f" },
    ],
  ];
  for (const sessionToken of [undefined, "token+with/signs=="]) {
    const credentials = refreshing(() =>
      Promise.resolve({
        accessKeyId: "AKIAEXAMPLE",
        secretAccessKey: "secret/with+signs",
        sessionToken,
      }),
    );
    const env = { AWS_ENDPOINT_URL: endpoint };
    const client = createClient({ credentials, env, pace: createPace({ tries: 1 }) });
    for (const [operation, parameters] of calls)
      await client.call(operation, { region: "eu-west-1", parameters });
  }
  expect(sent.length).toBe(2 * calls.length);
  const { stdout, stderr } = spawnSync(python, ["-c", script], {
    input: JSON.stringify(sent),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toEqual([]);
});
