// Whoever has run `az login`: their token is asked of the Azure CLI itself.
import { execFile } from "node:child_process";
import { isObject, textIn } from "../../live/json.ts";
import type { Token } from "../../live/token.ts";
import type { Environment, Surroundings } from "../surroundings.ts";
import { noAccess } from "./exchange.ts";

const timeoutMs = 30_000;

function run(args: readonly string[], env: Environment): Promise<string | undefined> {
  // On Windows the CLI is a batch file, which only its shell starts; no argument is of the user's making.
  const isWindows = process.platform === "win32";
  const command = isWindows ? "cmd.exe" : "az";
  const all = isWindows ? ["/d", "/s", "/c", "az", ...args] : [...args];
  return new Promise((resolve) => {
    execFile(
      command,
      all,
      { env: { ...env }, timeout: timeoutMs, windowsHide: true, maxBuffer: 1_000_000 },
      (error, stdout) => resolve(error === null ? stdout : undefined),
    );
  });
}

/** The token of whoever is logged in. Throws `service-failed` where nobody is, or there is no `az`. */
export async function azureCliToken(env: Environment, { audience }: Surroundings): Promise<Token> {
  const args = ["account", "get-access-token", "--output", "json", "--resource", audience];
  const text = await run(args, env);
  let answer: unknown;
  try {
    answer = JSON.parse(text ?? "");
  } catch {
    answer = undefined;
  }
  const value = isObject(answer) ? textIn(answer["accessToken"]) : undefined;
  if (value === undefined || !isObject(answer))
    throw noAccess("no credentials for Azure are found");
  const ends = Number(answer["expires_on"]) * 1000;
  return { value, ends: ends > 0 ? ends : Date.now() + 300_000 };
}
