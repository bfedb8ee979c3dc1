import ejs from "ejs";
import express from "express";

const app = express();
app.use(express.json());

const preview = (template, values) => ejs.render(template, values); // sink

app.post("/prompts/preview", (req, res) => {
  const { template, topic } = req.body;
  res.json({ text: preview(template, { topic }) });
});

app.listen(4000, "127.0.0.1");
