import { checkCases } from "../../testing/check-cases.ts";
import { untrustedDataDeserialized } from "./untrusted-data-deserialized.ts";

checkCases(untrustedDataDeserialized, {
  found: [
    'import pickle\nimport requests\n\nmodel = pickle.loads(requests.get("https://models.example.com/m.pkl").content)\n',
  ],
  clean: [
    'import json\nimport requests\n\nconf = json.loads(requests.get("https://models.example.com/m.json").content)\n',
  ],
});
