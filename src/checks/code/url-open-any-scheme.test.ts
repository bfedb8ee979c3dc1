import { checkCases } from "../../testing/check-cases.ts";
import { urlOpenAnyScheme } from "./url-open-any-scheme.ts";

checkCases(urlOpenAnyScheme, {
  found: [
    "from urllib.request import urlopen\nurlopen(u)",
    "from six.moves.urllib.request import urlretrieve\nurlretrieve(u)",
  ],
  clean: ["import urllib.parse\nurllib.parse.urlparse(u)"],
});
