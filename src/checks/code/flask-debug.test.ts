import { checkCases } from "../../testing/check-cases.ts";
import { flaskDebug } from "./flask-debug.ts";

checkCases(flaskDebug, {
  found: [
    "app = Flask(__name__)\napp.run(debug=True)",
    'import flask\nflask.Flask("x").run(debug=True)',
    'from flask import Flask\nDEBUG = True\napp = Flask("x")\napp.run(debug=DEBUG)',
  ],
  clean: ["app.run(debug=True)", "from flask import Flask\napp.run(debug=False)"],
});
