import { expect, test } from "vitest";
import type { AnyCheck } from "../define.ts";
import { checks } from "../registry.generated.ts";
import { runInfraCheck } from "../../testing/infra-cases.ts";

/** The things on the way of the first finding of a check in its own example; `!` where the danger is. */
function wayOf(id: string): readonly string[] {
  const check = checks.find(({ meta }) => meta.id === id) as AnyCheck;
  const files = check.meta.examples.found.map(({ path = "main.tf", code }) => ({
    path,
    text: code,
  }));
  const [finding] = runInfraCheck(check, files).findings;
  return (finding?.details.steps ?? []).flatMap((step) =>
    "thing" in step && step.thing !== undefined
      ? [`${step.thing.isDanger === true ? "!" : ""}${step.thing.name}: ${step.message}`]
      : [],
  );
}

test.each([
  [
    "sagemaker-notebook-public-subnet",
    [
      "lab: stands in aws_subnet.lab",
      "lab: is routed by aws_route_table.lab",
      "lab: sends 0.0.0.0/0 to the gateway",
      "!out: leads to the internet, and from it",
    ],
  ],
  [
    "sagemaker-notebook-direct-internet",
    [
      "lab: reaches out around its VPC, as by default",
      "!the internet: takes data and models, and sends packages and payloads",
    ],
  ],
  [
    "s3-policy-public",
    [
      "!everybody: may s3:GetObject",
      "lake: is the policy of acme-lake",
      "acme-lake: is open to the world",
    ],
  ],
  [
    "s3-acl-public-read",
    ["!everybody: may read by the ACL (public-read)", "acme-lake: is open to the world"],
  ],
  [
    "ml-role-administrator",
    [
      "sagemaker.amazonaws.com: runs your code as this role",
      "r: is given this policy",
      "!written by you: amounts to every right in the account",
    ],
  ],
  ["iam-administrator", []],
  [
    "gcs-public",
    ["!everybody: has roles/storage.objectViewer on a bucket", "acme-models: is open to them"],
  ],
  [
    "gcp-public-grant",
    [
      "!everybody: has roles/viewer on a project",
      "acme: is open to them, with all that lies below",
    ],
  ],
  [
    "workbench-public-ip",
    [
      "lab: has an address of its own on the internet",
      "!the internet: takes data and models, and sends packages and payloads",
    ],
  ],
  [
    "vertex-endpoint-public",
    [
      "!the internet: asks Google's public API, with a token that may",
      "e: answers from any network",
    ],
  ],
  [
    "azure-storage-public-network",
    [
      "!the internet: comes by the public network, with a key or a token",
      "x: answers from any network",
    ],
  ],
  [
    "azureml-storage-public",
    [
      "!the internet: comes by the public network, with a key or a token",
      "x: answers from any network",
      "x: keeps its data and models there",
    ],
  ],
  [
    "azureml-endpoint-public",
    [
      "!the internet: comes by the public network, with a key or a token",
      "x: answers from any network",
    ],
  ],
  [
    "azureml-compute-public-ip",
    [
      "c: has an address of its own on the internet",
      "!the internet: takes data and models, and sends packages and payloads",
    ],
  ],
  [
    "k8s-model-server-exposed",
    [
      "!the internet: reaches the service, a LoadBalancer",
      "llm: leads to the server",
      "Ollama: answers without a login",
    ],
  ],
])("%s shows the way", (id, way) => {
  expect(wayOf(id)).toEqual(way);
});

test("every way that is drawn begins or ends in danger", () => {
  for (const { meta } of checks.filter((check) => check.meta.asset === "infra")) {
    const way = wayOf(meta.id);
    if (way.length === 0) continue;
    const ends = [way.at(0), way.at(-1)].filter((stop) => stop?.startsWith("!"));
    expect(ends, meta.id).toHaveLength(1);
  }
});

test("a grant of Terraform leads to its bucket, which stands apart", () => {
  const check = checks.find(({ meta }) => meta.id === "gcs-public") as AnyCheck;
  const text = `resource "google_storage_bucket" "lake" {
  name     = "acme-lake"
  location = "EU"
}
resource "google_storage_bucket_iam_binding" "readers" {
  bucket  = google_storage_bucket.lake.name
  role    = "roles/storage.admin"
  members = ["allAuthenticatedUsers"]
}
`;
  const [finding] = runInfraCheck(check, [{ path: "main.tf", text }]).findings;
  const steps = (finding?.details.steps ?? []).map((step) =>
    "thing" in step ? `${step.thing?.name}: ${step.message}` : "",
  );
  expect(steps).toEqual([
    "everybody with a Google account: has roles/storage.admin on a bucket",
    "readers: is a grant on acme-lake",
    "acme-lake: is open to them",
  ]);
});
