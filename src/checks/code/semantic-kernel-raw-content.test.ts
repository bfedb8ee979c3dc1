import { checkCases } from "../../testing/check-cases.ts";
import { semanticKernelRawContent } from "./semantic-kernel-raw-content.ts";

checkCases(semanticKernelRawContent, {
  found: [
    "PromptTemplateConfig(template=t, allow_dangerously_set_content=True)",
    "InputVariable(\n  name='x',\n  allow_dangerously_set_content=True)",
    "kw = {'allow_dangerously_set_content': True}\nInputVariable(**kw)",
  ],
  clean: [
    "InputVariable(name='x', allow_dangerously_set_content=False)",
    "InputVariable(name='x', allow_dangerously_set_content=allow_dangerously_set_content)",
  ],
});
