import { expect, test } from "vitest";
import { secretName } from "./secret-names.ts";

const pattern = new RegExp(secretName, "i");

test.each([
  "OPENAI_API_KEY",
  "OPENAI_KEY",
  "AWS_SECRET_ACCESS_KEY",
  "SECRET_KEY_BASE",
  "HF_TOKEN",
  "TOKEN",
  "db.password",
  "DB_PASSWORD_PROD",
  "DB_PASS",
  "CLIENT_SECRET",
  "DATABASE_URL",
  "stripe-secret-key",
  "apiKey",
])("%s names a secret", (name) => {
  expect(pattern.test(name)).toBe(true);
});

test.each([
  "MAX_TOKENS",
  "MAX_TOKEN",
  "PUBLIC_KEY",
  "CACHE_KEY",
  "PWD",
  "KEYBOARD",
  "TOKENIZER",
  "TOKENIZERS_PARALLELISM",
  "GOOGLE_APPLICATION_CREDENTIALS",
  "PRIVATE_KEY_PATH",
  "PASSWORD_FILE",
  "AWS_ACCESS_KEY_ID",
  "MONKEY",
  "HOME",
  "LOG_LEVEL",
])("%s names none", (name) => {
  expect(pattern.test(name)).toBe(false);
});

test("is linear", () => {
  const start = performance.now();
  pattern.test("_key".repeat(250_000));
  pattern.test("a".repeat(1_000_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
