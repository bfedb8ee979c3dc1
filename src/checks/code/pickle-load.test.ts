import { checkCases } from "../../testing/check-cases.ts";
import { pickleLoad } from "./pickle-load.ts";

checkCases(pickleLoad, {
  found: [
    "import _pickle as p\np.loads(b)",
    "from pandas import read_pickle\nread_pickle(p)",
    "import requests, pickle\npickle.loads(requests.get(u).content)",
  ],
  clean: ["import pickle\npickle.dumps(x)", "import json\njson.load(f)"],
});
