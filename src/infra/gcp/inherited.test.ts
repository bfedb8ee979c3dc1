import { expect, test } from "vitest";
import { gcpPublicGrant } from "../../checks/infra/gcp/gcp-public-grant.ts";
import { gcpSnapshot, runInfraCheck } from "../../testing/infra-cases.ts";

const manager = "cloudresourcemanager.googleapis.com";
const everybody = { bindings: [{ role: "roles/viewer", members: ["allUsers"] }] };

function project(number: number, more: object = {}): readonly [string, Record<string, unknown>] {
  return [
    `${manager}/Project`,
    { name: `projects/${number}`, ancestors: ["organizations/9"], ...more },
  ];
}

test("what the organisation grants is wrong in each project, and one finding", () => {
  const file = gcpSnapshot(project(1), project(2), [
    `${manager}/Organization`,
    { name: "organizations/9", iamPolicy: everybody },
  ]);
  const { findings, answers } = runInfraCheck(gcpPublicGrant, [file]);
  expect(answers.map(({ resource, answer }) => `${resource}: ${answer.kind}`)).toEqual([
    `//${manager}/projects/1: fail`,
    `//${manager}/projects/2: fail`,
    `//${manager}/organizations/9: fail`,
  ]);
  expect(findings.map(({ at }) => at.document.path)).toEqual([`//${manager}/organizations/9`]);
  expect(answers[0]?.answer).toMatchObject({
    message: "allUsers has roles/viewer, set on organizations/9 for all below",
  });
});

test("what a project grants itself is its own finding", () => {
  const file = gcpSnapshot(project(1, { iamPolicy: everybody }), [
    `${manager}/Organization`,
    { name: "organizations/9", iamPolicy: everybody },
  ]);
  const { findings } = runInfraCheck(gcpPublicGrant, [file]);
  expect(findings).toHaveLength(2);
});
