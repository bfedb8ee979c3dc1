import express from "express";
import serialize from "node-serialize";

const app = express();
app.use(express.text());

function restore(encoded) {
  const text = Buffer.from(encoded, "base64").toString("utf8");
  return serialize.unserialize(text); // sink
}

app.post("/conversation", (req, res) => {
  const state = restore(req.body);
  res.json({ turns: state.turns.length });
});

app.listen(5000, "127.0.0.1");
