const { Mistral } = require("@mistralai/mistralai");
const { download } = require("./pictures");

const mistral = new Mistral({ apiKey: process.env.MISTRAL_API_KEY });

async function illustrate(paragraph) {
  const result = await mistral.chat.complete({
    model: "mistral-small-latest",
    responseFormat: { type: "json_object" },
    messages: [
      { role: "system", content: 'Answer {"picture": <number of a picture of our library>}.' },
      { role: "user", content: paragraph },
    ],
  });
  const { picture } = JSON.parse(result.choices[0].message.content);
  return download(picture);
}

module.exports = { illustrate };
