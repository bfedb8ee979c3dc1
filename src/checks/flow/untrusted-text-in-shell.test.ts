import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInShell } from "./untrusted-text-in-shell.ts";

checkCases(untrustedTextInShell, {
  found: [
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert " + text)\n    return "done"\n',
    // `\S` lets everything pass but blanks.
    'import os\nimport re\nimport tempfile\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    if not re.match(r"^\\S+$", text):\n        raise ValueError\n    os.system("convert " + text)\n',
  ],
  clean: [
    'import os\nimport re\nimport tempfile\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    if not re.match(r"^\\w+$", text):\n        raise ValueError\n    os.system("convert " + text)\n',
    'import os\nimport re\nimport tempfile\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert " + re.sub(r"[^A-Za-z0-9._-]+", "-", text))\n',
    // What is written to a file is neither its name nor its path.
    'import os\nimport re\nimport tempfile\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    with tempfile.NamedTemporaryFile("w", delete=False) as f:\n        f.write(text)\n    os.system("convert " + f.name)\n',
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\nclass Log:\n    def __init__(self, path, encoding):\n        self.path = path\n        self.encoding = encoding\n\n    def write(self, text):\n        with self.path.open("a", encoding=self.encoding) as f:\n            f.write(text)\n        with open(self.path) as g:\n            g.write(text)\n\n    def show(self):\n        os.system(f"less {self.path} {self.encoding}")\n\n\nlog = Log("a", "utf-8")\n\n\n@app.post("/run")\ndef run():\n    log.write(request.form["text"])\n    log.show()\n',
    // A field of the same name in another class below the same one is another.
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\nclass Base:\n    pass\n\n\nclass One(Base):\n    def take(self, text):\n        self.command = text\n\n\nclass Other(Base):\n    def go(self):\n        os.system(self.command)\n\n\n@app.post("/run")\ndef run():\n    One().take(request.form["text"])\n    Other().go()\n',
    'import subprocess\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    subprocess.run(["convert", "--", text])\n    return "done"\n',
    'import os\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    os.system("convert -size " + str(int(text)))\n    return "done"\n',
  ],
});
