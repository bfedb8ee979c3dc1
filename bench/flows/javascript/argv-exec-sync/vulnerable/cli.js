#!/usr/bin/env node
import { execSync, spawnSync } from "node:child_process";

function transcribe(file, model = "base") {
  execSync(`whisper "${file}" --model ${model}`, { stdio: "inherit" }); // sink
  return spawnSync("ls", ["-l"]).status;
}

const [, , file, model] = process.argv;
if (file === undefined) {
  console.error("usage: cli.js FILE [MODEL]");
  process.exit(2);
}
transcribe(file, model);
