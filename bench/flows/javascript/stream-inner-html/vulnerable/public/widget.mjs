import OpenAI from "openai";

const client = new OpenAI({ baseURL: "/llm", apiKey: "unused", dangerouslyAllowBrowser: true });
const box = document.querySelector("#answer");
const field = document.querySelector("#question");

async function* tokens(question) {
  const stream = await client.chat.completions.create({
    model: "local",
    stream: true,
    messages: [{ role: "user", content: question }],
  });
  for await (const part of stream) {
    yield part.choices[0]?.delta?.content || "";
  }
}

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  box.textContent = "";
  let text = "";
  for await (const t of tokens(field.value)) {
    text += t;
    box.innerHTML = text; // sink
  }
});
