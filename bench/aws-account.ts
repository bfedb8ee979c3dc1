// How much memory a large AWS account takes, and how many calls: a server beside this process answers for
// an account of so many models, each of which is described by a call of its own.
//   node bench/aws-account.ts [how many]
import { fork } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readAws } from "../src/infra/sources/aws/index.ts";

const perPage = 100;

function answerOf(name: string, sent: Readonly<Record<string, unknown>>, count: number): object {
  if (name === "DescribeModel")
    return {
      ModelName: sent["ModelName"],
      ModelArn: `arn:aws:sagemaker:eu-west-1:123456789012:model/${String(sent["ModelName"])}`,
      ExecutionRoleArn: "arn:aws:iam::123456789012:role/service-role/models-of-production",
      PrimaryContainer: {
        Image:
          "763104351884.dkr.ecr.eu-west-1.amazonaws.com/pytorch-inference:2.6.0-gpu-py312-cu124-ubuntu22.04-sagemaker",
        Mode: "SingleModel",
        ModelDataUrl: `s3://models-of-production/${String(sent["ModelName"])}/model.tar.gz`,
        Environment: {
          SAGEMAKER_PROGRAM: "inference.py",
          SAGEMAKER_SUBMIT_DIRECTORY: "/opt/ml/model/code",
          SAGEMAKER_REGION: "eu-west-1",
          TS_MAX_REQUEST_SIZE: "100000000",
        },
      },
      VpcConfig: {
        SecurityGroupIds: ["sg-0123456789abcdef0"],
        Subnets: ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"],
      },
      EnableNetworkIsolation: true,
      CreationTime: 1_700_000_000,
    };
  if (name !== "ListModels") return {};
  const from = Number(sent["NextToken"] ?? 0);
  const to = Math.min(count, from + perPage);
  const Models = Array.from({ length: to - from }, (_, at) => ({
    ModelName: `model-of-a-large-account-${from + at}`,
    ModelArn: `arn:aws:sagemaker:eu-west-1:123456789012:model/model-of-a-large-account-${from + at}`,
    CreationTime: 1_700_000_000,
  }));
  return { Models, ...(to < count ? { NextToken: String(to) } : {}) };
}

function serve(count: number): void {
  const identity =
    "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const target = request.headers["x-amz-target"];
      if (body.includes("GetCallerIdentity")) response.end(identity);
      else if (typeof target !== "string" || !target.startsWith("SageMaker."))
        response.writeHead(400).end('{"__type": "UnknownOperationException"}');
      else {
        const sent = JSON.parse(body) as Record<string, unknown>;
        response.end(JSON.stringify(answerOf(target.slice("SageMaker.".length), sent, count)));
      }
    });
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
}

async function measure(count: number): Promise<void> {
  const child = fork(import.meta.filename, ["--serve", String(count)]);
  const port = await new Promise<number>((resolve) => {
    child.once("message", (message) => resolve(Number(message)));
  });
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  let calls = 0;
  const started = performance.now();
  try {
    const { resources } = await readAws(
      {
        env: {
          AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
          AWS_SECRET_ACCESS_KEY: "x",
          AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
        },
        regions: ["eu-west-1"],
        // What a server on this machine bears, not what AWS does.
        pace: { perSecond: 100_000 },
      },
      { onCall: () => calls++ },
    );
    const read = performance.now() - started;
    const mostRead = most;
    // As checks do: every body once.
    let entries = 0;
    const asked = performance.now();
    for (const { body } of resources) entries += body.entries.size;
    const walked = performance.now() - asked;
    most = Math.max(most, process.memoryUsage.rss());
    const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
    console.log(`${resources.length} resources by ${calls} calls in ${(read / 1000).toFixed(1)} s`);
    console.log(`all ${entries} attributes once: ${(walked / 1000).toFixed(1)} s`);
    console.log(`most memory: ${mb(mostRead)} MB while it is read, ${mb(most)} MB in all`);
    globalThis.gc?.();
    console.log(`kept: ${mb(process.memoryUsage().heapUsed)} MB of heap`);
  } finally {
    clearInterval(timer);
    child.kill();
  }
}

const [first, second] = process.argv.slice(2);
if (first === "--serve") serve(Number(second));
else await measure(Number(first ?? 50_000));
