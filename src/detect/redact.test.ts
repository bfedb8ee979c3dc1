import fc from "fast-check";
import { expect, test } from "vitest";
import { mask, redact } from "./redact.ts";

const long = "Q7".repeat(20);

test.each([
  [`openai.api_key = "sk-proj-${long}"`, long],
  [`headers = {"x": "hf_${long}"}`, long],
  [`mlflow.set_tracking_uri("https://ada:${long}@mlflow.example")`, long],
  [`password = "hunter2hunter2"`, "hunter2"],
  [`{"api_key": 'plain-words-here'}`, "plain-words"],
  [`-----BEGIN RSA PRIVATE KEY-----${long}`, long],
])("hides the secret of %s", (text, secret) => {
  expect(redact(text)).not.toContain(secret);
  expect(redact(text)).toContain(mask);
});

test.each([
  "x = torch.load(path)",
  "tokenizer = AutoTokenizer.from_pretrained('gpt2')",
  "pass",
  "s3://bucket/key",
])("leaves %s alone", (text) => {
  expect(redact(text)).toBe(text);
});

test("never lets a key through, wherever it stands", () => {
  const filler = fc.string().map((text) => text.replaceAll(/[A-Za-z0-9_-]/g, " "));
  fc.assert(
    fc.property(filler, filler, (before, after) => {
      expect(redact(`${before}sk-${long}${after}`)).not.toContain(long);
    }),
  );
});
