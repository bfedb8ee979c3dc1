const express = require("express");
const cookieParser = require("cookie-parser");
const serialize = require("node-serialize");

const app = express();
app.use(cookieParser());

function restore(cookie) {
  const text = Buffer.from(cookie, "base64").toString("utf8");
  return serialize.unserialize(text); // sink
}

app.use((req, res, next) => {
  req.chat = req.cookies.chat ? restore(req.cookies.chat) : { turns: [] };
  next();
});

app.get("/turns", (req, res) => {
  res.json({ count: req.chat.turns.length });
});

app.listen(3000);
