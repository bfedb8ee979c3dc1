const OpenAI = require("openai");
const { facts } = require("./db");

const handlers = {
  remember: (args) => facts(args.word),
};

const runner = (question) =>
  new OpenAI().beta.chat.completions.runTools({
    model: "gpt-4o-mini",
    messages: [{ role: "user", content: question }],
    tools: [
      {
        type: "function",
        function: {
          name: "remember",
          description: "Facts about a word",
          parse: JSON.parse,
          function: handlers.remember,
          parameters: { type: "object", properties: { word: { type: "string" } } },
        },
      },
    ],
  });

runner("What do I like?").finalContent().then(console.log);
