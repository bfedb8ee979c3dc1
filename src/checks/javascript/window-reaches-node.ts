import { defineCheck } from "../define.ts";
import { itemsNamed } from "./support.ts";

const switches = [
  ["nodeIntegration", true, "Pages in the window can use Node"],
  ["nodeIntegrationInSubFrames", true, "Frames in the window can use Node"],
  ["contextIsolation", false, "Pages in the window share their objects with the preload script"],
  ["webSecurity", false, "Pages in the window may read every origin"],
] as const;

export const windowReachesNode = defineCheck({
  meta: {
    id: "window-reaches-node",
    code: "PV-JS-017",
    title: "A page in a desktop window reaches the machine",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-653", "CWE-79", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "One piece of HTML in an answer that is shown there is enough to run programs on the user's machine.",
    mend: "Leave `contextIsolation` and `webSecurity` on and `nodeIntegration` off, and offer single functions by `contextBridge`.",
    blind: "Windows that show nothing from outside.",
    references: ["https://www.electronjs.org/docs/latest/tutorial/security"],
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.js",
          code: 'const { BrowserWindow } = require("electron");\nnew BrowserWindow({ webPreferences: { nodeIntegration: true, contextIsolation: false } });\n',
        },
      ],
      clean: [
        {
          path: "a.js",
          code: 'const { BrowserWindow } = require("electron");\nnew BrowserWindow({ webPreferences: { preload, contextIsolation: true } });\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("electron"),
  run: (view, report) => {
    if (!view.hasImport("electron")) return;
    const seen = new Set<unknown>();
    for (const [key, bad, message] of switches) {
      for (const { value, dict } of itemsNamed(view, key)) {
        if (!value.is(bad) || seen.has(dict)) continue;
        seen.add(dict);
        report(value, { extent: dict, message });
      }
    }
  },
});
