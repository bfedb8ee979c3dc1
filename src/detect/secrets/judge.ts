// What tells a real secret from a text that stands for one, from a word, from a hash of the design.

/** Words that stand in the place of a secret, wherever they are in it. */
const placeholderWords =
  /example|placeholder|changeme|change[-_]?me|replace[-_]?(?:me|this|with)|your[-_ ]?(?:own|api|key|token|secret|password|access|client|project|org)|redacted|dummy|notreal|not[-_]real|api[-_]?key[-_]?here|[-_]here(?:$|[-_])|xxxx|\*\*\*|\.\.\.|…|•/i;

/** The same, in a text that is made of words. */
const placeholderParts =
  /(?:^|[-_ .<])(?:your|my|some|any|the|fake|mock|sample|insert|todo|tbd|fixme|foo|bar|hidden|masked|invalid|not[-_]?a|no[-_]?real)(?:[-_ .>]|$)/i;

/** Texts that are filled in later: shell, Jinja, Python and C formats, XML, environment. */
const template =
  /\$\{|\$\(|^\$[A-Za-z_]|\$[A-Z_]{3,}|\{\{|\}\}|<%|%>|%\(|%[sdvr]\b|\{[A-Za-z_0-9.]*\}|<[A-Za-z][^>]{0,60}>|\[[A-Z_ ]{3,}\]|process\.env|os\.environ|getenv|secrets\.|vars\./;

/** Sequences that nobody draws at random. */
const sequences =
  /0123456|1234567|2345678|3456789|9876543|abcdefg|bcdefgh|ghijklm|hijklmn|tuvwxyz|qwertyu|asdfghj|zxcvbnm|deadbeef|cafebabe|abcabc|123123|a1b2c3d4/i;

/** Documented examples that look like real keys. */
const documented = new Set([
  "AKIAIOSFODNN7EXAMPLE",
  "AKIAI44QH8DHBEXAMPLE",
  "ASIAIOSFODNN7EXAMPLE",
  "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
  "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEHLM+4QDU5DE2nQ9nDuVTqobD4b8mGGyPMbIZnqyMsEcaGQy67XIw/Jw==",
]);

/** What is judged of a longer text, so that a text full of beginnings costs little for each. */
const judged = 200;

/** True for a text that stands where a secret will be. */
export function isPlaceholder(text: string): boolean {
  const value = text.length > judged ? text.slice(0, judged) : text;
  return (
    placeholderWords.test(value) ||
    (placeholderParts.test(value) && wordiness(value) > 0.5) ||
    template.test(value) ||
    sequences.test(value) ||
    documented.has(value) ||
    longestRun(value) >= Math.max(5, value.length / 8)
  );
}

function longestRun(value: string): number {
  let longest = 0;
  let run = 0;
  for (let at = 0; at < value.length; at++) {
    run = at > 0 && value.charCodeAt(at) === value.charCodeAt(at - 1) ? run + 1 : 1;
    if (run > longest) longest = run;
  }
  return longest;
}

const counts = new Uint16Array(128);

/** Shannon's entropy of the characters, in bits for each. */
export function entropyOf(value: string): number {
  counts.fill(0);
  let others = 0;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 128) counts[code]!++;
    // A character beyond ASCII is one more of a kind: keys have none.
    else others++;
  }
  let bits = 0;
  for (const count of counts) {
    if (count > 0) bits -= count * Math.log2(count / value.length);
  }
  if (others > 0) bits -= others * Math.log2(1 / value.length);
  return value.length === 0 ? 0 : bits / value.length;
}

/** Pairs of letters that words are made of: the hundred most common of English, and of code. */
export const commonPairs = new Set(
  (
    "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co " +
    "me de hi ri ro ic ne ea ra ce li ch ll be ma si om ur ca el ta la ns di fo ho pe ec pr no ct us " +
    "ac ot il tr ly nc et ut ss so rs un lo wa ge ie wh ee wi em ad ol rt po we na ul ni ts mo ow pa " +
    "im mi ai sh ir su id os iv ia am fi ci vi pl ig tu ev ld ry mp fe bl ab gh ty op wo sa ay ex ke " +
    "fr oo av ag if ap gr od bo sp rd do uc bu ei ov by rm ep tt oc fa ef cu rn sc gi da yo cr cl du " +
    "ga qu ue ff ba ey ls va um pp ua up lu go ht ru ug ds lt pi rc rr eg au ck ew mu br bi pt ak pu " +
    "ui rg ib tl ny ki rk ys ob mm fu ph og ms ye ud mb ip ub oi rl gu dr hr cc tw ft wn nu af hu nn"
  ).split(" "),
);

/** Share of the neighbouring letters that are a common pair: about 0.4 of random text, 0.8 of words. */
export function wordiness(value: string): number {
  const lower = value.toLowerCase();
  let pairs = 0;
  let common = 0;
  for (let at = 1; at < lower.length; at++) {
    const first = lower.charCodeAt(at - 1);
    const second = lower.charCodeAt(at);
    if (first < 97 || first > 122 || second < 97 || second > 122) continue;
    pairs++;
    if (commonPairs.has(lower.slice(at - 1, at + 1))) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}

/** How the characters of a value are mixed. */
interface Mix {
  readonly digits: number;
  readonly lower: number;
  readonly upper: number;
  readonly other: number;
  /** Changes between letters and digits, and between cases after the first letter of a word. */
  readonly changes: number;
}

export function mixOf(value: string): Mix {
  const mix = { digits: 0, lower: 0, upper: 0, other: 0, changes: 0 };
  let before = -1;
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    let kind = 3;
    if (code >= 48 && code <= 57) kind = 0;
    else if (code >= 97 && code <= 122) kind = 1;
    else if (code >= 65 && code <= 90) kind = 2;
    if (kind === 0) mix.digits++;
    else if (kind === 1) mix.lower++;
    else if (kind === 2) mix.upper++;
    else mix.other++;
    // A capital before small letters is how names are written: `CamelCase`.
    if (
      before >= 0 &&
      kind !== before &&
      kind !== 3 &&
      before !== 3 &&
      !(before === 2 && kind === 1)
    )
      mix.changes++;
    before = kind;
  }
  return mix;
}

/** True where the rest of a key, after its prefix, can have been drawn at random. */
export function looksDrawn(text: string): boolean {
  const body = text.length > judged ? text.slice(0, judged) : text;
  const size = body.length;
  // What costs least comes first: most texts that are no key have few characters.
  if (size === 0 || new Set(body).size < Math.min(8, Math.ceil(size / 3))) return false;
  const isHex = /^[0-9a-f-]+$/i.test(body);
  const needed = isHex ? 2.6 : size >= 30 ? 3.4 : size >= 18 ? 3 : 2.6;
  if (entropyOf(body) < needed || isPlaceholder(body)) return false;
  const { digits, upper, lower } = mixOf(body);
  if (isHex) return digits > 0 || size < 12;
  if (digits === 0 && (upper === 0 || lower === 0)) return wordiness(body) < 0.62;
  if (digits <= 2 && size >= 16) return wordiness(body) < 0.75;
  return true;
}
