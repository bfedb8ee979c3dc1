#!/usr/bin/env node
import { spawnSync } from "node:child_process";

function transcribe(file, model = "base") {
  spawnSync("whisper", ["--model", model, "--", file], { stdio: "inherit" });
  return spawnSync("ls", ["-l"]).status;
}

const [, , file, model] = process.argv;
if (file === undefined) {
  console.error("usage: cli.js FILE [MODEL]");
  process.exit(2);
}
transcribe(file, model);
