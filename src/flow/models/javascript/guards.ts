import type { GuardModel } from "../../model.ts";

/** A pattern that lets anything pass says nothing of a value. */
const anything = {
  argument: "this",
  pattern: "(?:^|[^\\\\])\\.[*+]|\\\\[SWD][*+]",
  isCased: true,
} as const;

/** Questions whose yes means that a value is harmless. The text of a literal expression is its source. */
export const javascriptGuards: readonly GuardModel[] = [
  {
    // Where the text of the expression is known it must speak of the whole value.
    call: ["RegExp().test", "RegExp().exec"],
    for: "all",
    argument: 0,
    when: { unlike: [{ argument: "this", pattern: "^(?!RegExp\\(\\)$)(?!\\^.*\\$$)" }, anything] },
  },
  {
    // An expression that another file exports, by its name.
    call: ["*.test"],
    for: "all",
    argument: 0,
    // One that is written out is judged by the row above.
    when: { on: "regexp?$|pattern$|_re$|valid|safe|allow", notOn: "^RegExp$" },
  },
  {
    call: ["*.match"],
    for: "all",
    argument: "this",
    when: {
      unlike: [
        { argument: 0, pattern: "^(?!RegExp\\(\\)$)(?!\\^.*\\$$)" },
        { ...anything, argument: 0 },
      ],
    },
  },
  {
    call: ["*.includes", "*.has", "*.indexOf"],
    for: "all",
    argument: 0,
    when: { on: "allow|white|permit|valid|known|support|trusted|safe|accept" },
  },
  {
    call: ["Object.hasOwn", "*.hasOwnProperty.call"],
    for: ["import", "program", "path", "sql"],
    argument: 1,
  },
  { call: ["*.hasOwnProperty"], for: ["import", "program", "path", "sql"], argument: 0 },
  {
    call: ["*.startsWith"],
    for: ["path", "request"],
    argument: "this",
    when: { matches: [{ argument: 0, pattern: "^https?://[^/]+/" }] },
  },
  { call: ["*.startsWith"], for: ["path"], argument: "this" },
  {
    call: [
      "Number.isInteger",
      "Number.isFinite",
      "Number.isSafeInteger",
      "uuid.validate",
      "validator.isUUID",
      "validator.isAlphanumeric",
      "validator.isInt",
      "validator.isNumeric",
      "validator.isAlpha",
      "validator.isHexadecimal",
      "validator.isMongoId",
      "validator.isSlug",
    ],
    for: "all",
    argument: 0,
  },
  {
    call: [
      "validator.isEmail",
      "validator.isIP",
      "validator.isFQDN",
      "net.isIP",
      "net.isIPv4",
      "net.isIPv6",
    ],
    for: ["shell", "path", "code", "html", "sql", "program"],
    argument: 0,
  },
  {
    call: ["ajv().compile()", "ajv*.compile()", "ajv*.validate"],
    for: "all",
    argument: 0,
    schema: "this",
  },
  { call: ["superstruct.assert", "superstruct.is"], for: "all", argument: 0, schema: 1 },
  {
    call: ["@sinclair/typebox/value.Value.Check", "valibot.is"],
    for: "all",
    argument: 1,
    schema: 0,
  },
];
