import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInRequest } from "./untrusted-text-in-request.ts";

checkCases(untrustedTextInRequest, {
  found: [
    'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\nbase = load()\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    requests.post(f"{text}/users/{base}")\n',
    'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\nbase = load()\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    requests.post(f"{base}://{text}/users/")\n',
    'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return requests.get(text).text\n',
  ],
  clean: [
    // What stands first says where the request goes.
    'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\nbase = load()\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    requests.post(f"{base}/users/{text}")\n',
    'import requests\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    return requests.get(f"https://api.example.com/{text}").text\n',
  ],
});
