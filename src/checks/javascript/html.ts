import type { PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import type { Expression } from "../../formats/python/nodes.ts";

/** Functions whose result has no script in it. */
const cleaners =
  /(?:^|[.@/])(?:sanitize\w*|sanitise\w*|purify|clean\w*|escape\w*|encode\w*|xss|filterXSS|stripTags|striptags|highlight\w*|codeToHtml|renderToString|renderToStaticMarkup|toSvg|stringify)(?:\(\)|$)|^(?:sanitize-html|xss|dompurify|isomorphic-dompurify|escape-html|he|html-escaper|serialize-javascript|devalue)\b/i;
/** Functions that make HTML of Markdown and let HTML through. */
const markdown =
  /^(?:marked(?:\.(?:marked|parse|parseInline|Marked\(\)\.parse|marked\.parse))?|showdown\.Converter\(\)\.makeHtml|markdown-it\(\)\.render(?:Inline)?|snarkdown|micromark\.micromark|markdown\.toHTML)$/;

const deepest = 12;

export type Markup = "clean" | "markdown" | "unknown";

/** What can be said of a text that becomes part of a page. */
export function judgeMarkup(view: JavaScriptView, value: PythonValue, depth = 0): Markup {
  if (value.constant() !== undefined || depth > deepest) return "clean";
  const origin = value.origin();
  const inner = (nodes: readonly Expression[]): Markup => {
    const all = nodes.map((each) => judgeMarkup(view, view.value(each), depth + 1));
    return (
      all.find((each) => each === "markdown") ?? all.find((each) => each === "unknown") ?? "clean"
    );
  };
  switch (origin.kind) {
    case "Await":
      return inner([origin.value]);
    case "JoinedStr":
      return inner(origin.values.flatMap((part) => (part.kind === "Constant" ? [] : [part.value])));
    case "BinOp":
      return inner([origin.left, origin.right]);
    case "BoolOp":
      return inner(origin.values);
    case "IfExp":
      return inner([origin.body, origin.orelse]);
    case "Call": {
      const name = view.value(origin.func).name();
      if (markdown.test(name)) return "markdown";
      if (cleaners.test(name)) return "clean";
      // `text.replace(…)`, `String(text)`: what went in comes out.
      if (
        origin.func.kind === "Attribute" &&
        /^(?:trim|toString|join|replace\w*)$/.test(origin.func.attr)
      )
        return inner([origin.func.value]);
      return "unknown";
    }
    default:
      return "unknown";
  }
}
