import { exec } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "ai";
import { z } from "zod";

const run = promisify(exec);

export const npmScript = tool({
  description: "Run a script of package.json",
  inputSchema: z.object({ script: z.string().describe("such as test or lint") }),
  execute: async ({ script }) => {
    const { stdout, stderr } = await run(`npm run ${script} --silent`); // sink
    return (stdout + stderr).slice(-4000);
  },
});
