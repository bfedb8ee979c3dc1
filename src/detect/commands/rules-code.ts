// SQL, and code in Python, JavaScript, PHP and Java.
import { ruleOf, type CommandRow, type CommandRule } from "./rule.ts";

const rest = String.raw`[^\n]{0,300}?`;
const name = String.raw`["'\x60\[]?[\w$.-]{1,80}["'\x60\]]?`;
const rows: readonly CommandRow[] = [
  [
    "drop-database",
    "drop",
    String.raw`drop\s{1,4}(?:database|schema|user|role|tablespace)\s{1,4}(?:if\s{1,4}exists\s{1,4})?${name}`,
    0.7,
  ],
  [
    "drop-table",
    "drop",
    String.raw`drop\s{1,4}table\s{1,4}(?:if\s{1,4}exists\s{1,4})?${name}`,
    0.55,
  ],
  ["drop-table", "truncate", String.raw`truncate\s{1,4}table\s{1,4}${name}`, 0.55],
  [
    "delete-all-rows",
    "delete",
    String.raw`delete\s{1,4}from\s{1,4}${name}\s{0,4}(?:;|$|where\s{1,4}(?:1\s{0,2}=\s{0,2}1|true)\b)`,
    0.6,
  ],
  [
    "sql-injection",
    "or drop union delete",
    String.raw`(?:or\s{1,4}(['"]?)(\w{1,8})\1\s{0,4}=\s{0,4}\1\2\1?\s{0,4}(?:--|#|;)|(?:drop|delete)[^\n;]{1,120};?\s{0,4}--)(?<=['"]\s{0,4}[;)]?\s{0,4}(?:or|drop|delete|union)\b[^\n]{0,200})`,
    0.8,
  ],
  ["sql-shell", "xp_cmdshell sp_oacreate", String.raw`(?:xp_cmdshell|sp_oacreate)`, 0.9],
  [
    "sql-shell",
    "copy",
    String.raw`copy\s{1,4}[^\n;]{1,120}(?:from|to)\s{1,4}program\s{1,4}['"]`,
    0.9,
  ],
  ["sql-files", "into", String.raw`into\s{1,4}(?:outfile|dumpfile)\s{1,4}['"]`, 0.75],
  [
    "sql-files",
    "load_file pg_read_file pg_read_binary_file lo_export lo_import load_extension utl_http",
    String.raw`\w{1,24}\s{0,2}\(\s{0,4}['"]`,
    0.7,
  ],
  [
    "sql-grant-all",
    "grant",
    String.raw`grant\s{1,4}all(?:\s{1,4}privileges)?\s{1,4}on\s{1,4}\*\.\*\s{1,4}to\s[^\n;]{1,60}(?:@['"]%|with\s{1,4}grant)`,
    0.6,
  ],
  [
    "sql-delay",
    "waitfor pg_sleep benchmark",
    String.raw`(?:waitfor\s{1,4}delay\s{1,4}['"]|pg_sleep\s{0,2}\(\s{0,2}\d|benchmark\s{0,2}\(\s{0,2}\d{5,})`,
    0.5,
  ],
  ["drop-database", "flushall db", String.raw`(?:flushall\b|db\.dropdatabase\s{0,2}\(\))`, 0.65],
  [
    "delete-root",
    "shutil",
    String.raw`shutil\.rmtree\s{0,2}\(\s{0,4}(?:["'](?:/|~|/(?:etc|usr|var|home|bin|boot))/?["']|os\.path\.expanduser\s{0,2}\(["']~/?["']\))`,
    0.9,
  ],
  [
    "run-downloaded",
    "exec eval",
    String.raw`(?:exec|eval)\s{0,2}\(${rest}(?:urlopen|requests\.get|urllib|httpx\.get|fetch\s{0,2}\(|b64decode|a2b_hex|zlib\.decompress|marshal\.loads|codecs\.decode|atob\s{0,2}\(|base64_decode|gzinflate|str_rot13|fromcharcode|buffer\.from)`,
    0.9,
  ],
  [
    "run-downloaded",
    "assert system eval passthru shell_exec exec",
    String.raw`(?:assert|system|eval|passthru|shell_exec|exec)\s{0,2}\(\s{0,4}@?\$_(?:get|post|request|cookie)`,
    0.95,
  ],
  [
    "hidden-import",
    "__import__",
    String.raw`__import__\s{0,2}\(\s{0,2}["'](?:os|subprocess|pty|socket|ctypes)["']\s{0,2}\)\s{0,2}\.\s{0,2}(?:system|popen|spawn|exec\w{0,4}|call|run|socket|check_output)`,
    0.8,
  ],
  [
    "reverse-shell",
    "socket import use",
    String.raw`(?:socket|import|use)\b[^\n]{0,300}(?:dup2|pty\.spawn|exec\s{0,2}\{?\s{0,2}\(?["']/bin/(?:ba)?sh|subprocess\.(?:call|popen|run)\s{0,2}\(\s{0,2}\[?["']/bin/(?:ba)?sh)(?<=(?:socket|inet)[^\n]{0,400})`,
    0.9,
  ],
  ["reverse-shell", "os", String.raw`os\.dup2\s{0,2}\(\s{0,2}\w{1,20}\.fileno\s{0,2}\(\)`, 0.9],
  [
    "reverse-shell",
    "fsockopen tcpsocket",
    String.raw`(?:fsockopen\s{0,2}\(${rest}(?:exec|proc_open|shell)|tcpsocket\.(?:new|open)${rest}exec)`,
    0.9,
  ],
  [
    "deserialise",
    "pickle marshal cpickle dill jsonpickle",
    String.raw`(?:c?pickle|marshal|dill|jsonpickle)\.(?:loads?|decode)\s{0,2}\(${rest}(?:b64decode|requests|urlopen|recv|input|sys\.argv|request\.)`,
    0.75,
  ],
  [
    "deserialise",
    "pickle marshal cpickle dill",
    String.raw`(?:c?pickle|marshal|dill)\.loads?\s{0,2}\(`,
    0.3,
  ],
  [
    "deserialise",
    "__reduce__",
    String.raw`__reduce__[\s\S]{0,160}(?:os\.system|subprocess|popen|\beval\b|\bexec\b)`,
    0.85,
  ],
  [
    "deserialise",
    "yaml",
    String.raw`yaml\.(?:unsafe_load|full_load|load)\s{0,2}\((?![^\n]{0,120}safe)`,
    0.3,
  ],
  ["deserialise", "unserialize", String.raw`unserialize\s{0,2}\(\s{0,4}\$_`, 0.8],
  [
    "deserialise",
    "python",
    String.raw`python/object/(?:apply|new):\s{0,2}(?:os|subprocess|builtins|posix)`,
    0.9,
  ],
  [
    "lookup-injection",
    "jndi",
    String.raw`jndi[:$\{\}\w-]{0,40}:(?:ldaps?|rmi|dns|iiop|http)://`,
    0.95,
  ],
  [
    "template-injection",
    "__class__ __mro__ __subclasses__",
    String.raw`__(?:class|mro|subclasses)__[^\n]{0,80}__(?:mro|base|bases|subclasses|globals|init)__`,
    0.75,
  ],
  [
    "entity-injection",
    "entity",
    String.raw`entity\s{1,4}%?\s{0,4}\w{1,40}\s{1,4}system\s{1,4}["'](?:file|https?|ftp|php|expect):`,
    0.85,
  ],
  [
    "shellcode",
    "virtualalloc createremotethread writeprocessmemory",
    String.raw`(?:virtualalloc(?:ex)?|createremotethread|writeprocessmemory)\s{0,2}\(`,
    0.65,
  ],
  [
    "shell-of-python",
    "subprocess os",
    String.raw`(?:subprocess\.\w{2,14}\s{0,2}\([^\n]{0,200}shell\s{0,2}=\s{0,2}true|os\.(?:system|popen)\s{0,2}\()`,
    0.25,
  ],
];

export const codeRules: readonly CommandRule[] = rows.map(ruleOf);
