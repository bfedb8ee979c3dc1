import { spawnSync } from "node:child_process";
import { PaviseError } from "../../core/index.ts";

/**
 * A token for a cloud's API: from the environment, else from the cloud's own command line, which
 * knows how the user or the machine has logged in. Never shown.
 */
export function findAccessToken(given: {
  readonly who: string;
  readonly variable: string;
  readonly command: readonly [string, ...string[]];
}): string {
  const { who, variable, command } = given;
  const fromEnvironment = process.env[variable];
  if (fromEnvironment !== undefined && fromEnvironment !== "") return fromEnvironment;
  const [program, ...args] = command;
  const { status, stdout } = spawnSync(program, args, { encoding: "utf8", timeout: 20_000 });
  const token = status === 0 ? stdout.trim() : "";
  if (token !== "") return token;
  throw new PaviseError("service-failed", `${who}: no access token is found`, {
    hint: `Set ${variable}, or log in: \`${command.join(" ")}\` has to print one.`,
  });
}
