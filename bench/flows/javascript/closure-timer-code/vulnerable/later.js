import Groq from "groq-sdk";

const groq = new Groq({ timeout: 10_000 });

function schedule(seconds) {
  return (source) => setTimeout(source, seconds * 1000); // sink
}

export async function remind(wish) {
  const completion = await groq.chat.completions.create({
    model: "llama-3.1-8b-instant",
    max_tokens: 60,
    messages: [{ role: "user", content: `JavaScript that reminds of ${wish}` }],
  });
  const later = schedule(60);
  return later(completion.choices[0].message.content);
}
