import type { GuardModel } from "../../model.ts";

/** A pattern that lets anything pass says nothing of a value. */
const anything = {
  argument: [0, "pattern"],
  pattern: "(?:^|[^\\\\])\\.[*+]|\\\\[SWD][*+]",
  isCased: true,
} as const;

/** Questions whose yes means that a value is harmless. */
export const pythonGuards: readonly GuardModel[] = [
  {
    call: ["*.isdigit", "*.isdecimal", "*.isnumeric", "*.isalnum", "*.isalpha", "*.isidentifier"],
    for: "all",
    argument: "this",
  },
  {
    call: ["re.fullmatch", "regex.fullmatch", "re2.fullmatch"],
    for: "all",
    argument: [1, "string"],
    when: { unlike: [anything] },
  },
  { call: ["re.compile().fullmatch", "*.fullmatch"], for: "all", argument: [0, "string"] },
  // `match` is anchored at its start alone, `search` nowhere: the pattern must say the rest.
  {
    call: ["re.match", "regex.match"],
    for: "all",
    argument: [1, "string"],
    when: {
      matches: [{ argument: [0, "pattern"], pattern: "(?:\\$|\\\\Z)$" }],
      unlike: [anything],
    },
  },
  {
    call: ["re.search", "regex.search"],
    for: "all",
    argument: [1, "string"],
    when: {
      matches: [{ argument: [0, "pattern"], pattern: "^(?:\\^|\\\\A).*(?:\\$|\\\\Z)$" }],
      unlike: [anything],
    },
  },
  { call: ["*.is_relative_to"], for: ["path"], argument: "this" },
  {
    // A URL with its host and a path written out, and else the folder that a resolved path is in.
    call: ["*.startswith"],
    for: ["path", "request"],
    argument: "this",
    when: { matches: [{ argument: 0, pattern: "^https?://[^/]+/" }] },
  },
  { call: ["*.startswith"], for: ["path"], argument: "this" },
  { call: ["os.path.commonpath", "os.path.commonprefix"], for: ["path"], argument: 0 },
  { call: ["*.relative_to"], for: ["path"], argument: "this", throws: true },
  {
    call: ["ipaddress.ip_address", "ipaddress.IPv4Address", "ipaddress.IPv6Address"],
    for: ["request", "shell", "program", "sql", "html", "path"],
    argument: 0,
    throws: true,
  },
  {
    call: [
      "validators.url",
      "django.utils.http.url_has_allowed_host_and_scheme",
      "*.url_has_allowed_host_and_scheme",
      "*.is_safe_url",
    ],
    for: ["request"],
    argument: 0,
  },
  {
    call: [
      "validators.domain",
      "validators.email",
      "validators.ipv4",
      "validators.slug",
      "validators.uuid",
      "email_validator.validate_email",
      "str.isidentifier",
      "keyword.iskeyword",
    ],
    for: ["shell", "sql", "html", "path", "code"],
    argument: 0,
  },
  {
    call: ["jsonschema.validate", "jsonschema.validators.validate", "fastjsonschema.validate"],
    for: "all",
    argument: [0, "instance"],
    throws: true,
    schema: [1, "schema"],
  },
  {
    call: ["*.is_valid"],
    for: "all",
    argument: 0,
    when: { imports: ["jsonschema"] },
    schema: "this",
  },
  {
    call: ["jsonschema*.validate", "*validator.validate"],
    for: "all",
    argument: 0,
    throws: true,
    when: { imports: ["jsonschema", "cerberus"] },
    schema: "this",
  },
];
