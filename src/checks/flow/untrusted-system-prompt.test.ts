import { checkCases } from "../../testing/check-cases.ts";
import { untrustedSystemPrompt } from "./untrusted-system-prompt.ts";

checkCases(untrustedSystemPrompt, {
  found: [
    'from flask import Flask, request\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n\n@app.post("/chat")\ndef chat():\n    topic = request.json["topic"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": f"You are an expert on {topic}."}])\n    return "done"\n',
  ],
  clean: [
    'from flask import Flask, request\nfrom openai import OpenAI\n\napp = Flask(__name__)\nclient = OpenAI()\n\n\n@app.post("/chat")\ndef chat():\n    topic = request.json["topic"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": "You are an expert."}, {"role": "user", "content": topic}])\n    return "done"\n',
  ],
});
