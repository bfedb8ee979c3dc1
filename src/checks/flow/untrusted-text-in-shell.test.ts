import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInShell } from "./untrusted-text-in-shell.ts";

checkCases(untrustedTextInShell, {
  found: [
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert " + text)\n    return "done"\n',
  ],
  clean: [
    'import subprocess\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    subprocess.run(["convert", "--", text])\n    return "done"\n',
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert -size " + str(int(text)))\n    return "done"\n',
  ],
});
