import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";

/** Clients of object stores, with the arguments that give up credentials. */
const clients: ReadonlyMap<string, readonly (readonly [name: string, value: string | boolean])[]> =
  new Map([
    ["s3fs.S3FileSystem", [["anon", true]]],
    [
      "fsspec.filesystem",
      [
        ["anon", true],
        ["token", "anon"],
      ],
    ],
    [
      "fsspec.open",
      [
        ["anon", true],
        ["token", "anon"],
      ],
    ],
    [
      "fsspec.get_mapper",
      [
        ["anon", true],
        ["token", "anon"],
      ],
    ],
    ["gcsfs.GCSFileSystem", [["token", "anon"]]],
    ["gcsfs.core.GCSFileSystem", [["token", "anon"]]],
    ["adlfs.AzureBlobFileSystem", [["anon", true]]],
    ["pyarrow.fs.S3FileSystem", [["anonymous", true]]],
    ["pyarrow.fs.GcsFileSystem", [["anonymous", true]]],
  ]);

const unsigned = /^botocore(?:\.session|\.handlers)?\.UNSIGNED$/;

function isAnonymousOptions(node: Expression, view: PythonView): boolean {
  const origin = view.value(node).origin();
  if (origin.kind !== "Dict") return false;
  return origin.keys.some((key, index) => {
    const value = origin.values[index];
    if (key?.kind !== "Constant" || value === undefined) return false;
    const { value: name } = key;
    if (name === "anon" || name === "skip_signature" || name === "aws_skip_signature") {
      const folded = view.value(value);
      return folded.is(true) || folded.is("true");
    }
    return name === "token" && view.value(value).is("anon");
  });
}

export const anonymousBucket = defineCheck({
  meta: {
    id: "anonymous-bucket",
    code: "PV-CODE-701",
    title: "Data is read from a public bucket without credentials",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-345",
      "OWASP-LLM04:2026",
      "OWASP-LLM05:2026",
      "OWASP-LLM03:2025",
      "OWASP-ML02:2023",
      "ATLAS:AML.T0010.002",
    ],
    why: "Nothing ties the data to its owner: a bucket that is deleted can be claimed by somebody else under the same name, and what it serves goes into training.",
    mend: "Copy the data into a bucket of yours with a hash, and read it from there.",
    blind: "Buckets that are named in a configuration; whether the bucket is writable by others.",
    references: ["https://arxiv.org/abs/2302.10149"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import pandas as pd\nrows = pd.read_csv("s3://open-data/rows.csv", storage_options={"anon": True})\n',
        },
      ],
      clean: [{ code: 'import pandas as pd\nrows = pd.read_csv("s3://our-data/rows.csv")\n' }],
    },
  },
  run: (view, report) => {
    for (const call of view.calls(...clients.keys())) {
      const options = clients.get(call.name) ?? [];
      if (options.some(([name, value]) => call.keyword(name)?.is(value))) report(call);
    }
    for (const call of view.calls(
      "botocore.config.Config",
      "botocore.client.Config",
      "boto3.session.Config",
      "Config",
    )) {
      if (unsigned.test(call.keyword("signature_version")?.name() ?? "")) report(call);
    }
    for (const call of view.methods("create_anonymous_client")) report(call);
    if (!view.text.includes("storage_options")) return;
    for (const { node } of view.facts.calls) {
      for (const { arg, value } of node.keywords) {
        if (arg === "storage_options" && isAnonymousOptions(value, view)) report(node);
      }
    }
  },
});
