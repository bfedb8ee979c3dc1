import { isOff } from "../../formats/command/view.ts";
import { defineCheck } from "../define.ts";

export const streamlitXsrfOff = defineCheck({
  meta: {
    id: "streamlit-xsrf-off",
    code: "PV-CONF-001",
    title: "Streamlit's protection against other pages is configured away",
    asset: "setting",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-352"],
    why: "A page that a user of the app visits uploads files and clicks buttons on the user's behalf.",
    mend: "Remove the line; behind a proxy, let it pass WebSockets and cookies through.",
    blind: "A proxy that does the same check.",
    references: ["https://docs.streamlit.io/develop/api-reference/configuration/config.toml"],
    since: "0.1.0",
    examples: {
      found: [{ path: ".streamlit/config.toml", code: "[server]\nenableXsrfProtection = false\n" }],
      clean: [{ path: ".streamlit/config.toml", code: "[server]\nenableXsrfProtection = true\n" }],
    },
  },
  wants: (file) => file.mentions("enableXsrfProtection"),
  run: ({ named }, report) => {
    for (const setting of named("enablexsrfprotection")) if (isOff(setting.value)) report(setting);
  },
});
