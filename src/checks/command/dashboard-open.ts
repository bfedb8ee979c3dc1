import { flag, option, variable, type Command } from "../../formats/command/view.ts";
import type { FindingDetails, Span } from "../../core/index.ts";
import { defineCheck } from "../define.ts";
import { door, opening } from "./doors.ts";

const keys = [
  "--basic_auth",
  "--basic-auth",
  "--auth",
  "--auth_provider",
  "--auth-provider",
  "--conf",
];

function flower(command: Command): { where: Span; details: FindingDetails } | undefined {
  const isCelery =
    command.program === "celery" && command.args.some(({ text }) => text === "flower");
  if (!isCelery && command.program !== "flower") return undefined;
  if (option(command, ...keys) !== undefined) return undefined;
  if (variable(command, "FLOWER_BASIC_AUTH", "FLOWER_AUTH", "FLOWER_AUTH_PROVIDER") !== undefined)
    return undefined;
  const where = opening(command, { options: ["--address"], variables: ["FLOWER_ADDRESS"] });
  const message = "Flower shows tasks with their arguments, and may stop workers, without a login";
  return where === undefined
    ? undefined
    : { where, details: { ...door(command.reach, "medium"), message } };
}

function dask(command: Command): { where: Span; details: FindingDetails } | undefined {
  const isScheduler =
    command.program === "dask-scheduler" ||
    (command.program === "dask" && command.args[0]?.text === "scheduler");
  if (
    !isScheduler ||
    flag(command, "--tls-cert") !== undefined ||
    option(command, "--tls-cert", "--tls-ca-file") !== undefined
  ) {
    return undefined;
  }
  const where = opening(command, { options: ["--host"] });
  const message = "The scheduler unpickles and runs what everybody who reaches it sends";
  return where === undefined
    ? undefined
    : { where, details: { ...door(command.reach, "medium"), message } };
}

function codeServer(command: Command): { where: Span; details: FindingDetails } | undefined {
  if (command.program !== "code-server" && command.program !== "openvscode-server")
    return undefined;
  const none = option(command, "--auth");
  const without =
    flag(command, "--without-connection-token") ?? (none?.text === "none" ? none : undefined);
  if (without === undefined) return undefined;
  const isOpen = opening(command, { options: ["--bind-addr", "--host"] }) !== undefined;
  const message = "An editor with a terminal asks for no password";
  if (!isOpen)
    return { where: without, details: { severity: "low", audience: "pedantic", message } };
  const details: FindingDetails =
    command.reach === "network" ? { severity: "high" } : door(command.reach, "high");
  return { where: without, details: { ...details, message } };
}

export const dashboardOpen = defineCheck({
  meta: {
    id: "dashboard-open",
    code: "PV-CMD-014",
    title: "A scheduler, its dashboard or an editor is open to the network",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-306", "CWE-1327", "ATLAS:AML.T0049"],
    why: "Everybody who reaches it sees what runs, stops it, or runs something else.",
    mend: "Set a login or certificates, or listen on 127.0.0.1 and forward the port with SSH.",
    blind: "A proxy or firewall in front; logins in a configuration file.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "celery -A tasks flower --address=0.0.0.0\n" }],
      clean: [
        {
          path: "start.sh",
          code: "celery -A tasks flower --address=0.0.0.0 --basic-auth=$LOGIN\n",
        },
      ],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const seen = flower(command) ?? dask(command) ?? codeServer(command);
      if (seen !== undefined) report(seen.where, { extent: command, ...seen.details });
    }
  },
});
