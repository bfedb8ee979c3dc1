import { defineCheck } from "../define.ts";
import { outputsOf, placeOf } from "./support.ts";

/** Variables that every environment has, and few other tables. */
const variables =
  /(?:^|[\s{('",])(PATH|HOME|USER|LOGNAME|SHELL|HOSTNAME|PWD|OLDPWD|TERM|SHLVL|LANG|VIRTUAL_ENV|CONDA_PREFIX|CONDA_DEFAULT_ENV|SSH_CONNECTION|USERPROFILE|APPDATA|COMPUTERNAME|LD_LIBRARY_PATH|PYTHONPATH)(?:=|["']\s*:\s*["'])(?=\S)/gm;

/** With as many it is the environment, and not what a program says of it. */
const enough = 4;

/** Words that every environment has: without them no expression is tried. */
function mayShow(text: string): boolean {
  return (
    text.includes("PATH") &&
    (text.includes("HOME") || text.includes("USER") || text.includes("SHELL"))
  );
}

const assigned =
  /\b([A-Za-z_]\w{0,80})(?:=([^\n]{3,400})|["']\s*:\s*(?:"([^"\n]{3,400})|'([^'\n]{3,400})))/g;
const usual = /^(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|SHLVL|LANG)$/;

/** What the variables around a place hold: the report shows some lines, and tells none of it. */
function valuesNear(text: string, at: number): string {
  const part = text.slice(Math.max(0, at - 2_000), at + 3_000);
  const values = [...part.matchAll(assigned)]
    .filter(([, name = ""]) => !usual.test(name))
    .map(([, , line, double, single]) => line ?? double ?? single ?? "");
  return [...new Set(values)].slice(0, 150).join("\n");
}

export const notebookOutputEnvironment = defineCheck({
  meta: {
    id: "notebook-output-environment",
    code: "PV-NB-002",
    title: "A stored output shows the environment",
    asset: "notebook",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-526", "CWE-200", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "The environment holds keys and passwords of services beside paths and names; whoever reads the notebook has them all.",
    mend: "Clear the output, change what it showed, and print only the variable that is asked for.",
    blind: "An environment of which fewer than four usual variables are shown.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "setup.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "%env", "outputs": [{"output_type": "stream", "text": "PATH=/usr/bin\\nHOME=/home/ada\\nUSER=ada\\nSHELL=/bin/bash\\n"}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
      clean: [
        {
          path: "setup.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "%env HOME", "outputs": [{"output_type": "stream", "text": "HOME=/home/ada\\n"}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
    },
  },
  run: (notebook, report) => {
    for (const [segment, text] of outputsOf(notebook)) {
      if (!mayShow(text)) continue;
      const names = new Set<string>();
      let first: number | undefined;
      for (const { 0: whole, 1: name = "", index } of text.matchAll(variables)) {
        first ??= index + whole.indexOf(name);
        names.add(name);
        if (names.size === enough) break;
      }
      if (first === undefined || names.size < enough) continue;
      const start = text.includes("environ({") ? text.indexOf("environ({") : first;
      report(placeOf(segment, { start, end: start + 8 }), { secret: valuesNear(text, start) });
    }
  },
});
