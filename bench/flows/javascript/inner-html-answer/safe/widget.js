import DOMPurify from "dompurify";
import OpenAI from "openai";

const client = new OpenAI({ baseURL: "/llm", apiKey: "browser", dangerouslyAllowBrowser: true });
const list = document.querySelector("#messages");

async function answer(question) {
  const completion = await client.chat.completions.create({
    model: "small",
    max_tokens: 300,
    messages: [{ role: "user", content: question }],
  });
  return completion.choices[0].message.content;
}

function append(text) {
  const item = document.createElement("li");
  item.innerHTML = DOMPurify.sanitize(text);
  list.append(item);
}

document.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const question = new FormData(event.target).get("question");
  append(await answer(question));
});
