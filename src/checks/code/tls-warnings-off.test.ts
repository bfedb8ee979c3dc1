import { checkCases } from "../../testing/check-cases.ts";
import { tlsWarningsOff } from "./tls-warnings-off.ts";

checkCases(tlsWarningsOff, {
  found: [
    "from urllib3 import disable_warnings as d\nd()",
    "import urllib3\nurllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)",
    "import requests\nrequests.packages.urllib3.disable_warnings()",
  ],
  clean: [
    "import warnings\nwarnings.disable_warnings()",
    "import urllib3\nurllib3.disable_warnings",
    "import urllib3\nurllib3.PoolManager()",
  ],
});
