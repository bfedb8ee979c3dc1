import Handlebars from "handlebars";
import { Mistral } from "@mistralai/mistralai";

const mistral = new Mistral({ apiKey: process.env.MISTRAL_API_KEY });
const LAYOUT = Handlebars.compile("Dear {{name}},\n\n{{text}}\n");

export class Campaign {
  constructor(product) {
    this.product = product;
  }

  write() {
    return mistral.chat
      .complete({
        model: "mistral-small-latest",
        messages: [{ role: "user", content: `A mail about ${this.product}, with {{name}} for the customer.` }],
      })
      .then((r) => r.choices[0].message.content);
  }

  async mails(customers) {
    const text = await this.write();
    return customers.map((c) => LAYOUT({ name: c.name, text }));
  }
}

console.log(LAYOUT({ name: "nobody", text: "A test." }));
