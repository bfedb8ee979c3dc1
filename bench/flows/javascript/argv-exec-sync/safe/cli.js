#!/usr/bin/env node
import { spawnSync } from "node:child_process";

function transcribe(file, model = "base") {
  const size = ["base", "small"].includes(model) ? model : "base";
  spawnSync("whisper", ["--model", size, "--", file], { stdio: "inherit" });
  return spawnSync("ls", ["-l"]).status;
}

const [, , file, model] = process.argv;
if (file === undefined) {
  console.error("usage: cli.js FILE [MODEL]");
  process.exit(2);
}
transcribe(file, model);
