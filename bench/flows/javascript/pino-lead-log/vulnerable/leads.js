const express = require("express");
const pino = require("pino");
const { CohereClientV2 } = require("cohere-ai");

const log = pino();
const cohere = new CohereClientV2();
const app = express();
app.use(express.json());

function describe(lead) {
  return { email: lead.email, phone: lead.phoneNumber, size: lead.message.length };
}

app.post("/leads", async (req, res) => {
  const lead = { id: Date.now(), ...req.body };
  log.info(describe(lead), "new lead"); // sink
  const r = await cohere.chat({
    model: "command-r",
    messages: [
      { role: "system", content: "Is the message urgent? yes or no" },
      { role: "user", content: lead.message },
    ],
  });
  res.json({ urgent: r.message.content[0].text });
});

app.listen(4000);
