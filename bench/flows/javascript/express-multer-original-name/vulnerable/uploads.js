const crypto = require("crypto");
const fs = require("fs/promises");
const path = require("path");
const express = require("express");
const multer = require("multer");
const OpenAI = require("openai");

const router = express.Router();
const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5e6 } });
const openai = new OpenAI();

router.post("/datasets", upload.single("dataset"), async (req, res) => {
  const id = crypto.randomUUID();
  const target = path.join("/srv/datasets", req.file.originalname);
  await fs.writeFile(target, req.file.buffer); // sink
  const models = await openai.models.list();
  res.status(201).json({ id, models: models.data.length });
});

module.exports = router;
