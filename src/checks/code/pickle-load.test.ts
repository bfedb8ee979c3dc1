import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { pickleLoad } from "./pickle-load.ts";

checkCases(pickleLoad, {
  found: [
    "import _pickle as p\np.loads(b)",
    "from pandas import read_pickle\nread_pickle(p)",
    "import requests, pickle\npickle.loads(requests.get(u).content)",
  ],
  clean: ["import pickle\npickle.dumps(x)", "import json\njson.load(f)"],
});

test("a copy by way of pickle is for audits only", () => {
  const code =
    "import pickle\ncopy = pickle.loads(pickle.dumps(model))\ntext = pickle.dumps(a)\npickle.loads(text)";
  const audiences = runCheck(pickleLoad, { code }).map(({ details }) => details.audience);
  expect(audiences).toEqual(["audit", "audit"]);
});
