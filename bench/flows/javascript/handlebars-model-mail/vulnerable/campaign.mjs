import { CohereClientV2 } from "cohere-ai";
import { customers } from "./customers.mjs";
import { send } from "./mailer.mjs";

const cohere = new CohereClientV2({});

function draftFor(occasion) {
  return cohere
    .chat({ model: "command-r", messages: [{ role: "user", content: `Write a short mail for ${occasion}.` }] })
    .then(({ message }) => message.content[0].text);
}

const draft = await draftFor("the end of summer");
for (const customer of customers) {
  await send(draft, customer);
}
