const acorn = require("acorn");
const llm = require("./lib/index.cjs");

async function solve(task) {
  const source = await llm.generate(`JavaScript that ${task}`);
  const program = acorn.parse(source, { ecmaVersion: 2024 });
  return program.body.length;
}

solve("adds 1 and 2").then(console.log);
