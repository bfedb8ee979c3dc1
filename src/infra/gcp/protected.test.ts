import { describe, expect, test } from "vitest";
import { gcpProjectOutsidePerimeter } from "../../checks/infra/gcp/gcp-project-outside-perimeter.ts";
import { vertexEndpointPublic } from "../../checks/infra/gcp/vertex-endpoint-public.ts";
import { judgeResources } from "../../testing/infra-cases.ts";
import { textIn, type JsonObject } from "../sources/live/json.ts";
import { resourceMaker, textOfBody } from "../sources/live/resource.ts";
import { aiServices } from "./perimeters.ts";

const make = resourceMaker("gcp");
function live(type: string, body: JsonObject): ReturnType<typeof make> {
  const host = type.slice(0, type.indexOf("/"));
  const address = `//${host}/${textIn(body["name"])}`;
  return make({ type, address, account: "acme", text: textOfBody(body) });
}

const project = live("cloudresourcemanager.googleapis.com/Project", {
  name: "projects/123",
  ancestors: ["organizations/9"],
});
const endpoint = live("aiplatform.googleapis.com/Endpoint", {
  name: "projects/123/locations/us-central1/endpoints/1",
});
const perimeterType = "accesscontextmanager.googleapis.com/ServicePerimeter";
function perimeter(restrictedServices: readonly string[]): ReturnType<typeof make> {
  const status = { resources: ["projects/123"], restrictedServices };
  return live(perimeterType, {
    name: "accessPolicies/1/servicePerimeters/ml",
    title: "ml",
    status,
  });
}

describe("a public endpoint", () => {
  test("weighs little within a perimeter", () => {
    const { findings } = judgeResources(vertexEndpointPublic, [
      project,
      endpoint,
      perimeter(aiServices),
    ]);
    expect(findings.map(({ details }) => details.severity)).toEqual(["low"]);
  });

  test.each([
    ["without one", [project, endpoint]],
    ["in one that lets models out", [project, endpoint, perimeter(["aiplatform.googleapis.com"])]],
    ["where the project is not known", [endpoint]],
  ])("weighs as it does %s", (_, resources) => {
    const { findings } = judgeResources(vertexEndpointPublic, resources);
    expect(findings.map(({ details }) => details.severity)).toEqual([undefined]);
  });
});

test("perimeters that could not be listed are not none", () => {
  const missing = "accesscontextmanager.policies.list (403 IAM_PERMISSION_DENIED)";
  const gaps = [{ type: perimeterType, missing }];
  const { answers } = judgeResources(gcpProjectOutsidePerimeter, [project, endpoint], gaps);
  expect(answers.map(({ answer }) => answer)).toMatchObject([{ kind: "not-assessed", missing }]);
});

test("what a perimeter lacks is said where it stands", () => {
  const own = perimeter(["aiplatform.googleapis.com"]);
  const { findings } = judgeResources(gcpProjectOutsidePerimeter, [project, endpoint, own]);
  expect(findings.map(({ at, details }) => `${at.document.path}: ${details.message}`)).toEqual([
    `${own.address}: The perimeter ml of the project does not restrict notebooks.googleapis.com, storage.googleapis.com`,
  ]);
});
