import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "../../core/index.ts";
import type { Document, Value } from "../value.ts";
import {
  isBroad,
  isDefaultAccount,
  isPublic,
  isServiceAccount,
  isServiceAgent,
} from "./members.ts";
import { isAdminRole, isAiRole, isBasicRole, isImpersonatingRole } from "./roles.ts";
import { holds, shownWord, wordOf, type Test } from "./word.ts";

const document: Document = { path: "main.tf", kind: "terraform", text: "", lines: indexLines("") };
const at = { document, start: 0, end: 0 };
const text = (value: string): Value => ({ kind: "scalar", value, at });
const attribute = (resource: string, name: string): Value => ({
  kind: "reference",
  resource,
  attribute: [name],
  at,
});
const put = (...parts: readonly (string | Value)[]): Value => ({ kind: "template", parts, at });
const vague: Value = { kind: "unknown", cause: "var.who has no value", at };

function ask(value: Value, test: Test): boolean | undefined {
  return holds(wordOf(value), test);
}

describe("everybody", () => {
  test.each([
    ["allUsers", true],
    ["allAuthenticatedUsers", true],
    ["principalSet://goog/public:all", true],
    ["user:allUsers@example.com", false],
    ["domain:example.com", false],
    ["", false],
  ])("%s: %s", (member, expected) => {
    expect(ask(text(member), isPublic)).toBe(expected);
  });

  test("is not what begins otherwise, however it goes on", () => {
    expect(ask(put("serviceAccount:", vague), isPublic)).toBe(false);
    expect(ask(put("all", vague), isPublic)).toBe(undefined);
    expect(ask(vague, isPublic)).toBe(undefined);
    expect(ask(attribute("google_service_account.a", "member"), isPublic)).toBe(false);
    expect(ask(attribute("module.x.google_service_account.a[0]", "member"), isPublic)).toBe(false);
    expect(ask(attribute("google_sql_database_instance.a", "x"), isPublic)).toBe(undefined);
  });

  test("of a condition is what both branches are", () => {
    const either = (...options: readonly Value[]): Value => ({
      kind: "choice",
      options,
      cause: "var.x",
      at,
    });
    expect(ask(either(text("allUsers"), text("allAuthenticatedUsers")), isPublic)).toBe(true);
    expect(ask(either(text("allUsers"), text("user:a@b.c")), isPublic)).toBe(undefined);
    expect(ask(either(text("user:d@b.c"), text("user:a@b.c")), isPublic)).toBe(false);
  });
});

test.each([
  ["domain:example.com", true],
  ["principalSet://iam.googleapis.com/locations/global/workforcePools/all/*", true],
  [
    "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/*",
    true,
  ],
  ["principalSet://cloudresourcemanager.googleapis.com/projects/1/type/ServiceAccount", true],
  [
    "principalSet://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/attribute.repository/a/b",
    false,
  ],
  [
    "principal://iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/ci/subject/x",
    false,
  ],
  ["group:ml@example.com", false],
  ["projectEditor:acme", false],
])("more than one can count: %s is %s", (member, expected) => {
  expect(ask(text(member), isBroad)).toBe(expected);
});

test.each([
  ["serviceAccount:123-compute@developer.gserviceaccount.com", true],
  ["serviceAccount:acme@appspot.gserviceaccount.com", true],
  ["serviceAccount:123-compute@acme.iam.gserviceaccount.com", false],
  ["user:123-compute@developer.gserviceaccount.com.example.com", false],
])("a default account: %s is %s", (member, expected) => {
  expect(ask(text(member), isDefaultAccount)).toBe(expected);
});

test("a default account by what it is taken from", () => {
  const data = attribute("data.google_compute_default_service_account.default", "email");
  expect(ask(put("serviceAccount:", data), isDefaultAccount)).toBe(true);
  expect(
    ask(put("serviceAccount:", attribute("google_service_account.a", "email")), isDefaultAccount),
  ).toBe(false);
  expect(ask(put("user:", vague), isDefaultAccount)).toBe(false);
  expect(ask(put("serviceAccount:", vague), isDefaultAccount)).toBe(undefined);
});

test.each([
  ["serviceAccount:service-123@gcp-sa-aiplatform.iam.gserviceaccount.com", true],
  ["serviceAccount:service-123@gcp-sa-aiplatform-cc.iam.gserviceaccount.com", true],
  ["serviceAccount:service-123@compute-system.iam.gserviceaccount.com", true],
  ["serviceAccount:123@cloudservices.gserviceaccount.com", true],
  ["serviceAccount:train@acme.iam.gserviceaccount.com", false],
])("an agent of Google's: %s is %s", (member, expected) => {
  expect(isServiceAgent(wordOf(text(member)))).toBe(expected);
});

test("an account that somebody called service-… in a project of theirs is no agent of Google's", () => {
  for (const name of ["service-train", "service-123"]) {
    const own = text(`serviceAccount:${name}@acme.iam.gserviceaccount.com`);
    expect(isServiceAgent(wordOf(own))).toBe(false);
    expect(ask(own, isServiceAccount)).toBe(true);
  }
});

test.each<readonly [Test, string, boolean | undefined]>([
  [isBasicRole, "roles/editor", true],
  [isBasicRole, "roles/editor2", false],
  [isBasicRole, "projects/acme/roles/editor", false],
  [isAdminRole, "roles/storage.admin", true],
  [isAdminRole, "roles/storage.objectViewer", false],
  [isImpersonatingRole, "roles/iam.serviceAccountTokenCreator", true],
  [isImpersonatingRole, "roles/browser", false],
  [isAiRole, "roles/aiplatform.user", true],
  [isAiRole, "roles/browser", false],
  [isAiRole, "organizations/1/roles/own", undefined],
])("a role %#", (test, role, expected) => {
  expect(ask(text(role), test)).toBe(expected);
});

test("whatever the text is, there is an answer, and soon", () => {
  const tests: readonly Test[] = [isPublic, isBroad, isDefaultAccount, isServiceAccount, isAiRole];
  const words = fc.oneof(
    fc.string(),
    fc.string({ maxLength: 2000 }).map((tail) => `principalSet://${tail.repeat(20)}/*`),
    fc.string({ maxLength: 2000 }).map((tail) => `serviceAccount:${tail.repeat(20)}@x`),
  );
  fc.assert(
    fc.property(words, (word) => {
      const value = text(word);
      for (const each of tests) expect(typeof ask(value, each)).toMatch(/boolean|undefined/);
      isServiceAgent(wordOf(value));
      expect(shownWord(wordOf(value))).toBe(word);
    }),
  );
  const long = text(`serviceAccount:service-${"a-".repeat(500_000)}@`);
  const start = performance.now();
  for (const each of tests) ask(long, each);
  isServiceAgent(wordOf(long));
  expect(performance.now() - start).toBeLessThan(500);
});
