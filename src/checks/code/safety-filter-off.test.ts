import { checkCases } from "../../testing/check-cases.ts";
import { safetyFilterOff } from "./safety-filter-off.ts";

checkCases(safetyFilterOff, {
  found: [
    'genai.GenerativeModel("gemini-pro", safety_settings={HarmCategory.HARM_CATEGORY_HATE_SPEECH: HarmBlockThreshold.BLOCK_NONE})',
    'model.generate_content(p, safety_settings=[{"category": "HARM_CATEGORY_HARASSMENT", "threshold": "BLOCK_NONE"}])',
    'from google.genai import types\ntypes.SafetySetting(category="HARM_CATEGORY_HARASSMENT", threshold="BLOCK_NONE")',
    'StableDiffusionPipeline.from_pretrained("a/b", safety_checker=None)',
    'StableDiffusionPipeline.from_pretrained("a/b", requires_safety_checker=False)',
    "pipe.safety_checker = lambda images, **kw: (images, [False] * len(images))",
    "pipe.safety_checker = None",
  ],
  clean: [
    "self.safety_checker = None",
    'x = {"threshold": "BLOCK_ONLY_HIGH"}',
    'x = {"threshold": 0.5, "mode": "OFF"}',
    "f(safety_checker=None)",
    "StableDiffusionPipeline.from_pretrained(p, safety_checker=checker)",
  ],
});
