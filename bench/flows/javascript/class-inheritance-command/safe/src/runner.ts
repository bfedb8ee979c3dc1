import { execSync } from "node:child_process";

export abstract class Runner {
  protected command = "true";

  abstract plan(goal: string): Promise<void>;

  async run(goal: string): Promise<string> {
    await this.plan(goal);
    return execSync(this.command, { encoding: "utf8" });
  }
}
