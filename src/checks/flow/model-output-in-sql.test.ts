import { checkCases } from "../../testing/check-cases.ts";
import { modelOutputInSql } from "./model-output-in-sql.ts";

checkCases(modelOutputInSql, {
  found: [
    'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\ndb = sqlite3.connect("shop.db")\ndb.execute(text)\n',
  ],
  clean: [
    'import sqlite3\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\ndb = sqlite3.connect("shop.db")\ndb.execute("select * from item where name = ?", (text,))\n',
  ],
});
