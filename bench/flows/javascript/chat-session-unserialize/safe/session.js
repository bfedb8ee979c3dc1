const express = require("express");
const cookieParser = require("cookie-parser");
const { z } = require("zod");

const app = express();
app.use(cookieParser());

const Session = z.object({ turns: z.array(z.string().max(2000)).max(50) });

function restore(cookie) {
  const text = Buffer.from(cookie, "base64").toString("utf8");
  return Session.parse(JSON.parse(text));
}

app.use((req, res, next) => {
  req.chat = req.cookies.chat ? restore(req.cookies.chat) : { turns: [] };
  next();
});

app.get("/turns", (req, res) => {
  res.json({ count: req.chat.turns.length });
});

app.listen(3000);
