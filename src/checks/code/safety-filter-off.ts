import type { Report } from "../../core/index.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

/** Keywords that take a filter away, with the value that does it. */
const keywords: readonly (readonly [name: string, off: string | boolean | null, of?: RegExp])[] = [
  ["safety_checker", null, /from_pretrained|from_single_file|from_ckpt|Pipeline/],
  ["requires_safety_checker", false],
  ["load_safety_checker", false],
  ["enable_safety_checker", false],
  ["disable_safety_checker", true],
  ["safety_mode", "NONE", /cohere/],
  ["safety_mode", "OFF", /cohere/],
  ["enable_content_filter", false],
  ["content_filter", false],
  ["use_moderation", false],
];

function reportBlockNone(view: PythonView, report: Report): void {
  if (!/BLOCK_NONE|["']OFF["']/.test(view.text)) return;
  for (const dict of view.facts.dicts) {
    for (const [index, key] of dict.keys.entries()) {
      const value = dict.values[index];
      if (key === null || key === undefined || value === undefined) continue;
      const threshold = view.value(value);
      const isOff =
        threshold.string() === "BLOCK_NONE" ||
        /\bHarmBlockThreshold\.(?:BLOCK_NONE|OFF)$/.test(threshold.name()) ||
        (value.kind === "Attribute" && value.attr === "BLOCK_NONE");
      const isCategory = /HARM_CATEGORY/.test(
        view.text.slice(key.start, Math.min(key.end, key.start + 200)),
      );
      const isThreshold = key.kind === "Constant" && key.value === "threshold";
      if (isOff && (isCategory || isThreshold)) report(value, { extent: dict });
    }
  }
  for (const { call, value } of callsWith(view, "threshold")) {
    const isOff = value.string() === "BLOCK_NONE" || /\.(?:BLOCK_NONE|OFF)$/.test(value.name());
    if (call.method === "SafetySetting" && isOff) report(value, { extent: call });
  }
}

export const safetyFilterOff = defineCheck({
  meta: {
    id: "safety-filter-off",
    code: "PV-CODE-531",
    title: "The content filter of a model is switched off",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-693",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "ATLAS:AML.T0054",
      "ATLAS:AML.T0048.003",
    ],
    why: "What the provider would have held back, abuse, instructions for harm, sexual content, reaches the users under your name.",
    mend: "Leave it on, raise only the category that stands in the way, or put a filter of your own behind the model.",
    blind: "Filters of your own.",
    references: [
      "https://ai.google.dev/gemini-api/docs/safety-settings",
      "https://huggingface.co/docs/diffusers/api/pipelines/stable_diffusion/overview#tips",
    ],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'import google.generativeai as genai\nmodel = genai.GenerativeModel("gemini-pro", safety_settings={"HARM_CATEGORY_HARASSMENT": "BLOCK_NONE"})\n',
        },
      ],
      clean: [
        {
          code: 'import google.generativeai as genai\nmodel = genai.GenerativeModel("gemini-pro", safety_settings={"HARM_CATEGORY_HARASSMENT": "BLOCK_ONLY_HIGH"})\n',
        },
      ],
    },
  },
  wants: (file) =>
    ["safety", "BLOCK_NONE", "HARM_", "filter", "moderation"].some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const [name, off, of] of keywords) {
      for (const { call, value } of callsWith(view, name)) {
        if (value.is(off) && (of === undefined || of.test(call.name)))
          report(value, { extent: call });
      }
    }
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || target.attr !== "safety_checker" || assign.value === null)
        continue;
      // `self.safety_checker = None` is how a pipeline of one's own begins.
      if (target.value.kind === "Name" && target.value.id === "self") continue;
      if (assign.value.kind === "Lambda" || view.value(assign.value).is(null)) report(assign);
    }
    reportBlockNone(view, report);
  },
});
