import { checkCases } from "../../testing/check-cases.ts";
import { requestWithoutTimeout } from "./request-without-timeout.ts";

checkCases(requestWithoutTimeout, {
  found: [
    "import requests as r\nr.post(u, json=j)",
    "import requests\nrequests.get(u, timeout=None)",
    "import httpx\nhttpx.Client(timeout=None)",
  ],
  clean: [
    "import requests\nrequests.get(u, timeout=t)",
    "import httpx\nhttpx.get(u)",
    "import requests\nrequests.get(u, **options)",
  ],
});
