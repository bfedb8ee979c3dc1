import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { bindAllInterfaces } from "./bind-all-interfaces.ts";

checkCases(bindAllInterfaces, {
  found: [
    'app.run(host="0.0.0.0")',
    's.bind(("0.0.0.0", 80))',
    'HOST = "0.0.0.0"',
    'x = f"0.0.0.0"',
  ],
  clean: ['"0.0.0.0"', 'h = "127.0.0.1"', 'h = "0.0.0.0:80"'],
});

test("a login beside the address makes it a matter for an audit", () => {
  const audience = (code: string) => runCheck(bindAllInterfaces, { code })[0]?.details.audience;
  expect(audience("demo.launch(server_name='0.0.0.0', auth=check)")).toBeUndefined();
  expect(audience("demo.launch(server_name='0.0.0.0', auth=None)")).toBe("default");
});
