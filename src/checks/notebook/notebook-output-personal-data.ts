import type { FindingDetails } from "../../core/index.ts";
import {
  findStoredPersonal,
  type Personal,
  type PersonalKind,
} from "../../detect/personal/stored.ts";
import { defineCheck } from "../define.ts";
import { outputsOf, placeOf } from "./support.ts";

/** From as many on it is a table of people; a few addresses are those of authors. */
const few = 3;
const many = 10;

function judge(kind: PersonalKind, count: number): FindingDetails | undefined {
  const what = count === 1 ? `1 ${kind}` : `${count} ${kind}${kind.endsWith("ss") ? "es" : "s"}`;
  const message = `A stored output shows ${what}`;
  if (kind === "e-mail address" || kind === "phone number") {
    if (count < few) return undefined;
    return count < many || kind === "phone number"
      ? { message, severity: "low", audience: "pedantic" }
      : { message, severity: "low" };
  }
  return { message, confidence: count > 1 ? "high" : "medium" };
}

export const notebookOutputPersonalData = defineCheck({
  meta: {
    id: "notebook-output-personal-data",
    code: "PV-NB-003",
    title: "A stored output shows personal data",
    asset: "notebook",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-359", "OWASP-LLM02:2026", "OWASP-LLM02:2025"],
    why: "What a cell showed is stored in the notebook and goes wherever the notebook goes: into the repository, its history, and every copy.",
    mend: "Clear the output, take it out of the history, and show counts or invented rows instead.",
    blind:
      "Names and addresses of people. Few e-mail addresses and phone numbers are left to the pedantic.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "explore.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "df.head()", "outputs": [{"output_type": "execute_result", "data": {"text/plain": "  holder           iban\\n0 Riverbank  DE75512108001245126199"}}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
      clean: [
        {
          path: "explore.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "df.head()", "outputs": [{"output_type": "execute_result", "data": {"text/plain": "  loss\\n0 0.4532112323432123\\n1 4532112323432123"}}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
    },
  },
  run: (notebook, report) => {
    // A table is stored as text and as HTML: of one output each kind is told once.
    const told = new Set<string>();
    for (const [segment, text] of outputsOf(notebook)) {
      const byKind = new Map<PersonalKind, Personal[]>();
      for (const found of findStoredPersonal(text)) {
        const same = byKind.get(found.kind);
        if (same === undefined) byKind.set(found.kind, [found]);
        else same.push(found);
      }
      for (const [kind, all] of byKind) {
        const values = [...new Set(all.map(({ value }) => value))];
        const details = judge(kind, values.length);
        const key = `${segment.cell} ${segment.output} ${kind}`;
        if (details === undefined || told.has(key)) continue;
        told.add(key);
        report(placeOf(segment, all[0]!), { ...details, secret: values.join("\n") });
      }
    }
  },
});
