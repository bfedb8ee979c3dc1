// Every check of Google Cloud, asked of a project that a server tells of: weak, mended, denied, busy.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AnyCheck } from "../../../checks/define.ts";
import { judgeResources } from "../../../testing/infra-cases.ts";
import type { LiveReading } from "../live/reading.ts";
import { readGcp, type GcpOptions } from "./read.ts";
import { auditRoles } from "./role.ts";
import { allTables } from "./tables/all.ts";
import { startFake, type Fake, type Manners, type World } from "./testing/fake.ts";
import { mendedWorld, weakWorld } from "./testing/worlds.ts";

/** Checks of what only Terraform writes: a project that is read has nothing of it. */
const writtenOnly = new Set([
  "gcp-identity-provider-open",
  "vertex-garden-endpoint-public",
  "notebooks-instance-public-ip",
  "notebooks-instance-vtpm",
  "notebooks-instance-integrity",
  "notebooks-instance-key",
  "notebooks-runtime-key",
  "notebooks-runtime-public-ip",
  "gcs-acl-public",
  "document-ai-warehouse-key",
  "dialogflow-cx-webhook-unlogged",
]);

const folder = join(import.meta.dirname, "../../../checks/infra/gcp");
const checks: AnyCheck[] = [];
beforeAll(async () => {
  for (const name of readdirSync(folder).filter((each) => !each.endsWith(".test.ts"))) {
    const module = (await import(join(folder, name))) as Record<string, AnyCheck>;
    checks.push(...Object.values(module));
  }
});

interface Told {
  readonly reading: LiveReading;
  readonly fake: Fake;
  /** The kinds of answers by check. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
}

const open: Fake[] = [];
afterAll(() => Promise.all(open.map((fake) => fake.close())));

async function tell(
  world: World,
  manners: Manners = {},
  options: Partial<GcpOptions> = {},
): Promise<Told> {
  const fake = await startFake(world, manners);
  open.push(fake);
  const pace = { firstWaitMs: 1, perSecond: 10_000, ...options.pace };
  const reading = await readGcp({ env: fake.env, projects: ["acme"], ...options, pace });
  const answers = new Map(
    checks.map((check) => {
      const { answers } = judgeResources(check, reading.resources, reading.gaps);
      return [check.meta.id, new Set(answers.map(({ answer }) => answer.kind))] as const;
    }),
  );
  return { reading, fake, answers };
}

function liveChecks(): readonly AnyCheck[] {
  return checks.filter(({ meta }) => !writtenOnly.has(meta.id));
}

describe("a project that is weak", () => {
  test("fails every check", { timeout: 60_000 }, async () => {
    const { answers, fake, reading } = await tell(weakWorld);
    const well = liveChecks().filter(({ meta }) => answers.get(meta.id)?.has("fail") !== true);
    expect(well.map(({ meta }) => meta.id)).toEqual([]);
    expect(fake.strange).toEqual([]);
    expect(reading.gaps).toEqual([]);
    expect(reading.problems).toEqual([]);
    // Three endpoints come in two pages.
    expect(reading.resources.filter(({ type }) => type.endsWith("/Endpoint"))).toHaveLength(3);
  });

  test(
    "fails the same checks where every call has to be made again",
    { timeout: 60_000 },
    async () => {
      const plain = await tell(weakWorld);
      const busy = await tell(weakWorld, { isBusy: true });
      expect(busy.reading.gaps).toEqual([]);
      expect(busy.fake.calls()).toBe(2 * plain.fake.calls());
      expect(busy.answers).toEqual(plain.answers);
      expect(namesOf(busy.reading)).toEqual(namesOf(plain.reading));
    },
  );
});

function namesOf({ resources }: LiveReading): readonly string[] {
  return resources.map(({ address }) => address).toSorted();
}

test("a project that is mended passes every check", { timeout: 60_000 }, async () => {
  const { answers, fake, reading } = await tell(mendedWorld);
  for (const { meta } of liveChecks())
    expect([meta.id, [...(answers.get(meta.id) ?? [])]]).toEqual([meta.id, ["pass"]]);
  expect(fake.strange).toEqual([]);
  expect(reading.gaps).toEqual([]);
});

describe("a project that lets us see nothing", () => {
  test(
    "passes nothing, fails nothing, and says what was refused",
    { timeout: 60_000 },
    async () => {
      const { answers, reading } = await tell(weakWorld, { grants: () => false });
      for (const [id, kinds] of answers)
        for (const kind of kinds) expect([id, kind]).toEqual([id, "not-assessed"]);
      const gaps = new Set(reading.gaps.map(({ type }) => type));
      const types = allTables.flatMap(({ type, children = [] }) => [
        type,
        ...children.map((child) => child.type),
      ]);
      expect(types.filter((type) => !gaps.has(type))).toEqual([]);
      expect(reading.gaps[0]?.missing).toMatch(/^[\w.]+ \(403 IAM_PERMISSION_DENIED\)$/);
      expect(answers.get("gcp-public-grant")).toEqual(new Set(["not-assessed"]));
    },
  );

  test(
    "passes nothing of what only policies tell, where only they are refused",
    { timeout: 60_000 },
    async () => {
      const grants = (permission: string): boolean => !permission.endsWith(".getIamPolicy");
      const { answers } = await tell(weakWorld, { grants });
      for (const id of [
        "gcp-public-grant",
        "gcp-basic-role",
        "vertex-open-grant",
        "notebook-open-grant",
        "gcs-public",
        "artifact-registry-public",
        "gcp-key-public",
        "gcp-service-account-open",
        "gcp-ai-audit-logs",
        "vertex-model-bucket-open",
      ])
        expect([id, [...(answers.get(id) ?? [])]]).toEqual([id, ["not-assessed"]]);
    },
  );

  test(
    "does not take what it cannot see above the project for nothing",
    { timeout: 60_000 },
    async () => {
      const grants = (permission: string): boolean =>
        !/folders|organizations|accesscontext/.test(permission);
      const { answers } = await tell(mendedWorld, { grants });
      expect([...(answers.get("gcp-public-grant") ?? [])]).toEqual(["not-assessed"]);
      expect([...(answers.get("gcp-ai-audit-logs") ?? [])]).toEqual(["not-assessed"]);
      expect([...(answers.get("gcp-project-outside-perimeter") ?? [])]).toEqual(["not-assessed"]);
    },
  );
});

describe("APIs that are not enabled", () => {
  test("are a statement of their own: there is nothing", { timeout: 60_000 }, async () => {
    const off = ["aiplatform", "notebooks", "tpu", "cloudkms"];
    const { reading, answers, fake } = await tell(weakWorld, { off });
    const said = reading.resources.filter(
      ({ type }) => type === "serviceusage.googleapis.com/Service",
    );
    expect(said.map(({ address }) => address).toSorted()).toEqual(
      off
        .map((name) => `//serviceusage.googleapis.com/projects/123/services/${name}.googleapis.com`)
        .toSorted(),
    );
    expect(reading.gaps).toEqual([]);
    expect(answers.get("gcp-ai-audit-logs")).toEqual(new Set());
    expect(answers.get("vertex-endpoint-public")).toEqual(new Set());
    // One question is enough.
    expect(fake.used).not.toContain("aiplatform.models.list");
  });

  test("of what is there all the same are a gap", { timeout: 60_000 }, async () => {
    const { reading } = await tell(weakWorld, { off: ["storage", "iam"] });
    expect(reading.gaps.map(({ type, missing }) => `${type}: ${missing}`)).toContain(
      "storage.googleapis.com/Bucket: storage.buckets.list (storage.googleapis.com is not enabled)",
    );
  });

  test(
    "of the project that calls are counted for say nothing of this one",
    { timeout: 60_000 },
    async () => {
      const { reading } = await tell(weakWorld, {
        off: ["aiplatform"],
        consumer: "projects/764086051850",
      });
      expect(reading.resources.some(({ type }) => type.startsWith("serviceusage"))).toBe(false);
      expect(reading.gaps.find(({ type }) => type.endsWith("/Endpoint"))?.missing).toBe(
        "aiplatform.endpoints.list (aiplatform.googleapis.com is not enabled in 764086051850, which our calls are counted for; GOOGLE_CLOUD_QUOTA_PROJECT names another)",
      );
    },
  );
});

describe("the role that is printed", () => {
  test(
    "is enough for a project, with that of what it inherits, and nothing in it is unused",
    { timeout: 60_000 },
    async () => {
      const granted = new Set(
        auditRoles("project").flatMap(({ role }) => role.includedPermissions),
      );
      const { reading, fake } = await tell(weakWorld, {
        grants: (permission) => granted.has(permission),
      });
      expect(reading.gaps).toEqual([]);
      expect(reading.resources.some(({ at }) => at.document.text.includes("$unread"))).toBe(false);
      expect([...granted].filter((permission) => !fake.used.has(permission))).toEqual([]);
      expect([...fake.used].filter((permission) => !granted.has(permission))).toEqual([]);
    },
  );

  test(
    "is enough for an organisation, and nothing in it is unused",
    { timeout: 60_000 },
    async () => {
      const granted = new Set(
        auditRoles("organization").flatMap(({ role }) => role.includedPermissions),
      );
      const { reading, fake } = await tell(
        weakWorld,
        { grants: (permission) => granted.has(permission) },
        { projects: [], organization: "9" },
      );
      expect(reading.accounts).toEqual(["acme"]);
      expect(reading.gaps).toEqual([]);
      expect([...granted].toSorted()).toEqual([...fake.used].toSorted());
    },
  );
});
