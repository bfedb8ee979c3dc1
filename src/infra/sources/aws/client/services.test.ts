import { expect, test } from "vitest";
import { encode } from "./encode.ts";
import { callsOf } from "./operation.ts";
import { endpointOf, type Environment, type ServiceId } from "./services.ts";

const at = (id: ServiceId, region: string, env: Environment = {}): string =>
  endpointOf(id, { region, env }).href;

test("hosts of each partition", () => {
  expect(at("sagemaker", "eu-west-1")).toBe("https://api.sagemaker.eu-west-1.amazonaws.com/");
  expect(at("ecr", "cn-north-1")).toBe("https://api.ecr.cn-north-1.amazonaws.com.cn/");
  expect(at("iam", "eu-west-1")).toBe("https://iam.amazonaws.com/");
  expect(at("iam", "cn-northwest-1")).toBe("https://iam.cn-north-1.amazonaws.com.cn/");
  expect(at("iam", "us-gov-east-1")).toBe("https://iam.us-gov.amazonaws.com/");
  expect(at("sts", "us-gov-east-1")).toBe("https://sts.us-gov-east-1.amazonaws.com/");
  expect(at("s3", "eusc-de-east-1")).toBe("https://s3.eusc-de-east-1.amazonaws.eu/");
});

test("endpoints that are said, of one service before those of all", () => {
  const env = {
    AWS_ENDPOINT_URL: "http://127.0.0.1:5000",
    AWS_ENDPOINT_URL_S3: "http://127.0.0.1:9000/path",
    AWS_ENDPOINT_URL_BEDROCK_AGENT: "http://127.0.0.1:1",
  };
  expect(at("s3", "eu-west-1", env)).toBe("http://127.0.0.1:9000/path");
  expect(at("bedrock-agent", "eu-west-1", env)).toBe("http://127.0.0.1:1/");
  expect(at("kms", "eu-west-1", env)).toBe("http://127.0.0.1:5000/");
  const off = { ...env, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true" };
  expect(at("kms", "eu-west-1", off)).toBe("https://kms.eu-west-1.amazonaws.com/");
});

test.each(["http://aws.example.com", "ftp://127.0.0.1", "localhost:4566", "nowhere"])(
  "an endpoint that would let tokens be read, or is none, is refused: %s",
  (said) => {
    for (const name of ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_STS"])
      expect(() => at("sts", "eu-west-1", { [name]: said })).toThrow(
        expect.objectContaining({ code: "usage", message: expect.stringMatching(`^${name}: `) }),
      );
  },
);

test("paths stand below the endpoint, accounts in the host that AWS has for them", () => {
  const block = callsOf("s3control")("GetPublicAccessBlock", { http: "GET /v20180820/x" });
  const ask = (region: string, env: Environment = {}): string => {
    const endpoint = endpointOf("s3control", { region, env });
    return encode(block, { parameters: { AccountId: "1" }, endpoint }).url.href;
  };
  expect(ask("eu-west-1")).toBe("https://1.s3-control.eu-west-1.amazonaws.com/v20180820/x");
  expect(ask("cn-north-1")).toBe("https://1.s3-control.cn-north-1.amazonaws.com.cn/v20180820/x");
  expect(ask("eu-west-1", { AWS_ENDPOINT_URL: "http://127.0.0.1:1/aws/" })).toBe(
    "http://127.0.0.1:1/aws/v20180820/x",
  );
  const policy = callsOf("s3")("GetBucketPolicy", { http: "GET /{Bucket}?policy" });
  const endpoint = new URL("http://127.0.0.1:1");
  expect(encode(policy, { parameters: { Bucket: "../a b" }, endpoint }).url.href).toBe(
    "http://127.0.0.1:1/..%2Fa%20b?policy=",
  );
});
