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
