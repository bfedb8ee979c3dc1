const puppeteer = require("puppeteer");
const OpenAI = require("openai");

class Browser {
  async start() {
    this.browser = await puppeteer.launch();
    this.page = await this.browser.newPage();
  }

  async visit(address) {
    await this.page.goto(address, { waitUntil: "domcontentloaded" }); // sink
    return this.page.title();
  }

  async act(action) {
    switch (action.kind) {
      case "visit":
        return this.visit(action.address);
      default:
        return "stop";
    }
  }
}

async function decide(goal, seen) {
  const r = await new OpenAI().chat.completions.create({
    model: "gpt-4o",
    response_format: { type: "json_object" },
    messages: [{ role: "user", content: `Goal: ${goal}. Seen: ${seen}. JSON with kind and address.` }],
  });
  return JSON.parse(r.choices[0].message.content);
}

async function main(goal) {
  const browser = new Browser();
  await browser.start();
  let seen = "";
  for (let i = 0; i < 5; i++) {
    seen = await browser.act(await decide(goal, seen));
  }
}

main("Find the price of a kettle");
