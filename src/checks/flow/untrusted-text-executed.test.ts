import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextExecuted } from "./untrusted-text-executed.ts";

checkCases(untrustedTextExecuted, {
  found: [
    'from flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return str(eval(text))\n',
  ],
  clean: [
    'import ast\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return str(ast.literal_eval(text))\n',
  ],
});
