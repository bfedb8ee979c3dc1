import type { Expression } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";

const printers =
  /^(?:print|pprint\.p(?:rint|print)|rich\.print|json\.dumps?)$|(?:^|[._])(?:logger|logging|log)(?:\(\))?\.(?:debug|info|warning|error|critical|log)$|getLogger\(\)\.\w+$|^streamlit\.(?:write|json|code|text)$|^IPython\.display\.display$|^(?:mlflow\.log_(?:params|dict|text)|wandb\.(?:log|config\.update|init)|wandb\.init\(\)\.config\.update|comet_ml\b.*\.log_parameters|neptune\b.*\.log)$/;

/** The last words of those, for which there is an index. */
const methods =
  "print pprint pp dump log_params log_dict log_text log_parameters update init debug info warning error critical log write json code text display".split(
    " ",
  );

/** `os.environ`, `dict(os.environ)`, `os.environ.items()`, `f"{os.environ}"`, as a whole. */
function isWhole(node: Expression, depth = 0): boolean {
  if (depth > 4) return false;
  const value = (inner: Expression): boolean => isWhole(inner, depth + 1);
  switch (node.kind) {
    case "Attribute":
      return (
        node.value.kind === "Name" &&
        ((node.attr === "environ" && node.value.id === "os") ||
          (node.attr === "secrets" && node.value.id === "st"))
      );
    case "Call":
      if (node.func.kind === "Name")
        return (
          /^(?:dict|str|repr|list|sorted|pformat)$/.test(node.func.id) && node.args.some(value)
        );
      return (
        node.func.kind === "Attribute" &&
        /^(?:items|copy|values|dumps|pformat)$/.test(node.func.attr) &&
        (value(node.func.value) || node.args.some(value))
      );
    case "JoinedStr":
      return node.values.some((part) => part.kind === "FormattedValue" && value(part.value));
    case "BinOp":
      return value(node.right) || value(node.left);
    default:
      return false;
  }
}

export const environmentLogged = defineCheck({
  meta: {
    id: "environment-logged",
    code: "PV-CODE-527",
    title: "All environment variables are printed",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-532", "CWE-526", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "The keys of model providers and clouds stand there. Logs of a pipeline and outputs of a notebook are read by many and kept.",
    mend: "Print the variables that are meant, by name.",
    blind: "Loops over the variables.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import os\nprint(os.environ)\n" }],
      clean: [{ code: 'import os\nprint(os.environ.get("HOME"))\n' }],
    },
  },
  wants: (file) => file.mentions("environ") || file.mentions("st.secrets"),
  run: (view, report) => {
    for (const call of view.methods(...methods)) {
      if (!printers.test(call.name)) continue;
      // What is only turned into JSON is printed by the call around it, or not at all.
      if (call.name.startsWith("json.dump") && !call.name.endsWith("dump")) continue;
      const given = [...call.node.args, ...call.node.keywords.map(({ value }) => value)];
      if (given.some((node) => isWhole(node))) report(call);
    }
  },
});
