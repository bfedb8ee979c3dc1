import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { usesModule } from "./support.ts";

/** Calls that start a Gradio app: on what is known to be one, or on anything in a file that uses Gradio. */
export function gradioLaunches(view: PythonView): readonly PythonCall[] {
  const launches = view
    .methods("launch", "queue().launch")
    .filter(({ name }) => !/^(?:subprocess|playwright|accelerate)\b/.test(name));
  return launches.length > 0 && usesModule(view, "gradio", "modules.gradio") ? launches : [];
}

/** In a fragment nothing says what `demo` is, but this is what a demo is called, and only it is shared. */
function namedDemos(view: PythonView): readonly PythonCall[] {
  if (view.imports().length > 0) return [];
  return view.methods("launch").filter(({ name }) => /^(?:demo|iface)\.launch$/.test(name));
}

/** True where a login is asked for. */
export function hasLogin(call: PythonCall): boolean {
  return ["auth", "auth_dependency"].some((name) => {
    const value = call.keyword(name);
    return value !== undefined && !value.is(null);
  });
}

export const gradioShare = defineCheck({
  meta: {
    id: "gradio-share",
    code: "PV-CODE-600",
    title: "A demo is published through a public tunnel",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-668",
      "CWE-306",
      "OWASP-LLM06:2026",
      "OWASP-LLM10:2025",
      "OWASP-ML05:2023",
      "ATLAS:AML.T0040",
    ],
    why: "For a week anybody who finds the address uses the model, its tools and its files, past the firewall of the network.",
    mend: "Leave `share` off; publish it behind a proxy with a login, or at least set `auth=`.",
    blind: "A value that comes from the command line.",
    references: ["https://www.gradio.app/guides/sharing-your-app"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "import gradio as gr\ndemo = gr.Interface(f, 'text', 'text')\ndemo.launch(share=True)\n",
        },
      ],
      clean: [
        { code: "import gradio as gr\ndemo = gr.Interface(f, 'text', 'text')\ndemo.launch()\n" },
      ],
    },
  },
  run: (view, report) => {
    for (const call of new Set([...gradioLaunches(view), ...namedDemos(view)])) {
      const share = call.keyword("share");
      if (share?.is(true) !== true) continue;
      report(share, {
        extent: call,
        ...(hasLogin(call) ? { severity: "low", audience: "pedantic" } : {}),
      });
    }
  },
});
