export class Conversation {
  #system = ["You answer in the company's Slack."];
  #turns = [];

  about(topic) {
    this.#system.push(`The topic is: ${topic}`);
    return this;
  }

  asks(question) {
    this.#turns.push({ role: "user", content: question });
    return this;
  }

  messages() {
    return [{ role: "system", content: this.#system.join(" ") }, ...this.#turns]; // sink
  }
}
