import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadSnapshot } from "../live/snapshot.ts";
import { readAws } from "./index.ts";
import { type Progress } from "../live/reading.ts";

const fast = { perSecond: 100_000, tries: 2, firstWaitMs: 1 };

interface Fake {
  readonly url: string;
  readonly asked: { readonly name: string; readonly region: string; readonly key: string }[];
}
type Say = (name: string, sent: Record<string, unknown>, region: string) => unknown;

/** SageMaker as said, STS by the key that signs, nothing of all else. */
async function fake(say: Say): Promise<Fake> {
  const asked: Fake["asked"] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const scope = /Credential=([^/]+)\/\d+\/([^/]+)\/([^/]+)/.exec(
        request.headers.authorization ?? "",
      );
      const [, key = "", region = "", service = ""] = scope ?? [];
      const form = new URLSearchParams(body);
      const name =
        (request.headers["x-amz-target"] as string | undefined)?.split(".").at(-1) ??
        form.get("Action") ??
        "";
      asked.push({ name, region, key });
      const answer = (text: string, status = 200): void =>
        void response.writeHead(status).end(text);
      if (name === "GetCallerIdentity")
        return answer(
          `<GetCallerIdentityResponse><GetCallerIdentityResult><Account>${key.replace("KEY", "")}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
        );
      if (name === "AssumeRole") {
        const arn = form.get("RoleArn") ?? "";
        if (arn.includes("closed"))
          return answer(
            "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>",
            403,
          );
        const account = arn.split(":")[4];
        return answer(
          `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>KEY${account}</AccessKeyId><SecretAccessKey>x</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
        );
      }
      if (name === "DescribeRegions") {
        const said = say(name, {}, region);
        if (typeof said === "string") return answer(said);
      }
      if (service !== "sagemaker") return answer("", 404);
      const said = say(
        name,
        body === "" ? {} : (JSON.parse(body) as Record<string, unknown>),
        region,
      );
      return answer(
        said === undefined ? '{"__type": "UnknownOperationException"}' : JSON.stringify(said),
        said === undefined ? 400 : 200,
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

const env = (url: string, more: Record<string, string> = {}) => ({
  AWS_ACCESS_KEY_ID: "KEY111111111111",
  AWS_SECRET_ACCESS_KEY: "x",
  AWS_ENDPOINT_URL: url,
  HOME: "/nowhere",
  ...more,
});

function models(count: number, perPage: number): Say {
  return (name, sent) => {
    if (name === "DescribeModel")
      return { ModelName: sent["ModelName"], EnableNetworkIsolation: true };
    if (name !== "ListModels") return undefined;
    const from = Number(sent["NextToken"] ?? 0);
    const to = Math.min(count, from + perPage);
    const Models = Array.from({ length: to - from }, (_, at) => ({
      ModelName: `m${from + at}`,
      ModelArn: `arn:aws:sagemaker:eu-west-1:1:model/m${from + at}`,
    }));
    return { Models, ...(to < count ? { NextToken: String(to) } : {}) };
  };
}

test("lists are read to their end, and progress is told", async () => {
  const { url } = await fake(models(234, 50));
  const progress: Progress[] = [];
  const streamed: string[] = [];
  const { resources, accounts, regions } = await readAws(
    { env: env(url), regions: ["eu-west-1"], pace: fast },
    {
      onProgress: (each) => progress.push(each),
      onResource: ({ type, address }) => {
        if (type.endsWith("::Model")) streamed.push(address);
      },
    },
  );
  expect(resources.filter(({ type }) => type === "AWS::SageMaker::Model").length).toBe(234);
  expect(streamed.length).toBe(234);
  expect([accounts, regions]).toEqual([["111111111111"], ["eu-west-1"]]);
  const last = progress.at(-1)!;
  expect(last.done).toBe(last.total);
  expect(last.resources).toBe(resources.length);
});

test("a list that goes in a circle is left, and is a gap", async () => {
  const { url } = await fake((name) =>
    name === "ListModels"
      ? { Models: [{ ModelName: "a", ModelArn: "arn:a" }], NextToken: "same" }
      : name === "DescribeModel"
        ? {}
        : undefined,
  );
  const { gaps, resources } = await readAws({ env: env(url), regions: ["eu-west-1"], pace: fast });
  expect(gaps.find(({ type }) => type === "AWS::SageMaker::Model")?.missing).toBe(
    "sagemaker:ListModels (the same page again and again)",
  );
  expect(resources.filter(({ type }) => type === "AWS::SageMaker::Model").length).toBe(1);
});

test("a page that is refused leaves what came before it, and a gap", async () => {
  const whole = models(100, 50);
  const { url } = await fake((name, sent, region) => {
    if (name === "ListModels" && sent["NextToken"] !== undefined) return undefined;
    return whole(name, sent, region);
  });
  const { resources, gaps } = await readAws({ env: env(url), regions: ["eu-west-1"], pace: fast });
  expect(resources.filter(({ type }) => type === "AWS::SageMaker::Model").length).toBe(50);
  expect(gaps.find(({ type }) => type === "AWS::SageMaker::Model")?.missing).toBe(
    "sagemaker:ListModels (400 UnknownOperationException)",
  );
});

test("things without names are a gap, not one thing", async () => {
  const { url } = await fake((name) =>
    name === "ListModels"
      ? { Models: [{}, { ModelName: {} }, 5, null] }
      : name === "DescribeModel"
        ? {}
        : undefined,
  );
  const { gaps, resources } = await readAws({ env: env(url), regions: ["eu-west-1"], pace: fast });
  expect(resources.some(({ type }) => type === "AWS::SageMaker::Model")).toBe(false);
  expect(gaps).toContainEqual({
    type: "AWS::SageMaker::Model",
    account: "111111111111",
    region: "eu-west-1",
    missing: "sagemaker:ListModels (an answer without names)",
  });
});

test("of jobs only the newest", async () => {
  const { url } = await fake((name, sent) => {
    if (name === "DescribeTrainingJob") return {};
    if (name !== "ListTrainingJobs") return undefined;
    expect(sent).toMatchObject({ SortBy: "CreationTime", SortOrder: "Descending" });
    const from = Number(sent["NextToken"] ?? 0);
    return {
      TrainingJobSummaries: Array.from({ length: 10 }, (_, at) => ({
        TrainingJobName: `j${from + at}`,
        TrainingJobArn: `arn:aws:sagemaker:eu-west-1:1:training-job/j${from + at}`,
      })),
      NextToken: String(from + 10),
    };
  });
  const { resources } = await readAws({
    env: env(url),
    regions: ["eu-west-1"],
    recent: 25,
    pace: fast,
  });
  const jobs = resources.filter(({ type }) => type === "AWS::SageMaker::TrainingJob");
  expect(jobs.length).toBe(25);
});

test("the accounts of several roles, each with its own credentials; one that is closed is a problem", async () => {
  const { url, asked } = await fake(models(1, 10));
  const roles = ["222222222222:role/a", "333333333333:role/closed", "444444444444:role/a"].map(
    (each) => ({ arn: `arn:aws:iam::${each}` }),
  );
  const { accounts, problems, resources } = await readAws({
    env: env(url),
    regions: ["eu-west-1", "us-east-1"],
    roles,
    pace: fast,
  });
  expect(accounts).toEqual(["222222222222", "444444444444"]);
  expect(problems[0]?.message).toMatch(/nothing is read with the role .*closed: .*AccessDenied/);
  const keys = new Set(
    asked.filter(({ name }) => name === "ListModels").map(({ key, region }) => `${key} ${region}`),
  );
  expect([...keys].sort()).toEqual([
    "KEY222222222222 eu-west-1",
    "KEY222222222222 us-east-1",
    "KEY444444444444 eu-west-1",
    "KEY444444444444 us-east-1",
  ]);
  expect(new Set(resources.map(({ account }) => account))).toEqual(new Set(accounts));
});

test("buckets that lie in regions that are not read are counted", async () => {
  const list =
    "<ListAllMyBucketsResult><Buckets><Bucket><Name>here</Name><BucketRegion>eu-west-1</BucketRegion></Bucket><Bucket><Name>there</Name><BucketRegion>us-east-1</BucketRegion></Bucket></Buckets></ListAllMyBucketsResult>";
  const server = createServer((request, response) => {
    request.resume();
    const authorization = request.headers.authorization ?? "";
    if (authorization.includes("/sts/"))
      response.end(
        "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>",
      );
    else if (request.url?.startsWith("/?max-buckets") === true) response.end(list);
    else response.writeHead(400).end('{"__type": "UnknownOperationException"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { resources, problems } = await readAws({
    env: env(url),
    regions: ["eu-west-1"],
    pace: fast,
  });
  const buckets = resources.filter(({ type }) => type === "AWS::S3::Bucket");
  expect(buckets.map(({ address }) => address)).toEqual(["arn:aws:s3:::here"]);
  expect(problems.map(({ message }) => message)).toEqual([
    "AWS::S3::Bucket in us-east-1: 1 not read, since the region is not",
  ]);
});

test("all regions, or what is said where they are not told", async () => {
  const list =
    "<DescribeRegionsResponse><regionInfo><item><regionName>us-east-1</regionName></item><item><regionName>eu-north-1</regionName></item></regionInfo></DescribeRegionsResponse>";
  const told = await fake((name) => (name === "DescribeRegions" ? list : undefined));
  const all = await readAws({ env: env(told.url), regions: "all", pace: fast });
  expect(all.regions).toEqual(["eu-north-1", "us-east-1"]);
  const closed = await fake(() => undefined);
  const one = await readAws({ env: env(closed.url), regions: "all", pace: fast });
  expect(one.regions).toEqual(["us-east-1"]);
  expect(one.problems[0]?.message).toMatch(
    /regions of the account are not known.*ec2:DescribeRegions/,
  );
});

test.each([
  [{}, "usage"],
  [{ regions: ["eu-west"] }, "usage"],
  [{ regions: ["eu-west-1.evil.example/"] }, "usage"],
])("%j is an error of the user", async (options, code) => {
  await expect(readAws({ env: env("http://127.0.0.1:9"), ...options })).rejects.toMatchObject({
    code,
  });
});

test("credentials that nobody lets in end it", async () => {
  const pace = { tries: 1 };
  const closed = { env: env("http://127.0.0.1:9"), regions: ["eu-west-1"], pace };
  await expect(readAws(closed)).rejects.toThrow(/AWS does not say who we are/);
  const none = { HOME: "/nowhere", AWS_EC2_METADATA_DISABLED: "true" };
  await expect(readAws({ env: none, regions: ["eu-west-1"], pace })).rejects.toThrow(
    /no credentials/,
  );
});

test("one that is stopped is continued where it ended, and comes to the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "pavise-read-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const save = join(folder, "account.jsonl");
  const { url, asked } = await fake(models(300, 50));
  const options = { env: env(url), regions: ["eu-west-1"], pace: fast, save };
  const stop = new AbortController();
  let count = 0;
  const first = readAws(options, {
    signal: stop.signal,
    onResource: () => {
      if (++count === 120) stop.abort();
    },
  });
  await expect(first).rejects.toMatchObject({ code: "interrupted" });
  const before = readFileSync(save, "utf8");
  expect(before).not.toContain('"end":true');
  expect((await loadSnapshot(save)).problems.at(-1)?.message).toMatch(/not whole/);

  const done = [...before.matchAll(/\{"done":"([^"]+)"\}/g)].map(([, name]) => name!);
  asked.length = 0;
  const whole = await readAws(options);
  const fresh = await readAws({ ...options, save: undefined });
  const names = ({ resources }: typeof whole): string[] =>
    resources.map(({ type, address }) => `${type} ${address}`).sort();
  expect(names(whole)).toEqual(names(fresh));
  expect(names(await loadSnapshot(save))).toEqual(names(fresh));
  const loaded = await loadSnapshot(save);
  expect(loaded.gaps.length).toBe(whole.gaps.length);
  // What was done is not asked again.
  expect(done.length).toBeGreaterThan(0);
  const listed = done.some((name) => name.endsWith("AWS::SageMaker::Domain"));
  if (listed)
    expect(asked.slice(0, 200).filter(({ name }) => name === "ListDomains").length).toBeLessThan(2);
});
