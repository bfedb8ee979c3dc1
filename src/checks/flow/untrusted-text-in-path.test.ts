import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInPath } from "./untrusted-text-in-path.ts";

checkCases(untrustedTextInPath, {
  found: [
    'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return open("data/" + text).read()\n',
  ],
  clean: [
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return open(os.path.join("data", os.path.basename(text))).read()\n',
  ],
});
