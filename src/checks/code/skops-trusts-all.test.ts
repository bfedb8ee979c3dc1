import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { skopsTrustsAll } from "./skops-trusts-all.ts";

checkCases(skopsTrustsAll, {
  found: [
    "from skops.io import load\nload(p, trusted=True)",
    "import skops.io as sio\nsio.loads(data, True)",
    "from skops import io\nio.load(p, trusted=io.get_untrusted_types(file=p))",
    "import skops.io as sio\nunknown = sio.get_untrusted_types(file=p)\nsio.load(p, trusted=unknown)",
  ],
  clean: [
    "import skops.io as sio\nsio.load(p)",
    "import skops.io as sio\nsio.load(p, trusted=['a.B'])",
    "import skops.io as sio\nprint(sio.get_untrusted_types(file=p))",
    "import skops.io as sio\nsio.load(p, trusted=TYPES)",
  ],
});

test("a list that may have been looked at is less bad", () => {
  const code =
    "import skops.io as sio\ntypes = sio.get_untrusted_types(file=p)\nreview(types)\nsio.load(p, trusted=types)";
  expect(runCheck(skopsTrustsAll, { code })[0]?.details.severity).toBe("medium");
});
