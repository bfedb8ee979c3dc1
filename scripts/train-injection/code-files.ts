import { pick, type Chance } from "./grammar.ts";

/** A language of code or of talk about it: `$` and a letter in a line is a name, `%` a number. */
interface Language {
  readonly comment: string;
  readonly head: readonly string[];
  /** How a function is opened and closed. */
  readonly open: readonly string[];
  readonly close: string;
  readonly lines: readonly string[];
}

const split = (text: string): readonly string[] => text.trim().split("\n");

const languages: readonly Language[] = [
  {
    comment: "#",
    head: split(
      "import os\nfrom $a import $b\nimport $a as $b\nimport requests, json\n#!/usr/bin/env python3",
    ),
    open: split(
      'def $f($a, $b=None):\nclass $C($D):\nasync def $f(self, $a: str) -> int:\n@$a.route("/$b")\nif __name__ == "__main__":',
    ),
    close: "",
    lines: split(
      '    $a = $b.$f($c)\n    return $a\n    for $a in $b:\n        $c.append($a[%])\n    with open($a, "rb") as $b:\n        $c = $b.read()\n    if not $a: raise ValueError("no $b")\n    print(f"{$a}: {$b}")\n    self.$a = $b or %\n    $a = requests.post($b, json=$c, timeout=%)\n    except KeyError as error: log.warning("no %s", error)\n    $a = os.environ.get("$B")\n    subprocess.run(["$a", "--$b"], check=True)\n    $a = [x.$b for x in $c if x.$d]\n    assert $f(%) == %\n    $a = df.groupby("$b")["$c"].mean()',
    ),
  },
  {
    comment: "//",
    head: split(
      'const $a = require("$b");\nimport { $a, $b } from "./$c.js";\n"use strict";\nimport React from "react";\nexport * from "$a";',
    ),
    open: split(
      "function $f($a, $b) {\nexport async function $f($a) {\nconst $f = ($a) => {\nclass $C extends $D {\n$a.get('/$b', async (req, res) => {",
    ),
    close: "}",
    lines: split(
      "  const $a = await $b.$f($c);\n  if (!$a) return res.status(404).json({ error: '$b' });\n  return $a.map(($b) => $b.$c);\n  $a.$b = $c ?? %;\n  console.log($a);\n  document.querySelector('#$a').addEventListener('click', $f);\n  const { $a, $b } = req.body;\n  throw new Error(`no ${$a}`);\n  fetch('/api/$a', { method: 'POST', body: JSON.stringify($b) })\n  for (const [$a, $b] of Object.entries($c)) $d.push($b);\n  process.env.$B\n  module.exports = { $f };\n  <$C $a={$b} onClick={() => $f($c)} />\n  setTimeout($f, %);",
    ),
  },
  {
    comment: "//",
    head: split(
      "package org.$a.$b;\nimport java.util.$C;\nusing System.$C;\nnamespace $C.$D;\nimport kotlinx.$a.$C",
    ),
    open: split(
      "public class $C {\npublic static void main(String[] args) {\n    private $C $f($D $a) throws IOException {\n    @Override public int $f() {\nfun $f($a: $C): $D {\npublic async Task<$C> $fAsync($D $a) {",
    ),
    close: "}",
    lines: split(
      '        $C $a = new $C($b);\n        return $a.$f($b);\n        for ($C $a : $b) {\n        System.out.println("$a " + $b);\n        private final $C $a;\n        if ($a == null) throw new IllegalArgumentException("$b");\n        $a.stream().map($C::$f).toList();\n        var $a = await _$b.$f($c);\n        try { $a.close(); } catch (IOException e) { log.warn("$b", e); }\n        val $a = $b?.$c ?: return\n        Console.WriteLine($a);\n        int $a = %;\n        List<$C> $a = new ArrayList<>();',
    ),
  },
  {
    comment: "//",
    head: split(
      "#include <stdio.h>\n#include <$a.h>\n#include <vector>\nusing namespace std;\n#define $B %",
    ),
    open: split(
      "int main(int argc, char **argv)\n{\nstatic int $f(struct $a *$b, size_t n) {\nvoid $C::$f(const std::string& $a) {\ntemplate <typename T> class $C {\nstruct $a {",
    ),
    close: "}",
    lines: split(
      '    int $a = %;\n    char *$a = malloc(%);\n    if (!$a) return -1;\n    printf("%d\\n", $a);\n    for (int i = 0; i < $a; i++) $b[i] = $c;\n    free($a);\n    $a->$b = $c;\n    std::vector<int> $a = {%, %};\n    while ((c = getchar()) != EOF) $f(c);\n    memcpy($a, $b, sizeof($c));\n    return 0;\n    std::cout << $a << std::endl;\n    auto $a = $b.find($c);\n    fprintf(stderr, "no $a\\n");',
    ),
  },
  {
    comment: "//",
    head: split('package $a\nimport "fmt"\nuse std::$a::$C;\nuse crate::$a;\n#![allow(dead_code)]'),
    open: split(
      "func $f($a string) ($C, error) {\nfunc ($a *$C) $f() int {\npub fn $f($a: &str) -> Result<$C, Error> {\nimpl $C for $D {\nfunc $f(_ $a: Int) -> String {\ntype $C struct {",
    ),
    close: "}",
    lines: split(
      '\tif err != nil { return nil, err }\n\t$a, err := $b.$f($c)\n\tfmt.Println($a, %)\n\tdefer $a.Close()\n\tfor _, $a := range $b {\n    let mut $a = Vec::new();\n    let $a = $b.$f()?;\n    match $a { Some($b) => $f($b), None => return }\n    println!("{}", $a);\n    guard let $a = $b else { return }\n    $a.push($b);\n    #[test]\n    assert_eq!($f(%), %);\n    Ok($a)\n\treturn $a[%:]',
    ),
  },
  {
    comment: "--",
    head: split("BEGIN;\nUSE $a;\nSET search_path TO $a;\nCREATE TABLE $a ("),
    open: split(
      "SELECT $a, $b\nCREATE OR REPLACE VIEW $a AS\nINSERT INTO $a ($b, $c)\nUPDATE $a\nDELETE FROM $a",
    ),
    close: ";",
    lines: split(
      "FROM $a JOIN $b ON $b.id = $a.$c\nWHERE $a > % AND $b IS NOT NULL\nGROUP BY $a HAVING count(*) > %\nORDER BY $a DESC LIMIT %;\n  $a integer NOT NULL DEFAULT %,\n  $b varchar(%) UNIQUE,\nVALUES (%, '$a'), (%, '$b');\nSET $a = '$b'\nCREATE INDEX ON $a ($b);\nALTER TABLE $a ADD COLUMN $b text;\nGRANT SELECT ON $a TO $b;\nDROP TABLE IF EXISTS $a;",
    ),
  },
  {
    comment: "#",
    head: split(
      "#!/bin/bash\nset -e\nFROM $a:%\nname: $a\n$B ?= %\nversion: '%'\nrequire '$a'\nlibrary($a)\nresource \"$a\" \"$b\" {",
    ),
    open: split(
      "$f() {\njobs:\nall: $a $b\nif [ -f $a ]; then\nservices:\ndef $f($a)\n$f <- function($a) {\nfunction $C-$D {\nserver {",
    ),
    close: "",
    lines: split(
      '  echo "$a: ${$B}"\n  curl -s https://$a.org/$b -o $c\n  for $a in *.$b; do $c "$a"; done\n  cp -r $a /$b/$c\nRUN apt-get install -y $a\nCOPY $a /$b\nENV $B=%\n  - run: npm ci\n  - $a: $b\n    image: $a:%\n\t$(CC) -o $@ $<\n  systemctl restart $a\n  rm -rf $a/tmp\n  grep -v $a $b | sort -u > $c\n  listen %;\n  proxy_pass http://$a:%;\n  $a.each { |$b| puts $b.$c }\n  end\n  $a %>% filter($b > %)\n  Get-ChildItem $$a | ForEach-Object { $_.Name }\n  export $B="$a"\n  ssh $a@$b "$c"\n  $a = %\n  chmod 600 $a\n  crontab -l',
    ),
  },
  {
    comment: "<!--",
    head: split(
      '<!DOCTYPE html>\n<html lang="en">\n<?php\n<template>\n<?xml version="1.0"?>\n<style>',
    ),
    open: split(
      '<div class="$a">\n<form action="/$a" method="post">\n<ul id="$a">\n<project name="$a">\n<table>',
    ),
    close: "</div>",
    lines: split(
      '  <p>$a $b</p>\n  <input type="text" name="$a">\n  <a href="/$a/$b">$c</a>\n  <script src="$a.js"></script>\n  <li>{{ $a.$b }}</li>\n  <button onclick="$f()">$a</button>\n  <img src="$a.png" alt="$b">\n  $$a = $_POST["$b"];\n  echo htmlspecialchars($$a);\n  <td>%</td>\n  .$a { margin: %px; }\n  <$a>$b</$a>',
    ),
  },
  {
    comment: "#",
    head: split(
      "Traceback (most recent call last):\n$ npm start\nBuild failed with % errors\nException in thread \"main\" java.lang.$CException: $a\nTypeError: Cannot read property '$a' of undefined\npanic: runtime error: index out of range [%]",
    ),
    open: split(
      "2023-%-% %:%:% INFO $a: started\n[%] $a.$b - $f\nCaused by: $a.$b.$CError: no $c\nStarting $a on port %",
    ),
    close: "",
    lines: split(
      "  File \"/srv/$a/$b.py\", line %, in $f\n    $a.$f($b)\n    at $C.$f ($a.js:%:%)\n\tat org.$a.$C.$f($C.java:%)\n2023-%-% %:%:% ERROR $a: could not $b $c\nWARN  $a: $b is deprecated\nnpm ERR! code E%\n$a.c:%:%: error: expected ';' before '$b'\nGET /$a/$b 200 %ms\n[%] DEBUG $a=$b $c=%\nKeyError: '$a'\nsegmentation fault (core dumped)\n% passed, % failed in %s\n10.0.%.% - - \"POST /$a HTTP/1.1\" 500 %",
    ),
  },
];

const names = split(
  "user\ndata\nrow\nitems\nresult\nkey\nvalue\npath\nname\ntotal\ncount\norder\nconfig\nclient\nserver\nmessage\ntoken\nsession\nfile\nindex\nbuffer\nnode\nlist\nrequest\nresponse\nquery\nreport\nprice\ncustomer\nimage\ncache\nqueue\nworker\nlogger\nparser\nmodel\ninvoice\nevent\nstream\nheader\nsensor\nplayer\nscore\nroute\nfield\nbook\ncourse\nstate\nstock\nmap\npage\ntask\nmail\nscale\nweather\ncity",
);
const verbs = split(
  "get\nload\nsave\nparse\nsend\nfind\nread\nwrite\nrender\ninit\nupdate\nremove\nadd\ncheck\nbuild\nmake\nrun\nfetch\nsort\nvalidate\nsum\nclose\nopen\nencode\nprint",
);

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1);

function filled(line: string, chance: Chance): string {
  return line.replaceAll(
    /\$([a-dfA-D])(?![a-z(]\w)|%(?![>s]\w?)/g,
    (_, letter: string | undefined) => {
      if (letter === undefined) return String(Math.floor(chance() * 200));
      if (letter === "f")
        return pick(verbs, chance) + (chance() < 0.7 ? capital(pick(names, chance)) : "");
      if (letter === "B") return `${pick(names, chance)}_${pick(names, chance)}`.toUpperCase();
      const name = pick(names, chance);
      if (letter === "C" || letter === "D") return capital(name) + capital(pick(names, chance));
      return chance() < 0.3 ? `${name}_${pick(names, chance)}` : name;
    },
  );
}

/** What comments are written, line by line. */
type Remark = () => string;

/** A line as a comment, in one of the forms that its language has. */
function remarked(line: string, comment: string, chance: Chance): string {
  const indent = pick(["", "", "", "    ", "  "], chance);
  const dice = chance();
  if (comment === "<!--") return `${indent}<!-- ${line} -->`;
  if (comment === "//" && dice < 0.15) return `${indent}/* ${line} */`;
  if (comment === "//" && dice < 0.3) return `${indent}/**\n${indent} * ${line}\n${indent} */`;
  if (comment === "//" && dice < 0.35) return `${indent}/// ${line}`;
  if (comment === "#" && dice < 0.15) return `${indent}"""${line}"""`;
  const mark = pick(["", "", "", "", "", "", "NOTE: ", "TODO: ", "Note: "], chance);
  return `${indent}${comment} ${mark}${line}`;
}

/** A line that stands in code, and whether as a comment or bare. */
export interface Inset {
  readonly line: string;
  readonly isComment: boolean;
}

/** A piece of code with comments, and with a line at its start, in its middle or at its end. */
export function codeFile(remark: Remark, chance: Chance, inset?: Inset): string {
  const { comment, head, open, close, lines } = pick(languages, chance);
  const out: string[] = [];
  for (let count = Math.floor(chance() * 4); count > 0; count--)
    out.push(filled(pick(head, chance), chance));
  for (let part = 1 + Math.floor(chance() * 3); part > 0; part--) {
    if (chance() < 0.35) out.push(remarked(remark(), comment, chance));
    out.push(filled(pick(open, chance), chance));
    for (let count = 1 + Math.floor(chance() * 6); count > 0; count--) {
      out.push(filled(pick(lines, chance), chance));
      if (chance() < 0.08) out.push(remarked(remark(), comment, chance));
    }
    if (close !== "") out.push(close);
    if (chance() < 0.5) out.push("");
  }
  if (chance() < 0.15) {
    // Someone asks about it, or answers.
    out.unshift(remark(), "");
    if (chance() < 0.6) out.push("", remark());
  }
  if (inset === undefined) return out.join("\n");
  const line = inset.isComment ? remarked(inset.line, comment, chance) : inset.line;
  const at = pick([0, out.length, 1 + Math.floor(chance() * out.length)], chance);
  out.splice(at, 0, line);
  if (chance() < 0.2) out.splice(at + 1, 0, "");
  return out.join("\n");
}
