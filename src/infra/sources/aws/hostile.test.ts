import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { readAws } from "./index.ts";
import { everyTable } from "./table.ts";
import { allTables } from "./tables/all.ts";

const identity =
  "<GetCallerIdentityResponse><GetCallerIdentityResult><Account>1</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

/** Names that tables look for, so that what is wrong comes where it is looked at. */
const names = [
  ...new Set(
    everyTable(allTables).flatMap(({ list, takes, steps = [] }) => [
      ...(list?.items ?? "").split("."),
      ...Object.keys(takes),
      ...Object.values(takes).filter((take) => typeof take === "string"),
      ...steps.flatMap((step) => Object.keys(step.takes)),
    ]),
  ),
].filter((name) => /^\w+$/.test(name));

const leaf = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    "",
    "x",
    "{",
    "[1",
    '{"Statement": 1}',
    "__proto__",
    "%zz",
    "é",
  ),
  fc.string({ maxLength: 5 }),
);
const tree = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie("value"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie("value"), { maxKeys: 4 }),
  ),
})).value;

function xmlOf(value: unknown, name: string): string {
  if (Array.isArray(value)) return value.map((item) => xmlOf(item, "member")).join("");
  const inner =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, item]) => xmlOf(item, key))
          .join("")
      : String(value).replaceAll("<", "&lt;");
  return `<${name}>${inner}</${name}>`;
}

test("whatever a server says, an account is read to its end", { timeout: 120_000 }, async () => {
  let pick: () => unknown = () => ({});
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const body = Buffer.concat(parts).toString("utf8");
      const action = /Action=(\w+)/.exec(body)?.[1];
      if (action === "GetCallerIdentity") return response.end(identity);
      const value = pick();
      if (action !== undefined)
        return response.end(
          `<${action}Response>${xmlOf(value, `${action}Result`)}${xmlOf(value, "x")}</${action}Response>`,
        );
      const isXml = /\/s3\//.test(request.headers.authorization ?? "");
      return response.end(isXml ? xmlOf(value, "Result") : JSON.stringify(value));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const env = {
    AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "x",
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    HOME: "/nowhere",
  };
  const lists = everyTable(allTables).flatMap(({ list }) => list?.items.split(".")[0] ?? []);
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { minLength: 5, maxLength: 30 }), async (values) => {
      let count = 0;
      pick = () => {
        const value = values[count++ % values.length];
        // Half of the answers are lists of what nobody expects.
        return count % 2 === 0
          ? value
          : Object.fromEntries(lists.map((name) => [name, [value, value]]));
      };
      const pace = { tries: 1, perSecond: 1_000_000 };
      const reading = await readAws({ env, regions: ["eu-west-1"], recent: 3, pace });
      for (const { address, body } of reading.resources) {
        expect(address).not.toBe("");
        expect(body.kind).toBe("map");
      }
    }),
    { numRuns: 10 },
  );
});
