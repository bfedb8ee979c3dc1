import express from "express";

const app = express();
app.use(express.json());

const preview = (template, values) => String(template).replaceAll("{topic}", values.topic);

app.post("/prompts/preview", (req, res) => {
  const { template, topic } = req.body;
  res.json({ text: preview(template, { topic }) });
});

app.listen(4000, "127.0.0.1");
