import { ask } from "./agent";

export async function show(question: string): Promise<void> {
  const answer = await ask(question);
  document.body.insertAdjacentHTML("beforeend", `<p>${answer}</p>`); // sink
}
