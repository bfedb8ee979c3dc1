import { defineCheck } from "../define.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";

/** Modules of Jupyter's own widgets, which every viewer has. */
const own = /^(?:@jupyter-widgets\/|jupyter-js-widgets$|jupyter-widgets$)/;

export const notebookWidgetRemote = defineCheck({
  meta: {
    id: "notebook-widget-remote",
    code: "PV-NB-004",
    title: "The stored state of a widget names code or pages from elsewhere",
    asset: "notebook",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: [],
    controls: ["CWE-829", "OWASP-ML06:2023"],
    why: "Viewers load the module of a widget by its name from a package registry: whoever owns that name there runs code in the page.",
    mend: "Clear the widget state (`nbstripout --extra-keys metadata.widgets`), or name a module that you know.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "demo.ipynb",
          code: '{"cells": [], "metadata": {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"model_module": "riverbank-map", "model_name": "MapModel", "state": {"_model_module": "riverbank-map"}}}}}}, "nbformat": 4}\n',
        },
      ],
      clean: [
        {
          path: "demo.ipynb",
          code: '{"cells": [], "metadata": {"widgets": {"application/vnd.jupyter.widget-state+json": {"state": {"a": {"model_module": "@jupyter-widgets/controls", "state": {}}}}}}, "nbformat": 4}\n',
        },
      ],
    },
  },
  run: ({ segments, text }, report) => {
    for (const { kind, pointer, start, end } of segments) {
      if (kind !== "metadata" || pointer !== "/metadata/widgets") continue;
      const said = new Set<string>();
      const stored = text.slice(start, end);
      const names =
        /"(?:_?model_module|_view_module)"\s*:\s*"([^"\\]{1,200})"|"(https?:\/\/[^"\\]{1,400})"/g;
      for (const { 0: whole, 1: module, 2: url = "", index } of stored.matchAll(names)) {
        const what = module ?? hostOf(url);
        const isOwn = module === undefined ? isLocalHost(what) : own.test(module);
        if (isOwn || said.has(what) || said.size >= 50) continue;
        said.add(what);
        const message =
          module === undefined
            ? `The stored state of a widget refers to ${what}`
            : `The stored state of a widget is shown by the module ${module}`;
        report({ start: start + index, end: start + index + whole.length }, { message });
      }
    }
  },
});
