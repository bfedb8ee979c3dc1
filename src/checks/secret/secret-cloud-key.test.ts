import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { letters } from "./samples.ts";
import { secretCloudKey } from "./secret-cloud-key.ts";

checkCases(secretCloudKey, {
  found: [
    textCase({
      path: "c.tf",
      code: `secret_key = "${letters("aws", 40)}" # aws_secret_access_key\naws_secret_access_key = "${letters("aws2", 40)}"\n`,
    }),
  ],
  clean: [textCase({ path: "c.tf", code: `secret_access_key = var.aws_secret\n` })],
});
