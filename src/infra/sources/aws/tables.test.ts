import { describe, expect, onTestFinished, test } from "vitest";
import { modelNote, hasModels, modelOf } from "./testing/service-models.ts";
import { startModelServer } from "./testing/model-server.ts";
import { permissionOf, type Operation } from "./client/operation.ts";
import { serviceOf, services, type ServiceId } from "./client/services.ts";
import { everyOperation } from "./policy.ts";
import { policyForAws, readAws } from "./index.ts";
import { everyTable, type Table } from "./table.ts";
import { allTables } from "./tables/all.ts";

const tables = everyTable(allTables);

test("nothing is called that could change anything", () => {
  for (const { name } of everyOperation())
    expect(name, name).toMatch(/^(?:Get|List|Describe|Head|BatchGet)[A-Z]/);
  // Calls whose names say that they read, and that give what nobody should be given.
  const names = everyOperation().map(permissionOf);
  for (const secret of [
    "secretsmanager:GetSecretValue",
    "s3:GetObject",
    "ecr:GetAuthorizationToken",
  ])
    expect(names).not.toContain(secret);
});

test("of REST only what reads is asked by POST", () => {
  for (const { service, name, http } of everyOperation()) {
    const { protocol } = serviceOf(service);
    if (!protocol.startsWith("rest")) expect(http, name).toBeUndefined();
    else expect(http, name).toMatch(service === "bedrock-agent" ? /^(?:GET|POST) \// : /^GET \//);
  }
});

test("every table has a name of its own", () => {
  const names = allTables.map(
    ({ type, part, isGlobal }) => `${type} ${part ?? ""} ${isGlobal ?? ""}`,
  );
  expect(new Set(names).size).toBe(names.length);
});

test("the policy can be attached: it is within IAM's limit for managed policies", () => {
  // 6,144 characters, white space not counted: "IAM and AWS STS quotas".
  expect(JSON.stringify(policyForAws()).length).toBeLessThan(6_144);
});

const env = (url: string) => ({
  AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
  AWS_SECRET_ACCESS_KEY: "x",
  AWS_ENDPOINT_URL: url,
  HOME: "/nowhere",
});
const quick = { perSecond: 100_000, concurrency: 16, tries: 1 };

describe.skipIf(!hasModels)(`AWS's models of its services${modelNote}`, () => {
  test("know every service as it is spoken to", () => {
    for (const id of Object.keys(services) as ServiceId[]) {
      const { protocol, host, signing, target, version } = serviceOf(id);
      const { metadata } = modelOf(id);
      const own = protocol.startsWith("json") ? "json" : protocol;
      expect(metadata.protocols ?? [metadata.protocol], id).toContain(own);
      if (protocol.startsWith("json-")) expect(protocol, id).toBe(`json-${metadata.jsonVersion}`);
      expect(host, id).toBe(metadata.endpointPrefix);
      expect(signing ?? host, id).toBe(metadata.signingName ?? metadata.endpointPrefix);
      if (target !== undefined) expect(target, id).toBe(metadata.targetPrefix);
      if (version !== undefined) expect(version, id).toBe(metadata.apiVersion);
    }
  });

  test("know every call, by its method and path", () => {
    for (const { service, name, http } of everyOperation()) {
      const known = modelOf(service).operations[name];
      expect(known, `${service} ${name}`).toBeDefined();
      if (http !== undefined) {
        const { method, requestUri } = known!.http;
        const names = (text: string): string => text.replaceAll(/\{\w+\+?\}/g, "{}");
        expect(names(http), name).toBe(names(`${method} ${requestUri}`));
      }
    }
  });

  test("turn pages as the tables do, and have the lists where they look", () => {
    for (const { list, steps = [] } of tables) {
      if (list !== undefined) check(list);
      for (const { call, page, items } of steps)
        if (items !== undefined) check({ call, page, items });
    }
    function check({
      call,
      page,
      items,
    }: {
      call: Operation;
      page?: readonly string[];
      items: string;
    }): void {
      const model = modelOf(call.service);
      const paginator = model.paginators[call.name];
      const operation = model.operations[call.name]!;
      const members = Object.entries(model.shapes[operation.output!.shape]!.members!);
      const named = (wanted: string): boolean =>
        members.some(
          ([key, { locationName = key }]) => locationName.toLowerCase() === wanted.toLowerCase(),
        );
      if (page !== undefined) expect(named(page[0]!), `${call.name} ${page[0]}`).toBe(true);
      if (items !== "") expect(named(items.split(".")[0]!), `${call.name} ${items}`).toBe(true);
      // A list that has pages is read page by page.
      if (paginator !== undefined) expect(page, call.name).toBeDefined();
      else if (members.some(([key]) => /^(?:next)?(?:token|marker)$/i.test(key)))
        expect(page, call.name).toBeDefined();
    }
  });

  test("answer every call with what the tables look for, and find no fault with a question", async () => {
    const server = await startModelServer();
    onTestFinished(server.close);
    const reading = await readAws({ env: env(server.url), regions: ["eu-west-1"], pace: quick });
    expect(server.wrong).toEqual([]);
    expect(reading.gaps).toEqual([]);
    expect(reading.problems).toEqual([]);
    const found = new Set(reading.resources.map(({ type }) => type));
    const wanted = tables.flatMap(({ type, also }) => [type, ...(also?.types ?? [])]);
    expect(wanted.filter((type) => !found.has(type))).toEqual([]);
    const lost: string[] = [];
    for (const table of tables) lost.push(...attributesMissing(table));
    expect(lost).toEqual([]);

    function attributesMissing({ type, takes, steps = [] }: Table): string[] {
      const resource = reading.resources.find((each) => each.type === type)!;
      const names = [takes, ...steps.map((step) => step.takes)].flatMap((each) =>
        Object.keys(each),
      );
      return names
        .filter((name) => !name.startsWith("$"))
        .filter((name) => {
          const value = resource.body.entries.get(name);
          return value === undefined || (value.kind === "list" && value.items.length === 0);
        })
        .map((name) => `${type}.${name}`);
    }
  });

  test("every permission of the policy is used, and nothing is called without one", async () => {
    const server = await startModelServer();
    onTestFinished(server.close);
    const called = new Set<string>();
    await readAws(
      { env: env(server.url), regions: "all", pace: quick },
      { onCall: (operation) => called.add(permissionOf(operation)) },
    );
    // Who we are may be asked by everybody.
    called.delete("sts:GetCallerIdentity");
    const [statement] = policyForAws()["Statement"] as [{ Action: readonly string[] }];
    expect([...called].sort()).toEqual(statement.Action);
  });

  const refused = { status: 403, code: "AccessDeniedException", message: "not authorized" };
  const lists = new Set(tables.flatMap(({ list }) => (list === undefined ? [] : [list.call.name])));

  test("what is told by a call that is refused is unread, attribute by attribute", async () => {
    const server = await startModelServer(({ operation }) =>
      lists.has(operation) ? undefined : refused,
    );
    onTestFinished(server.close);
    const reading = await readAws({ env: env(server.url), regions: ["eu-west-1"], pace: quick });
    expect(reading.gaps).toEqual([]);
    const wrong: string[] = [];
    for (const { type, steps = [] } of tables) {
      const resource = reading.resources.find((each) => each.type === type);
      for (const { call, takes } of steps)
        for (const name of Object.keys(takes)) {
          if (name.startsWith("$") || lists.has(call.name)) continue;
          const value = resource?.body.entries.get(name);
          const missing = value?.kind === "unread" ? value.missing : undefined;
          // An attribute that several calls tell of names one of them.
          const calls = steps.filter((step) => name in step.takes).map((step) => step.call);
          const known = [call, ...calls].map(
            (each) => `${permissionOf(each)} (403 AccessDeniedException)`,
          );
          if (missing === undefined || !known.includes(missing))
            wrong.push(`${type}.${name}: ${missing}`);
        }
    }
    expect(wrong).toEqual([]);
    // Resources of their own that would have come of it say so too.
    const policy = reading.resources.find(({ type }) => type === "AWS::S3::BucketPolicy");
    expect(policy?.body.entries.get("PolicyDocument")).toMatchObject({
      kind: "unread",
      missing: "s3:GetBucketPolicy (403 AccessDeniedException)",
    });
  });

  test("an account whose every call is throttled at first is told as whole as any", async () => {
    const seen = new Set<string>();
    const slow = await startModelServer((asked) => {
      const key = JSON.stringify(asked);
      if (seen.has(key)) return undefined;
      seen.add(key);
      return { status: 400, code: "ThrottlingException", message: "Rate exceeded" };
    });
    onTestFinished(slow.close);
    const quickly = await startModelServer();
    onTestFinished(quickly.close);
    const told = async (url: string): Promise<readonly string[]> => {
      const pace = { ...quick, tries: 3, firstWaitMs: 1 };
      const reading = await readAws({ env: env(url), regions: ["eu-west-1"], pace });
      expect(reading.gaps).toEqual([]);
      return reading.resources.map(({ type, at }) => `${type} ${at.document.text}`).sort();
    };
    expect(await told(slow.url)).toEqual(await told(quickly.url));
  });

  test("every type that cannot be listed is a gap", async () => {
    const server = await startModelServer(({ operation }) =>
      lists.has(operation) ? refused : undefined,
    );
    onTestFinished(server.close);
    const reading = await readAws({ env: env(server.url), regions: ["eu-west-1"], pace: quick });
    const listed = tables.filter(({ list }) => list !== undefined);
    const wanted = listed.flatMap(({ type, also }) => [type, ...(also?.types ?? [])]);
    const told = new Set(reading.gaps.map(({ type }) => type));
    expect(wanted.filter((type) => !told.has(type))).toEqual([]);
    expect(reading.gaps.find(({ type }) => type === "AWS::SageMaker::Model")).toEqual({
      type: "AWS::SageMaker::Model",
      account: "123456789012",
      region: "eu-west-1",
      missing: "sagemaker:ListModels (403 AccessDeniedException)",
    });
    // A gap is said once, as what could not be read.
    expect(reading.problems).toEqual([]);
  });

  test("a service that a region does not have is no gap", async () => {
    const server = await startModelServer(({ service }) =>
      service === "bedrock-agent" ? { status: 400, code: "UnknownOperationException" } : undefined,
    );
    onTestFinished(server.close);
    const reading = await readAws({ env: env(server.url), regions: ["eu-west-1"], pace: quick });
    expect(reading.gaps).toEqual([]);
    const types = new Set(reading.resources.map(({ type }) => type));
    expect(types.has("AWS::Bedrock::Agent")).toBe(false);
    expect(types.has("AWS::Bedrock::Guardrail")).toBe(true);
  });
});
