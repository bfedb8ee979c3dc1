import { defineCheck } from "../define.ts";
import { isOff, option, variable, type Command } from "../../formats/command/view.ts";
import type { Span } from "../../core/index.ts";
import { commandsOf } from "./doors.ts";

const protections = [
  {
    option: "--server.enableXsrfProtection",
    variable: "STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION",
    severity: "medium",
  },
  { option: "--server.enableCORS", variable: "STREAMLIT_SERVER_ENABLE_CORS", severity: "low" },
] as const;

function turnedOff(command: Command, name: string): Span | undefined {
  const value = option(command, name);
  return value !== undefined && isOff(value.text) ? value : undefined;
}

export const streamlitProtectionOff = defineCheck({
  meta: {
    id: "streamlit-protection-off",
    code: "PV-CMD-001",
    title: "Streamlit is started without its protection against other pages",
    asset: "command",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-352", "CWE-942"],
    why: "A page that a user of the app visits uploads files and clicks buttons on the user's behalf.",
    mend: "Remove the option; behind a proxy, let it pass WebSockets and cookies through.",
    blind: "A proxy that does the same check.",
    references: ["https://docs.streamlit.io/develop/api-reference/configuration/config.toml"],
    since: "0.1.0",
    examples: {
      found: [
        { path: "start.sh", code: "streamlit run app.py --server.enableXsrfProtection=false\n" },
      ],
      clean: [{ path: "start.sh", code: "streamlit run app.py --server.port 80\n" }],
    },
  },
  run: ({ commands, environment }, report) => {
    for (const protection of protections) {
      for (const command of commandsOf(commands, "streamlit")) {
        const where = turnedOff(command, protection.option);
        if (where !== undefined) report(where, { extent: command, severity: protection.severity });
      }
      const set = variable({ environment }, protection.variable);
      if (set !== undefined && isOff(set.value.text))
        report(set, { severity: protection.severity });
    }
  },
});
