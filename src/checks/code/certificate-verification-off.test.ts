import { checkCases } from "../../testing/check-cases.ts";
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
