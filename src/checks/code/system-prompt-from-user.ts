import type { Expression } from "../../formats/python/nodes.ts";
import { lookUp, type Scope } from "../../formats/python/scopes.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

/** Names of text that a person on the other side wrote. */
const written =
  /^(?:user|customer|visitor|guest|client)_?(?:input|query|question|message|text|prompt|request|content|instructions?|persona|name)$|^(?:untrusted\w*|raw_input)$/;

/** True for such a name that a caller hands over, or that the file does not bind. */
function isWritten(node: Expression, scope: Scope): boolean {
  if (node.kind !== "Name" || !written.test(node.id.toLowerCase())) return false;
  const found = lookUp(scope, node.id);
  return found === null || (found.binding.isOpaque && found.binding.values.length === 0);
}

/** The part of a prompt that somebody else wrote: itself, in an f-string, in a sum, in `.format`. */
function writtenPart(node: Expression, scope: Scope): Expression | undefined {
  switch (node.kind) {
    case "JoinedStr":
      return node.values
        .flatMap((part) => (part.kind === "FormattedValue" ? [part.value] : []))
        .find((value) => isWritten(value, scope));
    case "BinOp":
      return [node.left, node.right].find((side) => isWritten(side, scope));
    case "Call": {
      if (node.func.kind !== "Attribute" || node.func.attr !== "format") return undefined;
      const given = [...node.args, ...node.keywords.map(({ value }) => value)];
      return given.find((value) => isWritten(value, scope));
    }
    default:
      return isWritten(node, scope) ? node : undefined;
  }
}

export const systemPromptFromUser = defineCheck({
  meta: {
    id: "system-prompt-from-user",
    code: "PV-CODE-536",
    title: "What a user wrote becomes part of the system prompt",
    asset: "python",
    severity: "medium",
    confidence: "low",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1427",
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      "ATLAS:AML.T0051.000",
    ],
    why: "A model obeys the system prompt before all else: who writes into it takes the rules away.",
    mend: "Put what users write into messages of the role `user`, between marks that the rules speak of.",
    blind:
      "Users' text is known by the names that it usually has, where a caller hands it over; what comes from a request is followed by data flow.",
    references: ["https://genai.owasp.org/llmrisk/llm01-prompt-injection/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'def ask(client, user_input):\n    messages = [{"role": "system", "content": f"You help. {user_input}"}]\n    return client.chat.completions.create(model="m", messages=messages)\n',
        },
      ],
      clean: [
        {
          code: 'def ask(client, user_input):\n    messages = [{"role": "system", "content": "You help."}, {"role": "user", "content": user_input}]\n    return client.chat.completions.create(model="m", messages=messages)\n',
        },
      ],
    },
  },
  wants: (file) =>
    ["system", "developer", "instructions", "SystemMessage"].some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const dict of view.facts.dicts) {
      const at = (name: string): Expression | undefined =>
        dict.values[dict.keys.findIndex((key) => key?.kind === "Constant" && key.value === name)];
      const role = at("role");
      const content = at("content");
      if (role?.kind !== "Constant" || content === undefined) continue;
      if (role.value !== "system" && role.value !== "developer") continue;
      const part = writtenPart(content, view.scopeOf(content));
      if (part !== undefined) report(content, { extent: dict });
    }
    for (const name of ["system", "system_prompt", "system_instruction", "instructions"]) {
      for (const { call, value } of callsWith(view, name)) {
        if (writtenPart(value.node, call.scope) !== undefined) report(value, { extent: call });
      }
    }
    for (const call of view.methods("SystemMessage")) {
      const content = call.argument(0, "content");
      if (content !== undefined && writtenPart(content.node, call.scope) !== undefined)
        report(call);
    }
  },
});
