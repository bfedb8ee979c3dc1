#!/usr/bin/env node
const { execSync } = require("child_process");
const { commitMessage } = require("../lib/message");

function commit(message) {
  execSync(`git commit -m "${message}"`, { stdio: "inherit" }); // sink
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
