import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { certificateVerificationOff } from "./certificate-verification-off.ts";

checkCases(certificateVerificationOff, {
  found: [
    "import httpx\nc = httpx.AsyncClient(verify=False)",
    "import requests\ns = requests.Session()\ns.verify = False",
    "import requests\ns = requests.Session()\ns.get(u, verify=False)",
    'import requests\nrequests.post(u, **{"verify": False})',
  ],
  clean: [
    "import requests\nrequests.get(u, verify=True)",
    "import requests\nrequests.get(u, verify=v)",
    "get(u, verify=False)",
  ],
});

test("counts less where whoever runs the program asked for it", () => {
  const severity = (code: string) =>
    runCheck(certificateVerificationOff, { code })[0]?.details.severity;
  expect(
    severity("import httpx\nif not args.verify_ssl:\n    c = httpx.Client(verify=False)"),
  ).toBe("medium");
  expect(severity("import httpx\nif x:\n    c = httpx.Client(verify=False)")).toBeUndefined();
});
