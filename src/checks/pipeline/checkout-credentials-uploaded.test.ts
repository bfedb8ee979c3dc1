import { expect, test } from "vitest";
import { checkCases } from "../../testing/check-cases.ts";
import { findingsIn, workflow, type PipelineCase } from "../../testing/pipeline-cases.ts";
import { checkoutCredentialsUploaded } from "./checkout-credentials-uploaded.ts";

const job = (path: string, more = "", upload = "v3"): PipelineCase =>
  workflow({
    steps: `- uses: actions/checkout@v4\n${more}- uses: actions/upload-artifact@${upload}\n  with:\n    path: ${path}`,
  });

checkCases(checkoutCredentialsUploaded, {
  found: [
    job("."),
    job("./"),
    job("${{ github.workspace }}"),
    job(".git/config"),
    job(".", "", "v4"),
  ],
  clean: [
    job("dist/"),
    job(".", "  with:\n    persist-credentials: false\n"),
    workflow({ steps: "- uses: actions/upload-artifact@v3\n  with:\n    path: ." }),
  ],
});

test("since hidden files stay behind it is for the pedantic", () => {
  const audience = (item: PipelineCase): unknown =>
    findingsIn(checkoutCredentialsUploaded, item)[0]?.details.audience;
  expect(audience(job("."))).toBeUndefined();
  expect(audience(job(".", "", "v4"))).toBe("pedantic");
});
