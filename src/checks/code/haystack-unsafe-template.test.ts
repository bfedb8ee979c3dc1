import { checkCases } from "../../testing/check-cases.ts";
import { haystackUnsafeTemplate } from "./haystack-unsafe-template.ts";

checkCases(haystackUnsafeTemplate, {
  found: [
    "from haystack.components.converters import OutputAdapter as A\nA(template=t, output_type=str, unsafe=True)",
    "import haystack.components.routers as r\nr.ConditionalRouter(\n  routes,\n  unsafe=True,\n)",
    "from haystack.components.routers import ConditionalRouter\nkw = dict(unsafe=True)\nConditionalRouter(routes, **kw)",
  ],
  clean: [
    "from haystack.components.converters import OutputAdapter\nOutputAdapter(template=t, output_type=str)",
    "from haystack.components.converters import OutputAdapter\nOutputAdapter(template=t, unsafe=False)",
    "import haystack\nThing(unsafe=True)",
  ],
});
