import { checkCases } from "../../testing/check-cases.ts";
import { untrustedTextInSql } from "./untrusted-text-in-sql.ts";

checkCases(untrustedTextInSql, {
  found: [
    'import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    db = sqlite3.connect("a.db")\n    db.execute(f"delete from item where name = \'{text}\'")\n    return "done"\n',
  ],
  clean: [
    'import sqlite3\nfrom flask import Flask, request\n\napp = Flask(__name__)\n\n\n@app.post("/run")\ndef run():\n    text = request.form["text"]\n    db = sqlite3.connect("a.db")\n    db.execute("delete from item where name = ?", (text,))\n    return "done"\n',
  ],
});
