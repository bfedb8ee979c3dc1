import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInPage } from "./untrusted-text-in-page.ts";

checkCases(untrustedTextInPage, {
  found: [
    'from markupsafe import Markup\nfrom flask import Flask, request, render_template\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template("page.html", body=Markup(request.form["text"]))\n',
  ],
  clean: [
    'from markupsafe import escape\nfrom flask import Flask, request, render_template\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    return render_template("page.html", body=escape(request.form["text"]))\n',
  ],
});
