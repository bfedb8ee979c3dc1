import type { FindingDetails, Report } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { isCommit, placeOf } from "./artifacts.ts";

const option = "trust_remote_code";
const takesCodeRevision = new Set([
  "from_pretrained",
  "from_config",
  "pipeline",
  "SentenceTransformer",
]);

/** Parameters that name the repository, in the order in which they decide. */
const repositories = [
  "pretrained_model_name_or_path",
  "model_name_or_path",
  "model",
  "model_name",
  "model_id",
  "model_path",
  "repo_id",
  "path",
  "name",
  "tokenizer",
] as const;

function repositoryOf(call: PythonCall): PythonValue | undefined {
  for (const name of repositories) {
    const value = call.keyword(name);
    if (value !== undefined) return value;
  }
  return call.positional(call.method === "pipeline" ? 1 : 0);
}

function isPinnedBy(value: PythonValue | undefined): boolean {
  return isCommit(value?.string() ?? "");
}

function judge(call: PythonCall): FindingDetails {
  const repository = repositoryOf(call);
  const place = placeOf(repository);
  const name = repository?.string();
  if (place === "local") {
    return {
      severity: "low",
      audience: "pedantic",
      message: `Code in \`${name}\` runs when the model is loaded`,
    };
  }
  if (isPinnedBy(call.keyword("revision"))) {
    // Only Transformers lets a configuration take code from a second repository.
    return isPinnedBy(call.keyword("code_revision")) || !takesCodeRevision.has(call.method)
      ? {
          severity: "low",
          message: "Code from the model's repository runs, as it was at the commit that is named",
        }
      : {
          severity: "medium",
          message:
            "Code from the model's repository runs; `revision` is pinned, but code that its configuration takes from another repository is not (`code_revision`)",
        };
  }
  const revision = call.keyword("revision");
  if (revision !== undefined && revision.constant() === undefined)
    return { severity: "medium", confidence: "medium" };
  if (place === "unknown") {
    return {
      severity: "medium",
      confidence: "medium",
      message: "Whatever model is named here, code from its repository runs",
    };
  }
  return {
    severity: "high",
    message: `Whatever code the owner of \`${name}\` puts there runs here`,
  };
}

/** A parameter, a field or an item that makes it the default. */
function reportDefaults(view: PythonView, seen: ReadonlySet<Expression>, report: Report): void {
  const medium: FindingDetails = { severity: "medium", confidence: "medium" };
  for (const { args } of view.facts.functions) {
    const positional = [...args.posonlyargs, ...args.args];
    const first = positional.length - args.defaults.length;
    const pairs = [
      ...args.defaults.map((value, index) => [positional[first + index], value] as const),
      ...args.kwonlyargs.map((arg, index) => [arg, args.kwDefaults[index] ?? null] as const),
    ];
    for (const [arg, value] of pairs) {
      if (arg?.arg !== option || value?.kind !== "Constant" || value.value !== true) continue;
      report(
        { start: arg.start, end: value.end },
        { ...medium, message: "Remote code is trusted by default: callers who say nothing run it" },
      );
    }
  }
  for (const assign of view.facts.assigns) {
    const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
    if (target === undefined || assign.value === null || view.value(assign.value).is(true) !== true)
      continue;
    const isField = target.kind === "Attribute" && target.attr === option;
    const isItem = target.kind === "Subscript" && view.value(target.slice).is(option);
    const isName = target.kind === "Name" && target.id === option && assign.kind === "AnnAssign";
    const isSwitch = target.kind === "Attribute" && target.attr === "HF_DATASETS_TRUST_REMOTE_CODE";
    if (isField || isItem || isName || isSwitch)
      report(assign, { ...medium, message: "Remote code is trusted from here on" });
  }
  for (const dict of view.facts.dicts) {
    for (const [index, key] of dict.keys.entries()) {
      const value = dict.values[index];
      if (
        key?.kind !== "Constant" ||
        key.value !== option ||
        value === undefined ||
        seen.has(value)
      )
        continue;
      if (view.value(value).is(true)) report({ start: key.start, end: value.end }, medium);
    }
  }
}

export const remoteCodeTrusted = defineCheck({
  meta: {
    id: "remote-code-trusted",
    code: "PV-CODE-200",
    title: "Code from a model's or data set's repository is run",
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-829",
      "CWE-94",
      "OWASP-LLM04:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML06:2023",
      "ATLAS:AML.T0010.003",
      "ATLAS:AML.T0011.000",
    ],
    why: "With `trust_remote_code=True` Python files of the repository run in your process. Its owner, or whoever takes the account over, can change them any day.",
    mend: "Use a model that the library supports itself; else read the code and pin `revision` and `code_revision` to the commit you have read.",
    blind: "A value that comes from a caller, the command line or a file.",
    references: ["https://huggingface.co/docs/transformers/main/en/models#custom-models"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net", trust_remote_code=True)\n',
        },
      ],
      clean: [
        {
          code: 'from transformers import AutoModel\nmodel = AutoModel.from_pretrained("acme/net")\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions(option),
  run: (view, report) => {
    const seen = new Set<Expression>();
    for (const call of view.allCalls()) {
      const value = call.keyword(option);
      if (value === undefined) continue;
      seen.add(value.node);
      if (value.is(true)) report(call, judge(call));
    }
    for (const call of view.methods("add_argument", "Field", "field", "Option")) {
      const isOption = call.node.args.some((argument) =>
        /^-*trust[-_]remote[-_]code$/.test(view.value(argument).string() ?? ""),
      );
      if (isOption && call.keyword("default")?.is(true)) {
        report(call, {
          severity: "medium",
          confidence: "medium",
          message: "Remote code is trusted by default: users who say nothing run it",
        });
      }
    }
    reportDefaults(view, seen, report);
  },
});
