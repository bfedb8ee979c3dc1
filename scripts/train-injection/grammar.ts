/** A source of chance that gives the same sequence for the same seed (mulberry32). */
export type Chance = () => number;
export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let hash = Math.imul(state ^ (state >>> 15), 1 | state);
    hash = (hash + Math.imul(hash ^ (hash >>> 7), 61 | hash)) ^ hash;
    return ((hash ^ (hash >>> 14)) >>> 0) / 4294967296;
  };
}

export function pick<Value>(values: readonly Value[], chance: Chance): Value {
  return values[Math.floor(chance() * values.length)]!;
}

/** Rules of a grammar: a name, and one form a line. */
export type Grammar = ReadonlyMap<string, readonly string[]>;

/** Reads lines `name: form` and `  form` (one more form of the name above); `#` begins a remark. */
export function readGrammar(source: string): Grammar {
  const rules = new Map<string, string[]>();
  let forms: string[] = [];
  for (const line of source.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const found = /^([a-z0-9-]+):\s*(.*)$/i.exec(line);
    if (found !== null) {
      forms = rules.get(found[1]!) ?? [];
      rules.set(found[1]!, forms);
      if (found[2] !== "") forms.push(found[2]!);
    } else forms.push(line.trim());
  }
  return rules;
}

/** Writes out a form: `{a|b}` is a choice, `[a]` is there half of the time, `<name>` is a rule, `\n` a line. */
export function expand(form: string, grammar: Grammar, chance: Chance): string {
  let out = "";
  for (let at = 0; at < form.length; at++) {
    const char = form[at]!;
    if (char === "{" || char === "[") {
      const end = closing(form, at);
      const inner = form.slice(at + 1, end);
      if (char === "{") out += expand(pick(choices(inner), chance), grammar, chance);
      else if (chance() < 0.5) out += expand(inner, grammar, chance);
      at = end;
    } else if (char === "<" && /^<[a-z0-9-]+>/i.test(form.slice(at, at + 40))) {
      const end = form.indexOf(">", at);
      const name = form.slice(at + 1, end);
      const forms = grammar.get(name);
      if (forms === undefined) throw new Error(`no rule ${name}`);
      out += expand(pick(forms, chance), grammar, chance);
      at = end;
    } else if (char === "\\" && form[at + 1] === "n") {
      out += "\n";
      at++;
    } else out += char;
  }
  return out;
}

function closing(form: string, open: number): number {
  let depth = 0;
  for (let at = open; at < form.length; at++) {
    if (form[at] === "{" || form[at] === "[") depth++;
    else if (form[at] === "}" || form[at] === "]") depth--;
    if (depth === 0) return at;
  }
  throw new Error(`not closed: ${form}`);
}

function choices(inner: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= inner.length; at++) {
    const char = inner[at];
    if (char === "{" || char === "[") depth++;
    else if (char === "}" || char === "]") depth--;
    else if (char === undefined || (char === "|" && depth === 0)) {
      found.push(inner.slice(start, at));
      start = at + 1;
    }
  }
  return found;
}

const brackets: Readonly<Record<string, string>> = { "«": "[", "»": "]", "‹": "<", "›": ">" };

/** A sentence of a rule, with one blank between words. */
export function sentence(name: string, grammar: Grammar, chance: Chance): string {
  const text = expand(`<${name}>`, grammar, chance);
  return text
    .replaceAll(/[«»‹›]/g, (sign) => brackets[sign]!)
    .replaceAll(/ {2,}/g, " ")
    .replaceAll(/ ([.,!?])/g, "$1")
    .trim();
}
