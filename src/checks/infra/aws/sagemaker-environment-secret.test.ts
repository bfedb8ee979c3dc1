import { expect, test } from "vitest";
import { infraCases, runInfraCheck } from "../../../testing/infra-cases.ts";
import { sagemakerEnvironmentSecret } from "./sagemaker-environment-secret.ts";

function modelWith(environment: string): string {
  return `
resource "aws_sagemaker_model" "m" {
  name               = "m"
  execution_role_arn = "arn:aws:iam::123456789012:role/m"
  primary_container {
    image       = "serve:1"
    environment = ${environment}
  }
}
`;
}

infraCases(sagemakerEnvironmentSecret, {
  fail: [
    modelWith('{ DB_PASSWORD = "Harvest-Moon-77-riverbank" }'),
    modelWith('{ LOG = "x", DSN = "postgresql://ml:Harvest-Moon-77@db.acme.io/features" }'),
  ],
  pass: [
    modelWith('{ SAGEMAKER_PROGRAM = "inference.py" }'),
    modelWith("{ TOKEN_ARN = aws_secretsmanager_secret.t.arn }") +
      'resource "aws_secretsmanager_secret" "t" {\n  name = "t"\n}\n',
  ],
  unknown: [`variable "e" {\n  type = map(string)\n}\n${modelWith("var.e")}`],
});

test("keeps the secret out of what it says", () => {
  const text = modelWith('{ DB_PASSWORD = "Harvest-Moon-77-riverbank" }');
  const { findings } = runInfraCheck(sagemakerEnvironmentSecret, [{ path: "main.tf", text }]);
  expect(findings[0]?.details.secret).toBe("Harvest-Moon-77-riverbank");
  expect(findings[0]?.details.message).not.toContain("Harvest");
});
