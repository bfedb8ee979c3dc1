import { execSync } from "node:child_process";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";

export class Deployment {
  constructor(client: Client) {
    this.client = client;
  }

  readonly client: Client;

  async script(service: string): Promise<string> {
    const result = await this.client.callTool({ name: "deploy_script", arguments: { service } });
    return (result.content as { text: string }[])[0]?.text ?? "";
  }

  async run(service: string): Promise<void> {
    execSync(await this.script(service), { stdio: "inherit" }); // sink
  }
}
