import type { FindingDetails } from "../../core/index.ts";
import { defineCheck } from "../define.ts";

const characters = /[\u202a-\u202e\u2066-\u2069\u200f]/;
const rightToLeftMark = "\u200f";

export const bidirectionalText = defineCheck({
  meta: {
    id: "bidirectional-text",
    code: "PV-CODE-057",
    title: "Control characters change the order in which code is shown",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: ["B613", "S613"],
    controls: ["CWE-1007", "OWASP-ML06:2023"],
    why: "What a reviewer reads is not what Python runs: a comment can hide a statement (Trojan Source).",
    mend: 'Remove the characters, or write them as escapes (`"\\u202e"`).',
    blind: "Letters that look like others.",
    references: ["CVE-2021-42574", "https://trojansource.codes/"],
    since: "0.1.0",
    examples: {
      found: [{ code: 'access = "user‮" # admin\n' }],
      clean: [{ code: 'access = "user\\u202e"  # an escape is visible\n' }],
    },
  },
  run: ({ text, lines }, report) => {
    if (!characters.test(text)) return;
    let lastLine = 0;
    let isFirst = true;
    for (const match of text.matchAll(new RegExp(characters, "g"))) {
      const line = lines.lineAt(match.index);
      if (line === lastLine) continue;
      lastLine = line;
      const name = `U+${match[0].charCodeAt(0).toString(16).toUpperCase()}`;
      const details: FindingDetails = match[0] === rightToLeftMark ? { severity: "low" } : {};
      // Others report the first place of a file only.
      report(
        { start: match.index, end: match.index + 1 },
        {
          ...details,
          ...(isFirst ? {} : { aliases: [] }),
          message: `The character ${name} changes the order in which this line is shown`,
        },
      );
      isFirst = false;
    }
  },
});
