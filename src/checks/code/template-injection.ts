import type { FindingDetails } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { isModelText } from "./model-text.ts";
import { isFormatted } from "./support.ts";

/** Names that say "somebody else wrote this". */
const outside =
  /(?:^|_)(?:user|input|query|question|prompt|message|answer|reply|response|body|payload|chat|template)s?(?:_|$)/i;

function nameOf(node: Expression): string {
  if (node.kind === "Name") return node.id;
  return node.kind === "Attribute" ? node.attr : "";
}

/** What is known about a template that is not written out; undefined where it is. */
function judge(view: PythonView, call: PythonCall, index: number): FindingDetails | undefined {
  const template = call.argument(index, "source");
  if (template === undefined || template.constant() !== undefined) return undefined;
  const origin = template.origin();
  if (isFormatted(origin)) {
    return {
      severity: "high",
      message: "Values are put into the text of a template, where `{{ … }}` in them runs",
    };
  }
  const name = view.value(origin).name();
  if (/^flask\.request\b|^~?request\b/.test(name))
    return { severity: "high", message: "The text of a template comes with the request" };
  if (isModelText(template.node, call.scope))
    return { message: "The text of a template is what a model answered" };
  if (call.name === "flask.render_template_string") return {};
  // Files and packages of one's own are where templates belong.
  const isRead = /(?:\.read|\.read_text|get_data|\.load\w*)\(\)/.test(name);
  if (isRead || !outside.test(nameOf(template.node)))
    return { severity: "low", audience: "audit", confidence: "low" };
  return {
    confidence: "low",
    ...(/template/i.test(nameOf(template.node)) ? { severity: "low", audience: "audit" } : {}),
  };
}

export const templateInjection = defineCheck({
  meta: {
    id: "template-injection",
    code: "PV-CODE-520",
    title: "A template's text is not fixed",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1336",
      "CWE-94",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-LLM01:2026",
      "ATLAS:AML.T0050",
    ],
    why: "Jinja templates are programs: text of a user, a model or a downloaded tokenizer that becomes part of one runs code here.",
    mend: "Keep the template in the source and pass values as variables; where others write templates, use `ImmutableSandboxedEnvironment`.",
    blind: "Where the text comes from, beyond its name.",
    references: ["CVE-2024-34359", "https://jinja.palletsprojects.com/en/stable/sandbox/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from flask import render_template_string\ndef page(answer):\n    return render_template_string(f"<p>{answer}</p>")\n',
        },
      ],
      clean: [
        {
          code: 'from flask import render_template_string\ndef page(answer):\n    return render_template_string("<p>{{ answer }}</p>", answer=answer)\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.calls(
      "flask.render_template_string",
      "jinja2.Template",
      "jinja2.Environment().from_string",
      "jinja2.environment.Template",
    )) {
      const details = judge(view, call, 0);
      if (details !== undefined) report(call, details);
    }
  },
});
