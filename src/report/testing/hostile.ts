/** Text that attacks the reader of a report: terminals, pages, logs, Markdown, XML. */
export const hostileTexts: readonly string[] = [
  "\u001b[2J\u001b[1;1H\u001b[32mAll clear\u001b[0m\u0007",
  "\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\",
  "</script><script>alert(1)</script>",
  `"><img src=x onerror=alert(1)> ' onmouseover='alert(1)`,
  "]]>&amp;&#0;<![CDATA[",
  "\n::error file=a.py,line=1::forged%0A\r\n::set-output name=x::y",
  "@everyone #1 [click](https://evil.example) ![x](https://evil.example/p.png) | a | `b` ``` ~~~",
  "admin\u202e\u2066 // only\u2069 \u2066code\u200b\ufeff\u{e0041}",
  "\ud800 lone \udc00 surrogates \u0000 nul \u009b31m c1",
  "日本語のパス 👩‍🔬 e\u0301 ｗｉｄｅ",
];
