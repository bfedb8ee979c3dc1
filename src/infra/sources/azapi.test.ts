import { describe, expect, test } from "vitest";
import { documentOf } from "../../testing/infra-cases.ts";
import { readInfra } from "../read.ts";
import { plainValue } from "../testing/plain.ts";

function read(text: string): readonly unknown[] {
  return readInfra([documentOf({ path: "main.tf", text })]).resources.map(
    ({ dialect, type, address, body }) => ({ dialect, type, address, body: plainValue(body) }),
  );
}

const endpoint = (body: string): string => `
variable "v" {}
resource "azapi_resource" "e" {
  type      = "microsoft.machinelearningservices/workspaces/onlineendpoints@2024-10-01"
  name      = "score"
  parent_id = "/subscriptions/s"
  location  = "westeurope"
  body      = ${body}
}
`;

describe("azapi_resource", () => {
  test.each([
    '{ properties = { authMode = "Key" } }',
    'jsonencode({ properties = { authMode = "Key" } })',
  ])("is the resource that it writes: %s", (body) => {
    expect(read(endpoint(body))).toEqual([
      {
        dialect: "azure",
        type: "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
        address: "azapi_resource.e",
        body: { name: "score", location: "westeurope", properties: { authMode: "Key" } },
      },
    ]);
  });

  test("whose body is not known is open", () => {
    expect(read(endpoint("var.v"))).toMatchObject([
      {
        dialect: "azure",
        body: { name: "score", $open: expect.stringContaining("var.v") as string },
      },
    ]);
  });

  test("whose type is not known stays what it is", () => {
    const text =
      'variable "t" {}\nresource "azapi_resource" "e" {\n  type = var.t\n  name = "x"\n}\n';
    expect(read(text)).toMatchObject([{ dialect: "terraform", type: "azapi_resource" }]);
  });

  test("that is only looked up stays what it is", () => {
    const text =
      'data "azapi_resource" "e" {\n  type = "Microsoft.Search/searchServices@2025-05-01"\n}\n';
    expect(read(text)).toMatchObject([{ dialect: "terraform" }]);
  });
});
