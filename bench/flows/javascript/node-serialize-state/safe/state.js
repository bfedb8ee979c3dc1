import express from "express";
import { z } from "zod";

const State = z.object({ turns: z.array(z.string()).max(100) });

const app = express();
app.use(express.text());

function restore(encoded) {
  const text = Buffer.from(encoded, "base64").toString("utf8");
  return State.parse(JSON.parse(text));
}

app.post("/conversation", (req, res) => {
  const state = restore(req.body);
  res.json({ turns: state.turns.length });
});

app.listen(5000, "127.0.0.1");
