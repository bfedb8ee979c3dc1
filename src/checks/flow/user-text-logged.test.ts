import { checkCases } from "../../testing/check-cases.ts";
import { userTextLogged } from "./user-text-logged.ts";

checkCases(userTextLogged, {
  found: [
    'import logging\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/chat")\ndef chat():\n    logging.info("asked %s", request.json["question"])\n    return "done"\n',
  ],
  clean: [
    'import logging\n\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/chat")\ndef chat():\n    logging.info("asked, %s characters", len(request.json["question"]))\n    return "done"\n',
  ],
});
