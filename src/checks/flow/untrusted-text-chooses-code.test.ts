import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextChoosesCode } from "./untrusted-text-chooses-code.ts";

checkCases(untrustedTextChoosesCode, {
  found: [
    'import tools\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return getattr(tools, request.form["tool"])()\n',
  ],
  clean: [
    'from flask import Flask, request\n\napp = Flask(__name__)\nTOOLS = {"add": add}\n\n\n@app.post("/run")\ndef run():\n    return TOOLS[request.form["tool"]]()\n',
  ],
});
