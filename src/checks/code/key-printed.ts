import type { Expression } from "../../formats/python/nodes.ts";
import { lookUp, type Scope } from "../../formats/python/scopes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { lastWord } from "./support.ts";
import { splitWords } from "./words.ts";

const printers =
  /^(?:print|pprint\.p(?:rint|print)|rich\.print)$|(?:^|[._~])_?(?:logger|logging|log)(?:\(\))?\.(?:debug|info|warning|error|critical|exception|log)$|getLogger\(\)\.\w+$/;

/** The last words of those, for which there is an index. */
const methods = "print pprint pp debug info warning error critical exception log".split(" ");

/** A name that holds a key or password, whole: not a count, a name or a part of it. */
function isKeyName(name: string): boolean {
  return /(?:^|_)(?:api_key|apikey|secret_key|private_key|access_key|access_token|auth_token|bearer_token|client_secret|password|passwd)$/.test(
    splitWords(name).join("_"),
  );
}

/** The secret that an expression shows as it is: a name, `os.environ["…"]`, `os.getenv("…")`. */
function secretIn(node: Expression, depth = 0): Expression | undefined {
  if (depth > 5) return undefined;
  const inner = (part: Expression): Expression | undefined => secretIn(part, depth + 1);
  switch (node.kind) {
    case "Name":
      return isKeyName(node.id) && node.id !== node.id.toUpperCase() ? node : undefined;
    case "Attribute":
      return isKeyName(node.attr) ? node : undefined;
    case "Subscript":
      return node.slice.kind === "Constant" && isKeyName(String(node.slice.value))
        ? node
        : undefined;
    case "Call": {
      const { func, args } = node;
      if (func.kind !== "Attribute") return undefined;
      if (func.attr === "getenv" || (func.attr === "get" && isEnvironment(func.value)))
        return args[0]?.kind === "Constant" && isKeyName(String(args[0].value)) ? node : undefined;
      return func.attr === "format"
        ? args.map(inner).find((found) => found !== undefined)
        : undefined;
    }
    case "JoinedStr":
      return node.values
        .map((part) => (part.kind === "FormattedValue" ? inner(part.value) : undefined))
        .find((found) => found !== undefined);
    case "BinOp":
      return inner(node.left) ?? inner(node.right);
    case "Tuple":
      return node.elts.map(inner).find((found) => found !== undefined);
    default:
      return undefined;
  }
}

function isEnvironment(node: Expression): boolean {
  return node.kind === "Attribute" && node.attr === "environ";
}

/** True for a name that somewhere is given a part of the key, or what a function made of it. */
function isMasked(node: Expression, scope: Scope): boolean {
  if (node.kind !== "Name") return false;
  const values = lookUp(scope, node.id)?.binding.values ?? [];
  return values.slice(0, 20).some((value) => {
    const whole = value.kind === "BinOp" ? value.left : value;
    if (whole.kind === "Subscript") return whole.slice.kind === "Slice";
    return (
      whole.kind === "Call" && /mask|redact|hash|obfus|hide|trunc/i.test(lastWord(whole.func) ?? "")
    );
  });
}

function shownBy(call: PythonCall): Expression | undefined {
  for (const node of call.node.args) {
    const found = secretIn(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

export const keyPrinted = defineCheck({
  meta: {
    id: "key-printed",
    code: "PV-CODE-538",
    title: "A key or password is printed or logged",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Outputs of notebooks and logs of pipelines are read by many, kept and committed; the key in them is used by whoever finds it.",
    mend: "Say whether it is set, not what it is.",
    blind: "Names that do not say what they hold.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import os\nprint(os.environ["OPENAI_API_KEY"])\n' }],
      clean: [{ code: 'import os\nprint("OPENAI_API_KEY" in os.environ)\n' }],
    },
  },
  run: (view, report) => {
    if (!/key|secret|token|passw/i.test(view.text)) return;
    for (const call of view.methods(...methods)) {
      if (!printers.test(call.name)) continue;
      const shown = shownBy(call);
      if (shown !== undefined && !isMasked(shown, call.scope)) report(shown, { extent: call });
    }
  },
});
