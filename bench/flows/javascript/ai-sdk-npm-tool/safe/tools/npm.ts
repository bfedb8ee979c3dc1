import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "ai";
import { z } from "zod";

const run = promisify(execFile);

export const npmScript = tool({
  description: "Run a script of package.json",
  inputSchema: z.object({ script: z.enum(["test", "lint", "build"]) }),
  execute: async ({ script }) => {
    const { stdout, stderr } = await run("npm", ["run", script, "--silent"]);
    return (stdout + stderr).slice(-4000);
  },
});
