import { checkCases } from "../../testing/check-cases.ts";
import { joblibLoadUntrusted } from "./joblib-load-untrusted.ts";

checkCases(joblibLoadUntrusted, {
  found: [
    "import joblib\njoblib.load(path)",
    "from joblib import load as read\nread('m.pkl')",
    "from sklearn.externals import joblib\njoblib.load(\n    path,\n    mmap_mode='r',\n)",
    "import joblib\nclass M:\n    def __init__(self):\n        self.lib = joblib\n    def f(self):\n        return self.lib.load('x')",
  ],
  clean: [
    "import joblib\njoblib.dump(model, path)",
    "from mylib import joblib\njoblib.loader(path)",
    "import json\njson.load(joblib)",
  ],
});
