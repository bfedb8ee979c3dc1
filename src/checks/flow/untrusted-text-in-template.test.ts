import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInTemplate } from "./untrusted-text-in-template.ts";

checkCases(untrustedTextInTemplate, {
  found: [
    'from flask import Flask, request, render_template_string\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template_string("<p>" + request.form["text"] + "</p>")\n',
  ],
  clean: [
    'from flask import Flask, request, render_template_string\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template_string("<p>{{ text }}</p>", text=request.form["text"])\n',
  ],
});
