import { expect, test } from "vitest";
import { textOfBody } from "./resource.ts";

const password = "Harvest-Moon-77-riverbank";

test("secrets of an account stay in the account", () => {
  const text = textOfBody({
    TrainingJobName: "t",
    Environment: { DB_PASSWORD: password, LOG_LEVEL: "info" },
    HyperParameters: { dsn: `postgresql://ml:${password}@db.acme.io/features` },
    Tags: [{ Key: "team", Value: "ml" }],
  });
  expect(text).not.toContain(password);
  expect(JSON.parse(text)).toMatchObject({
    TrainingJobName: "t",
    Environment: { DB_PASSWORD: "•••", LOG_LEVEL: "info" },
    HyperParameters: { dsn: "postgresql://ml:•••@db.acme.io/features" },
    Tags: [{ Key: "team", Value: "ml" }],
  });
});

test("scripts with secrets in them are not kept either", () => {
  const script = `#!/bin/bash\nexport DB_PASSWORD="${password}"\n`;
  const content = Buffer.from(script).toString("base64");
  expect(textOfBody({ OnStart: [{ Content: content }] })).not.toContain(content);
});

test("what is no secret stays as it is", () => {
  const body = {
    KmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/3026137a-5bbe-465f-80b4-95f8023d0544",
    SecretArn: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:ml/token-AbCdEf",
    ImageUri: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/serve@sha256:" + "ab12".repeat(16),
  };
  expect(JSON.parse(textOfBody(body))).toEqual(body);
});
