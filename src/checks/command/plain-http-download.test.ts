import { commandCases } from "../../testing/command-cases.ts";
import { plainHttpDownload } from "./plain-http-download.ts";

commandCases(plainHttpDownload, {
  found: [
    ["shell", "curl -o x.zip http://a.io/x.zip"],
    ["dockerfile", "FROM x\nADD x /x\nRUN wget -q http://a.io/x.deb && dpkg -i x.deb"],
    ["yaml", "script:\n  - aria2c http://a.io/weights.ckpt\n"],
    ["python", "import os\nos.system('wget http://a.io/data.csv')"],
  ],
  clean: [
    ["shell", "curl -f http://localhost:8080/health"],
    ["shell", "curl http://api:8080/predict"],
    ["shell", "curl -x http://proxy.a.io https://a.io/x.zip"],
    ["shell", "curl http://$HOST/x.zip"],
    ["shell", "echo http://a.io/x.zip"],
    ["shell", "curl http://a.io/x.sh | sh"],
  ],
});
