import { checkCases } from "../../testing/check-cases.ts";
import { textCase } from "../../testing/text-case.ts";
import { letters } from "./samples.ts";
import { secretInConnection } from "./secret-in-connection.ts";

checkCases(secretInConnection, {
  found: [
    textCase({
      path: ".netrc",
      code: `machine api.riverbank.io login ada password ${letters("n", 14)}\n`,
    }),
    textCase({
      path: "config.json",
      code: JSON.stringify(
        { auths: { "r.io": { auth: btoa(`ada:${letters("d", 12)}`) } } },
        null,
        1,
      ),
    }),
    textCase({
      path: "a.cs",
      code: `"Server=db.riverbank.io;User Id=ada;Password=x${letters("s", 9)}7;"`,
    }),
  ],
  clean: [textCase({ path: "a.md", code: "redis://:${REDIS_PASSWORD}@cache.riverbank.io\n" })],
});
