import type { FindingDetails, Span } from "../../core/index.ts";
import { flag, isOn, variable, type Command } from "../../formats/command/view.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { door, opening, verbOf } from "./doors.ts";

function flask(command: Command): FindingDetails | undefined {
  if (command.program !== "flask" || !command.args.some(({ text }) => text === "run"))
    return undefined;
  const set = variable(command, "FLASK_DEBUG");
  const isDebug =
    flag(command, "--debug", "--debugger") !== undefined ||
    (set !== undefined && isOn(set.value.text));
  const isDevelopment = variable(command, "FLASK_ENV")?.value.text === "development";
  if (!isDebug && !isDevelopment) return undefined;
  if (command.reach === "unknown") return { severity: "medium" };
  return {
    ...door(command.reach, "high"),
    message: "Flask's debugger, which has a console, is served to the network",
  };
}

function reloading(command: Command): FindingDetails | undefined {
  const isUvicorn = command.program === "uvicorn" && flag(command, "--reload") !== undefined;
  const isFastapi = command.program === "fastapi" && verbOf(command) === "dev";
  if (!isUvicorn && !isFastapi) return undefined;
  return {
    ...door(command.reach, "low"),
    message: "A development server is served to the network",
  };
}

function judge(command: Command): { where: Span; details: FindingDetails } | undefined {
  if (command.program === "debugpy" && command.isModule) {
    const at = command.args.findIndex(({ text }) => text === "--listen");
    const address = command.args[at + 1];
    if (at < 0 || address === undefined || !isEveryInterface(address.text)) return undefined;
    const message = "A debugger listens on all interfaces and asks for no password";
    return { where: address, details: { ...door(command.reach, "high"), message } };
  }
  if (command.program === "python" && /(?:^|\/)manage\.py$/.test(command.args[0]?.text ?? "")) {
    const address = command.args[1]?.text === "runserver" ? command.args[2] : undefined;
    if (address === undefined || !isEveryInterface(address.text)) return undefined;
    return {
      where: address,
      details: {
        ...door(command.reach, "low"),
        message: "Django's development server is served to the network",
      },
    };
  }
  const details = flask(command) ?? reloading(command);
  if (details === undefined) return undefined;
  const where = opening(command, {
    options: ["--host", "-h"],
    variables: ["FLASK_RUN_HOST", "UVICORN_HOST"],
  });
  return where === undefined ? undefined : { where, details };
}

export const debugServerOpen = defineCheck({
  meta: {
    id: "debug-server-open",
    code: "PV-CMD-025",
    title: "A debugger or development server is open to the network",
    asset: "command",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-489", "CWE-306", "CWE-1327", "ATLAS:AML.T0049"],
    why: "A debugger runs what it is told; a development server shows its source and settings with every error.",
    mend: "Listen on 127.0.0.1 while debugging; serve others with gunicorn or uvicorn without `--reload`.",
    blind: "A proxy or firewall in front.",
    since: "0.1.0",
    examples: {
      found: [{ path: "start.sh", code: "flask --app api run --debug --host 0.0.0.0\n" }],
      clean: [{ path: "start.sh", code: "flask --app api run --debug\n" }],
    },
  },
  run: ({ commands }, report) => {
    for (const command of commands) {
      const seen = judge(command);
      if (seen !== undefined) report(seen.where, { extent: command, ...seen.details });
    }
  },
});
