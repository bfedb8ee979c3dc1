import fs from "node:fs";
import path from "node:path";
import ollama from "ollama";

class Scaffold {
  constructor(folder) {
    this.folder = folder;
    fs.mkdirSync(folder, { recursive: true });
  }

  write(name, text) {
    fs.writeFileSync(path.join(this.folder, name), text); // sink
  }
}

const { message } = await ollama.chat({
  model: "qwen2.5-coder",
  format: "json",
  messages: [
    { role: "system", content: 'Answer {"files": [{"name", "text"}]}.' },
    { role: "user", content: "A landing page for a bakery." },
  ],
});

const scaffold = new Scaffold("bakery");
for (const { name, text } of JSON.parse(message.content).files) {
  scaffold.write(name, text);
}
