import { checkCases } from "../../testing/check-cases.ts";
import { notebookOf } from "../../testing/notebook.ts";
import { notebookWidgetRemote } from "./notebook-widget-remote.ts";

const widget = (state: object): { readonly code: string; readonly kind: "notebook" } => ({
  kind: "notebook",
  code: notebookOf([], {
    widgets: { "application/vnd.jupyter.widget-state+json": { state: { a: state } } },
  }),
});

checkCases(notebookWidgetRemote, {
  found: [
    widget({ model_module: "leaflet-of-somebody", state: {} }),
    widget({ state: { _view_module: "@riverbank/map" } }),
    widget({ state: { url: "https://a.riverbank.io/tile.png" } }),
  ],
  clean: [
    widget({
      model_module: "@jupyter-widgets/base",
      state: { _view_module: "@jupyter-widgets/controls" },
    }),
    widget({ state: { url: "http://localhost:8080/x" } }),
    { kind: "notebook", code: notebookOf(["x = {'model_module': 'y'}"]) },
  ],
});
