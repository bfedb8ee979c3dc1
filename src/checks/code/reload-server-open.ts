import { isEveryInterface } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

export const reloadServerOpen = defineCheck({
  meta: {
    id: "reload-server-open",
    code: "PV-CODE-609",
    title: "A development server listens on all interfaces",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-489", "CWE-1327"],
    why: "What is meant for one desk, with its test data and open routes, is served to the network; a file that is written anywhere in the folder is run.",
    mend: "Listen on 127.0.0.1 while `reload` or `debug` is on.",
    blind: "A container around it.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import uvicorn\nuvicorn.run("app:app", host="0.0.0.0", reload=True)\n' }],
      clean: [{ code: 'import uvicorn\nuvicorn.run("app:app", host="0.0.0.0")\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(
      "uvicorn.run",
      "hypercorn.run",
      "sanic.Sanic().run",
      "quart.Quart().run",
      "dash.Dash().run",
      "dash.Dash().run_server",
    )) {
      const host = call.keyword("host")?.string() ?? "";
      if (!isEveryInterface(host)) continue;
      const isReloading =
        call.keyword("reload")?.is(true) ?? call.keyword("auto_reload")?.is(true) ?? false;
      const isDebugging = call.keyword("debug")?.is(true) ?? false;
      if (isDebugging && /^(?:dash|quart)/.test(call.name)) {
        report(call, {
          severity: "high",
          message: "A debugger with a console is served to the network",
        });
      } else if (isReloading || isDebugging) report(call);
    }
  },
});
