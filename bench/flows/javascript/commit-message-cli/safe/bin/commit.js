#!/usr/bin/env node
const { execFileSync, execSync } = require("child_process");
const { commitMessage } = require("../lib/message");

function commit(message) {
  execFileSync("git", ["commit", `--message=${message}`], { stdio: "inherit" });
}

async function main() {
  const diff = execSync("git diff --cached", { encoding: "utf8" });
  if (!diff) {
    console.error("nothing staged");
    process.exit(1);
  }
  commit(await commitMessage(diff));
}

main();
