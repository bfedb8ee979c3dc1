import { ask } from "./agent";

export async function show(question: string): Promise<void> {
  const answer = await ask(question);
  const paragraph = document.createElement("p");
  paragraph.append(document.createTextNode(answer));
  document.body.append(paragraph);
}
