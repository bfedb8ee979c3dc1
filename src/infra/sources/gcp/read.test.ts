import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { loadSnapshot } from "../live/snapshot.ts";
import { readGcp } from "./read.ts";
import { auditRoles, roleScript } from "./role.ts";
import { baseOf, endpointsFrom, services } from "./services.ts";
import { startFake, type Fake } from "./testing/fake.ts";
import { weakWorld } from "./testing/worlds.ts";

const open: { readonly close: () => unknown }[] = [];
afterAll(async () => {
  for (const each of open) await each.close();
});

const pace = { firstWaitMs: 1, perSecond: 10_000, tries: 2 };

async function fakeOf(...given: Parameters<typeof startFake>): Promise<Fake> {
  const fake = await startFake(...given);
  open.push(fake);
  return fake;
}

function file(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-gcp-"));
  open.push({ close: () => rmSync(folder, { recursive: true, force: true }) });
  return join(folder, name);
}

test("a resource is a document of what the API answered, under its full name", async () => {
  const { env } = await fakeOf(weakWorld);
  const { resources } = await readGcp({ env, projects: ["acme"], pace });
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  for (const name of [
    "//cloudresourcemanager.googleapis.com/projects/123",
    "//cloudresourcemanager.googleapis.com/folders/1",
    "//cloudresourcemanager.googleapis.com/organizations/9",
    "//accesscontextmanager.googleapis.com/accessPolicies/1/servicePerimeters/ml",
    "//aiplatform.googleapis.com/projects/123/locations/us-central1/endpoints/0",
    "//storage.googleapis.com/acme-models",
    "//compute.googleapis.com/projects/acme/regions/us-central1/subnetworks/ml",
    "//logging.googleapis.com/projects/acme/sinks/audit",
    "//dialogflow.googleapis.com/projects/acme/agent",
    "//iam.googleapis.com/projects/acme/serviceAccounts/train@acme.iam.gserviceaccount.com/keys/0",
  ])
    expect([name, byAddress.get(name)?.at.document.path]).toEqual([name, name]);
  const bucket = byAddress.get("//storage.googleapis.com/acme-models");
  expect(bucket).toMatchObject({
    dialect: "gcp",
    type: "storage.googleapis.com/Bucket",
    account: "acme",
    region: "us",
  });
  expect(bucket?.at.document.text.split("\n").slice(0, 3)).toEqual([
    "{",
    '  "kind": "storage#bucket",',
    '  "name": "acme-models",',
  ]);
  const node = byAddress.get("//tpu.googleapis.com/projects/acme/locations/us-central1-b/nodes/t");
  expect(node?.region).toBe("us-central1");
});

test("only the regions that are named are read, and what is in none", async () => {
  const { env, used } = await fakeOf(weakWorld);
  const { resources } = await readGcp({ env, projects: ["acme"], regions: ["europe-west4"], pace });
  const types = new Set(resources.map(({ type }) => type));
  expect(types).not.toContain("aiplatform.googleapis.com/Endpoint");
  expect(types).toContain("storage.googleapis.com/Bucket");
  expect(types).toContain("documentai.googleapis.com/Processor");
  expect(used).toContain("aiplatform.endpoints.list");
});

test("a region that does not exist is not one without anything in it", async () => {
  const { env } = await fakeOf(weakWorld);
  const regions = ["us-central1", "us-centrall1"];
  const { problems } = await readGcp({ env, projects: ["acme"], regions, pace });
  expect(problems.map(({ message }) => message)).toEqual([
    "--region us-centrall1: Vertex AI has no such location, nothing of it is read there",
  ]);
});

test("a location whose name would be another host is told no token", async () => {
  const path = "aiplatform v1/projects/acme/locations";
  const known = weakWorld.lists[path]!;
  const evil = { locationId: "evil.test/x", name: "projects/acme/locations/evil" };
  const lists = { ...weakWorld.lists, [path]: [...known, evil] };
  const { env, strange } = await fakeOf({ ...weakWorld, lists });
  const { gaps, resources } = await readGcp({ env, projects: ["acme"], pace });
  expect(strange).toEqual([]);
  expect(resources.some(({ region }) => region?.includes("evil"))).toBe(false);
  expect(gaps.map(({ missing }) => missing)).toContain(
    "aiplatform.locations.list (a location with no name of one)",
  );
  await expect(
    readGcp({ env, projects: ["acme"], regions: ["evil.test/"], pace }),
  ).rejects.toMatchObject({ code: "usage" });
});

test("who may not list locations has the usual ones read", async () => {
  const grants = (permission: string): boolean => permission !== "aiplatform.locations.list";
  const { env } = await fakeOf(weakWorld, { grants });
  const { resources, gaps } = await readGcp({ env, projects: ["acme"], pace });
  expect(resources.filter(({ type }) => type.endsWith("/Endpoint"))).toHaveLength(3);
  expect(gaps).toEqual([]);
});

describe("a snapshot", () => {
  test("says the same as the project", async () => {
    const { env } = await fakeOf(weakWorld);
    const save = file("acme.jsonl");
    const live = await readGcp({ env, projects: ["acme"], save, pace });
    const kept = await loadSnapshot(save);
    const shown = ({ resources }: typeof live): readonly string[] =>
      resources.map(({ address, at }) => `${address} ${at.document.text}`).toSorted();
    expect(shown(kept)).toEqual(shown(live));
    expect(kept.resources[0]?.dialect).toBe("gcp");
  });

  test("that was cut off is continued: what is whole is not read again", async () => {
    const { env, calls } = await fakeOf(weakWorld);
    const save = file("cut.jsonl");
    await readGcp({ env, projects: ["acme"], save, pace });
    const before = calls();
    const lines = readFileSync(save, "utf8").trimEnd().split("\n");
    writeFileSync(save, `${lines.slice(0, -1).join("\n")}\n`);
    const { resources } = await readGcp({ env, projects: ["acme"], save, pace });
    expect(calls()).toBe(before);
    expect(resources.length).toBeGreaterThan(30);
  });
});

test("an interrupted reading says so", async () => {
  const { env } = await fakeOf(weakWorld, { isBusy: true });
  const signal = AbortSignal.timeout(30);
  const slow = { ...pace, perSecond: 5 };
  await expect(readGcp({ env, projects: ["acme"], pace: slow }, { signal })).rejects.toMatchObject({
    code: "interrupted",
  });
});

test("without a project there is nothing to read", async () => {
  const env = { GOOGLE_OAUTH_ACCESS_TOKEN: "t", HOME: file("none"), NO_GCE_CHECK: "true" };
  await expect(readGcp({ env })).rejects.toMatchObject({ code: "usage" });
  await expect(readGcp({ env, projects: ["../x"] })).rejects.toMatchObject({ code: "usage" });
});

test("a token that is no good ends it", async () => {
  const { env } = await fakeOf(weakWorld);
  const bad = { ...env, GOOGLE_OAUTH_ACCESS_TOKEN: "other" };
  await expect(readGcp({ env: bad, projects: ["acme"], pace })).rejects.toThrow(/401/);
});

/** A server that answers everything with the same body. */
async function everywhere(status: number, body: string): Promise<Record<string, string>> {
  const server = createServer((_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push({ close: () => server.close() });
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/{location}`;
  const names = Object.keys(services).map((name) => name.slice(0, name.indexOf(".")).toUpperCase());
  return {
    ...Object.fromEntries(names.map((name) => [`CLOUDSDK_API_ENDPOINT_OVERRIDES_${name}`, base])),
    GOOGLE_OAUTH_ACCESS_TOKEN: "t",
    HOME: "/nowhere",
  };
}

describe("answers that are none", () => {
  test.each([
    ["no JSON", 299, "<html>"],
    ["a list", 299, "[]"],
    ["null", 299, "null"],
    [
      "things of the wrong kind",
      200,
      '{"endpoints":{"a":1},"models":[1,null,[]],"items":7,"locations":[{"locationId":5}],"nextPageToken":9}',
    ],
    ["a page that leads to itself", 299, '{"items":[],"nextPageToken":"again"}'],
    ["an error that says it is well", 299, '{"error":{"code":403,"status":"PERMISSION_DENIED"}}'],
    ["nesting without end", 299, `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`],
    ["an error without words", 500, ""],
    ["an error of another form", 403, '{"error":"no"}'],
  ])("are gaps or nothing, and no crash: %s", async (_, status, body) => {
    const env = await everywhere(status, body);
    const reading = await readGcp({ env, projects: ["acme"], regions: ["us-central1"], pace });
    expect(reading.accounts).toEqual(["acme"]);
    // What is not understood is not nothing.
    if (status > 200) expect(reading.gaps.length).toBeGreaterThan(20);
  });

  test("what is no list is a gap, not an empty list", async () => {
    const env = await everywhere(200, '{"endpoints":"none","items":{"a":1}}');
    const { gaps } = await readGcp({ env, projects: ["acme"], regions: ["us-central1"], pace });
    expect(gaps.map(({ missing }) => missing)).toContain(
      "storage.buckets.list (an answer that is no list)",
    );
  });

  test("somebody's words do not pass for what we may not see", async () => {
    const body = '{"items":[{"name":"b","labels":{"$unread":"all of it"}}]}';
    const env = await everywhere(200, body);
    const { resources } = await readGcp({ env, projects: ["acme"], regions: ["us"], pace });
    const bucket = resources.find(({ type }) => type === "storage.googleapis.com/Bucket");
    expect(bucket?.body.entries.get("labels")?.kind).toBe("map");
  });

  test("whatever JSON it is", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), async (body) => {
        const env = await everywhere(200, body);
        const reading = await readGcp({ env, projects: ["acme"], regions: ["us"], pace });
        for (const { body: value } of reading.resources) expect(value.kind).toBe("map");
      }),
      { numRuns: 10 },
    );
  });
});

describe("addresses of services", () => {
  test("are put elsewhere by the environment, as gcloud does", () => {
    const endpoints = endpointsFrom({
      CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: "https://storage-psc.p.googleapis.com/",
      CLOUDSDK_API_ENDPOINT_OVERRIDES_KMS: "https://kms.example.com",
      CLOUDSDK_API_ENDPOINT_OVERRIDES_NONE: "https://example.com",
    });
    expect(baseOf("storage.googleapis.com", { endpoints })).toBe(
      "https://storage-psc.p.googleapis.com",
    );
    expect(baseOf("cloudkms.googleapis.com", { endpoints })).toBe("https://kms.example.com");
    expect(baseOf("aiplatform.googleapis.com", { location: "us-central1" })).toBe(
      "https://us-central1-aiplatform.googleapis.com",
    );
    expect(baseOf("aiplatform.googleapis.com")).toBe("https://aiplatform.googleapis.com");
  });

  test.each(["http://storage.example.com", "storage", "file:///etc/passwd"])(
    "where the token would be told to whoever listens are refused: %s",
    (base) => {
      const env = { CLOUDSDK_API_ENDPOINT_OVERRIDES_STORAGE: base };
      expect(() => endpointsFrom(env)).toThrow(/https/);
    },
  );
});

describe("the roles that are printed", () => {
  test("hold for a project only what a project's role can hold", () => {
    const [own, above] = auditRoles("project");
    const orgOnly = /^(?:accesscontextmanager|resourcemanager\.(?:folders|organizations))\./;
    expect(own?.role.includedPermissions.filter((each) => orgOnly.test(each))).toEqual([]);
    expect(above?.role.includedPermissions.every((each) => orgOnly.test(each))).toBe(true);
  });

  test("only list and read", () => {
    const all = auditRoles("organization").flatMap(({ role }) => role.includedPermissions);
    expect(all.filter((each) => !/\.(?:get|list|getIamPolicy)$/.test(each))).toEqual([]);
  });

  test("are what gcloud reads", () => {
    const text = roleScript("project");
    expect(text).toContain('title: "Pavise auditor"\n');
    expect(text).toContain(
      "stage: GA\nincludedPermissions:\n- aiplatform.batchPredictionJobs.list\n",
    );
    expect(text).toContain(
      "# gcloud iam roles create paviseAuditor --project=PROJECT --file=paviseAuditor.yaml",
    );
  });
});
