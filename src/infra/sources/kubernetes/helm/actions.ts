/** What stands between `{{` and `}}`. */
export interface Action {
  readonly start: number;
  readonly end: number;
  /** Without braces, trim markers and outer white space. */
  readonly body: string;
  /** `if`, `else`, `end`, `range`, `with`, `define`, `block`, `comment`, or empty for values. */
  readonly keyword: string;
}

/** Actions of one file that are read; more than 65,536 could not be told apart afterwards. */
const maxActions = 20_000;

/**
 * True for a text that has to be rendered by Helm before it is YAML. Argo's `{{inputs.…}}` and the
 * `{{ $labels.… }}` of Prometheus are not Helm's: they stand in texts of finished manifests.
 */
export function isHelmTemplate(text: string): boolean {
  return objects.test(text) || statements.test(text);
}

const objects =
  /\{\{-?\s{0,50}[^{}\n]{0,200}\.(?:Values|Release|Chart|Files|Capabilities|Template)\b/;
/** Behind a dollar sign it is an expression of Azure Pipelines or GitHub. */
const statements =
  /(?<!\$)\{\{-?\s{0,50}(?:(?:include|template|define|block)\s{1,50}"|(?:if|range|with|end|else)\b|\/\*|\$\w{1,100}\s{0,50}:?=)/;

/** The actions of a template, in their order; `isCut` where it could not be read to its end. */
export function readActions(text: string): { actions: readonly Action[]; isCut: boolean } {
  const actions: Action[] = [];
  let at = text.indexOf("{{");
  while (at >= 0) {
    const end = endOf(text, at + 2);
    if (end === undefined || actions.length >= maxActions) return { actions, isCut: true };
    const body = text
      .slice(at + 2, end - 2)
      .replace(/^-(?=\s)/, "")
      .replace(/(?<=\s)-$/, "")
      .trim();
    actions.push({ start: at, end, body, keyword: keywordOf(body) });
    at = text.indexOf("{{", end);
  }
  return { actions, isCut: false };
}

function keywordOf(body: string): string {
  if (body.startsWith("/*")) return "comment";
  const word = /^(?:if|else|end|range|with|define|block)\b/.exec(body)?.[0];
  return word ?? "";
}

/** After the `}}` that closes; texts in quotes may hold braces. */
function endOf(text: string, from: number): number | undefined {
  const comment = /^-?\s{0,10}\/\*/.exec(text.slice(from, from + 14));
  if (comment !== null) {
    const close = text.indexOf("*/", from + comment[0].length);
    const end = close < 0 ? -1 : text.indexOf("}}", close);
    return end < 0 ? undefined : end + 2;
  }
  for (let at = from; at < text.length; at++) {
    const char = text[at]!;
    if (char === "}" && text[at + 1] === "}") return at + 2;
    if (char === "`") {
      at = text.indexOf("`", at + 1);
      if (at < 0) return undefined;
    } else if (char === '"') at = endOfQuote(text, at);
  }
  return undefined;
}

function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"' || text[at] === "\n") return at;
  }
  return text.length;
}
