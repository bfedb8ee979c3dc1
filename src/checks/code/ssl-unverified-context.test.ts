import { checkCases } from "../../testing/check-cases.ts";
import { sslUnverifiedContext } from "./ssl-unverified-context.ts";

checkCases(sslUnverifiedContext, {
  found: [
    "import ssl\nssl._create_unverified_context()",
    "import ssl\nssl._create_default_https_context = ssl._create_unverified_context",
  ],
  clean: ["import ssl\nssl.create_default_context()"],
});
