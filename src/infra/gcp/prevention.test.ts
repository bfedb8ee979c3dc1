import { expect, test } from "vitest";
import { gcsPublic } from "../../checks/infra/gcp/gcs-public.ts";
import { gcsPublicAccessAllowed } from "../../checks/infra/gcp/gcs-public-access-allowed.ts";
import { judgeResources, runInfraCheck } from "../../testing/infra-cases.ts";
import { resourceMaker, textOfBody } from "../sources/live/resource.ts";
import type { JsonObject } from "../sources/live/json.ts";

const make = resourceMaker("gcp");
const open = { bindings: [{ role: "roles/storage.objectViewer", members: ["allUsers"] }] };

function bucket(body: JsonObject): ReturnType<typeof make> {
  const text = textOfBody({ name: "lake", iamPolicy: open, ...body });
  return make({
    type: "storage.googleapis.com/Bucket",
    address: "//storage.googleapis.com/lake",
    account: "acme",
    text,
  });
}
function project(enforce: boolean): ReturnType<typeof make> {
  const text = textOfBody({
    name: "projects/123",
    orgPolicies: { storagePublicAccessPrevention: { rules: [{ enforce }] } },
  });
  return make({
    type: "cloudresourcemanager.googleapis.com/Project",
    address: "//cloudresourcemanager.googleapis.com/projects/123",
    account: "acme",
    text,
  });
}

test.each([
  ["its own", [bucket({ iamConfiguration: { publicAccessPrevention: "enforced" } })]],
  ["its project's", [bucket({}), project(true)]],
])("an open grant weighs little where prevention makes it of no effect: %s", (_, resources) => {
  const { findings } = judgeResources(gcsPublic, resources);
  expect(findings.map(({ details }) => details.severity)).toEqual(["low"]);
  const { answers } = judgeResources(gcsPublicAccessAllowed, resources);
  expect(answers.map(({ answer }) => answer.kind)).toEqual(["pass"]);
});

test("an open grant weighs as it does where nothing prevents it", () => {
  const { findings } = judgeResources(gcsPublic, [bucket({}), project(false)]);
  expect(findings.map(({ details }) => details.severity)).toEqual([undefined]);
});

test("Terraform's bucket prevents what its members are granted", () => {
  const text = `
resource "google_storage_bucket" "lake" {
  name                     = "lake"
  public_access_prevention = "enforced"
}
resource "google_storage_bucket_iam_member" "all" {
  bucket = google_storage_bucket.lake.name
  role   = "roles/storage.objectViewer"
  member = "allUsers"
}
`;
  const { findings } = runInfraCheck(gcsPublic, [{ path: "main.tf", text }]);
  expect(findings.map(({ details }) => details.severity)).toEqual(["low"]);
});
