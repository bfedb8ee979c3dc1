import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { sampleToken } from "./samples.ts";
import { secretJsonWebToken } from "./secret-json-web-token.ts";

checkCases(secretJsonWebToken, {
  found: [textCase({ path: "a.json", code: JSON.stringify({ jwt: sampleToken() }) })],
  clean: [textCase({ path: "a.txt", code: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.\n" })],
});
