import { checkCases } from "../../testing/check-cases.ts";
import { withOutput } from "../../testing/notebook-cases.ts";
import { notebookOf } from "../../testing/notebook.ts";
import { notebookPrivatePath } from "./notebook-private-path.ts";

const output = (text: string): { readonly code: string; readonly kind: "notebook" } => ({
  kind: "notebook",
  code: withOutput(text),
});

checkCases(notebookPrivatePath, {
  found: [
    output("/home/ada/work/x.py:3: UserWarning"),
    output("C:\\Users\\Ada\\Desktop\\x.csv"),
    {
      kind: "notebook",
      code: notebookOf([
        { source: "x", metadata: { executionInfo: { user: { displayName: "Ada Lovelace" } } } },
      ]),
    },
  ],
  clean: [
    output("/home/jovyan/work /Users/runner/x /root/x /usr/home"),
    output("https://a.riverbank.io/home/ada"),
    { kind: "notebook", code: notebookOf(["open('/home/ada/x')"]) },
  ],
});
