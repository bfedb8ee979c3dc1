// Draws texts that a form describes, for the forms of `detect/secrets`: literals, classes, groups with
// alternatives, repetitions with limits. Nothing that looks like a key stands in the repository.

/** An integer from 0 to `below`, exclusive. */
export type Below = (below: number) => number;

function classOf(body: string): string {
  let letters = "";
  for (let at = 0; at < body.length; at++) {
    const first = body[at] === "\\" ? body[++at]! : body[at]!;
    if (body[at + 1] === "-" && at + 2 < body.length) {
      const last = body[at + 2]!;
      for (let code = first.charCodeAt(0); code <= last.charCodeAt(0); code++)
        letters += String.fromCharCode(code);
      at += 2;
    } else letters += first;
  }
  return letters;
}

function closing(form: string, open: number): number {
  let depth = 0;
  for (let at = open; at < form.length; at++) {
    if (form[at] === "\\") at++;
    else if (form[at] === "[") at = form.indexOf("]", at);
    else if (form[at] === "(") depth++;
    else if (form[at] === ")" && --depth === 0) return at;
  }
  throw new Error(`no end of the group in ${form}`);
}

function alternatives(form: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < form.length; at++) {
    if (form[at] === "\\") at++;
    else if (form[at] === "[") at = form.indexOf("]", at);
    else if (form[at] === "(") at = closing(form, at);
    else if (form[at] === "|") {
      parts.push(form.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, form.slice(from)];
}

/** One of the texts that `form` matches; long repetitions are kept near their beginning. */
export function draw(form: string, below: Below): string {
  const choices = alternatives(form);
  if (choices.length > 1) return draw(choices[below(choices.length)]!, below);
  let text = "";
  for (let at = 0; at < form.length;) {
    let one: () => string;
    if (form[at] === "[") {
      const end = form.indexOf("]", at);
      const letters = classOf(form.slice(at + 1, end));
      one = () => letters[below(letters.length)]!;
      at = end + 1;
    } else if (form[at] === "(") {
      const end = closing(form, at);
      const inner = form
        .slice(at, end + 1)
        .replace(/^\((?:\?:)?/, "")
        .slice(0, -1);
      one = () => draw(inner, below);
      at = end + 1;
    } else {
      const letter = form[at] === "\\" ? form[++at]! : form[at]!;
      one = () => letter;
      at++;
    }
    const counts = /^(?:\{(\d+)(?:,(\d+))?\}|\?)/.exec(form.slice(at));
    let count = 1;
    if (counts !== null) {
      const isOptional = counts[0] === "?";
      const least = isOptional ? 0 : Number(counts[1]);
      const most = isOptional ? 1 : Number(counts[2] ?? counts[1]);
      count = least + below(Math.min(most - least, 40) + 1);
      at += counts[0].length;
    }
    for (let each = 0; each < count; each++) text += one();
  }
  return text;
}
