import { GoogleGenAI } from "@google/genai";

const ai = new GoogleGenAI({ apiKey: window.__session.ephemeralKey });
const out = document.querySelector("#story");
const form = document.querySelector("form");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const hero = new FormData(form).get("hero");
  const stream = await ai.models.generateContentStream({
    model: "gemini-2.0-flash",
    contents: `Tell a bedtime story about ${hero}.`,
  });
  let story = "";
  for await (const chunk of stream) {
    story += chunk.text;
    out.textContent = story;
  }
});
