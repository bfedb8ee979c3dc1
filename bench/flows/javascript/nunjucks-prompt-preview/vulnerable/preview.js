const express = require("express");
const nunjucks = require("nunjucks");

const app = express();
app.use(express.json());
nunjucks.configure({ autoescape: true });

app.post("/prompts/preview", (req, res) => {
  const { template, question } = req.body;
  try {
    const prompt = nunjucks.renderString(template, { question, today: new Date().toDateString() }); // sink
    res.json({ prompt });
  } catch (error) {
    res.status(400).json({ error: "the template is wrong" });
  }
});

app.listen(4000);
