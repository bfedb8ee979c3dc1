const express = require("express");
const nunjucks = require("nunjucks");

const app = express();
app.use(express.json());
nunjucks.configure({ autoescape: true });

const PROMPT = "Today is {{ today }}. Answer in this tone: {{ tone }}\n\n{{ question }}";

app.post("/prompts/preview", (req, res) => {
  const { tone, question } = req.body;
  try {
    const prompt = nunjucks.renderString(PROMPT, { tone, question, today: new Date().toDateString() });
    res.json({ prompt });
  } catch (error) {
    res.status(400).json({ error: "the template is wrong" });
  }
});

app.listen(4000);
