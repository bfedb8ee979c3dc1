import { defineCheck } from "../define.ts";
import { usesModule } from "./support.ts";

export const flaskDebug = defineCheck({
  meta: {
    id: "flask-debug",
    code: "PV-CODE-009",
    title: "The debugger of Flask is on",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: ["B201", "S201"],
    controls: ["CWE-489", "CWE-94", "OWASP-ML06:2023"],
    why: "Werkzeug's debugger offers a Python console in the browser: whoever causes an error runs code on the server.",
    mend: "Leave `debug` off; switch it on by `flask --debug` on your own machine only.",
    blind: "`FLASK_DEBUG` and configuration files.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from flask import Flask\napp = Flask(__name__)\napp.run(debug=True)\n" }],
      clean: [{ code: "from flask import Flask\napp = Flask(__name__)\napp.run()\n" }],
    },
  },
  run: (view, report) => {
    const isImported = view.imports().some(({ name }) => name.includes("flask"));
    if (!isImported && !usesModule(view, "flask")) return;
    for (const call of view.methods("run")) {
      const debug = call.keyword("debug");
      if (!call.name.includes(".") || debug === undefined || !debug.is(true)) continue;
      const isLiteral = isImported && debug.node.kind === "Constant";
      report(debug, { extent: call, ...(isLiteral ? {} : { aliases: [] }) });
    }
  },
});
