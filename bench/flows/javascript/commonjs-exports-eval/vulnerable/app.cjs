const llm = require("./lib/index.cjs");

async function solve(task) {
  const source = await llm.generate(`JavaScript that ${task}`);
  const indirect = (0, eval)(source); // sink
  return indirect;
}

solve("adds 1 and 2").then(console.log);
