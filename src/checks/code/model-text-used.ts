import type { FindingDetails, Report } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { isAnswerName, isModelName, isModelText } from "./model-text.ts";

type Argument = readonly [index: number, name: string];

interface Use {
  /** Qualified names, or the ends of them. */
  readonly calls: RegExp;
  readonly argument: Argument;
  readonly does: string;
  readonly controls: readonly string[];
  readonly mend: string;
}

/** Cursors, connections, engines and sessions, by what everybody calls them. */
const databases =
  /(?:^|[._~])(?:cur|cursor|conn|con|connection|db|database|engine|session|sqlite3|psycopg2?|duckdb|spark|client|bigquery)(?:\(\))*(?:\.\w+(?:\(\))?)*\.(?:execute\w*|sql)$|\.read_sql\w*$/i;

const sql: Omit<Use, "calls" | "argument"> = {
  does: "is run as SQL",
  controls: ["CWE-89"],
  mend: "Let the model choose among queries of yours and pass values as parameters; else use an account that may only read.",
};
const expression: Omit<Use, "calls" | "argument"> = {
  does: "is evaluated as an expression, which can run code",
  controls: ["CWE-95", "CWE-94"],
  mend: "Let the model choose among functions of yours.",
};
const code: Omit<Use, "calls" | "argument"> = {
  does: "is run as code",
  controls: ["CWE-94", "CWE-95"],
  mend: "Call a function of yours; else run the code in a sandbox without network and keys.",
};
const shell: Omit<Use, "calls" | "argument"> = {
  does: "is run by a shell",
  controls: ["CWE-78"],
  mend: "Let the model choose among commands of yours, and pass words in a list, without a shell.",
};
const request: Omit<Use, "calls" | "argument"> = {
  does: "chooses where a request goes",
  controls: ["CWE-918"],
  mend: "Compare the host with a list of those that are meant.",
};
const path: Omit<Use, "calls" | "argument"> = {
  does: "chooses a file",
  controls: ["CWE-22", "CWE-73"],
  mend: "Resolve the path and check that it lies in the folder that is meant.",
};
const dispatch: Omit<Use, "calls" | "argument"> = {
  does: "chooses a module or function",
  controls: ["CWE-470"],
  mend: "Look the name up in a dict of the functions that a model may call.",
};

/** What becomes of text, by the method that takes it. */
const uses: ReadonlyMap<string, readonly Use[]> = new Map<string, readonly Use[]>([
  ...["execute", "executemany", "executescript", "read_sql", "read_sql_query", "sql"].map(
    (name): [string, readonly Use[]] => [
      name,
      [{ ...sql, calls: databases, argument: [0, "sql"] }],
    ],
  ),
  [
    "query",
    [
      {
        ...expression,
        calls: /^(?:~?\w*df\w*|~?frame|~?table|pandas\b.*)\.query$/,
        argument: [0, "expr"],
      },
    ],
  ],
  [
    "eval",
    [
      {
        ...expression,
        calls: /^(?:~?\w*df\w*|~?frame|~?table|pandas(?:\b.*)?)\.eval$/,
        argument: [0, "expr"],
      },
    ],
  ],
  ["evaluate", [{ ...expression, calls: /^(?:numexpr|ne)\.evaluate$/, argument: [0, "ex"] }]],
  ["sympify", [{ ...expression, calls: /(?:^|\.)sympify$/, argument: [0, "a"] }]],
  ["parse_expr", [{ ...expression, calls: /(?:^|\.)parse_expr$/, argument: [0, "s"] }]],
  ...["get", "post", "put", "request", "urlopen", "goto"].map((name): [string, readonly Use[]] => [
    name,
    [
      {
        ...request,
        calls:
          /^(?:requests|httpx|aiohttp|urllib)\b.*\.\w+$|^~?(?:page|client|session)\.(?:get|post|goto)$/,
        argument: [name === "request" ? 1 : 0, "url"],
      },
    ],
  ]),
  ...["run_cell", "runsource", "runcode"].map((name): [string, readonly Use[]] => [
    name,
    [{ ...code, calls: /\.(?:run_cell|runsource|runcode)$/, argument: [0, "source"] }],
  ]),
  ...["create_subprocess_shell", "spawn", "exec_command", "popen", "run"].map(
    (name): [string, readonly Use[]] => [
      name,
      [
        {
          ...shell,
          calls:
            /^(?:asyncio\.create_subprocess_shell|pexpect\.spawn|os\.popen)$|\.exec_command$|^fabric\.Connection\(\)\.run$/,
          argument: [0, "cmd"],
        },
      ],
    ],
  ),
  ["open", [{ ...path, calls: /^(?:open|io\.open|aiofiles\.open)$/, argument: [0, "file"] }]],
  ["import_module", [{ ...dispatch, calls: /^importlib\.import_module$/, argument: [0, "name"] }]],
  ["__import__", [{ ...dispatch, calls: /^__import__$/, argument: [0, "name"] }]],
  ["getattr", [{ ...dispatch, calls: /^getattr$/, argument: [1, "name"] }]],
]);

const controls = ["OWASP-LLM10:2026", "OWASP-LLM05:2025", "ATLAS:AML.T0051.001"];

function detailsOf(use: Omit<Use, "calls" | "argument">): FindingDetails {
  return {
    message: `What a model answered ${use.does}`,
    controls: [...use.controls, ...controls],
    mend: use.mend,
  };
}

/** `globals()[call.function.name](…)`: the name of the function comes from the model. */
function reportDispatch(view: PythonView, report: Report): void {
  if (!/(?:globals|locals|vars)\(\)\[/.test(view.text)) return;
  for (const { node, scope } of view.facts.calls) {
    const { func } = node;
    if (func.kind !== "Subscript" || !isNamespace(func.value)) continue;
    if (isModelText(func.slice, scope)) report(func, { extent: node, ...detailsOf(dispatch) });
  }
}

function isNamespace(node: Expression): boolean {
  return (
    node.kind === "Call" &&
    node.func.kind === "Name" &&
    /^(?:globals|locals|vars)$/.test(node.func.id)
  );
}

export const modelTextUsed = defineCheck({
  meta: {
    id: "model-text-used",
    code: "PV-CODE-533",
    title: "What a model answered is used as more than text",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1426", ...controls],
    why: "A document that the model read, or a guest who wrote to it, decides what stands in the answer, and so which query, request, file or function it is.",
    mend: "Let the model choose among values of yours, and check what it chose before it is used.",
    blind:
      "Answers are known by the shape and the names that they usually have, where a caller hands them over; those that are asked for in the same program are followed by data flow.",
    references: ["https://genai.owasp.org/llmrisk/llm052025-improper-output-handling/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "def fetch(cursor, generated_sql):\n    cursor.execute(generated_sql)\n",
        },
      ],
      clean: [
        {
          code: "def fetch(cursor, statement):\n    cursor.execute(statement)\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.methods(...uses.keys())) {
      const use = uses.get(call.method)?.find(({ calls }) => calls.test(call.name));
      if (use === undefined) continue;
      const value = call.argument(use.argument[0], use.argument[1]);
      // `getattr` is only looked at where what it gives is called.
      if (call.name === "getattr" && !isCalled(call.node)) continue;
      const isName =
        use.does === request.does || use.does === path.does ? isModelName : isAnswerName;
      if (value !== undefined && isModelText(value.node, call.scope, isName))
        report(call, detailsOf(use));
    }
    reportDispatch(view, report);
  },
});

function isCalled(node: Expression): boolean {
  return node.parent?.kind === "Call" && node.parent.func === node;
}
