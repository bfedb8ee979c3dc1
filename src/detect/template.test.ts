import { expect, test } from "vitest";
import { templateThreats } from "./template.ts";

test.each([
  ["braces within an expression end it not", "{{ {'a':{}}.__class__ }}"],
  ["what is raw opens no comment", "{% raw %}{#{% endraw %}{{ ''.__class__ }}"],
  ["what is raw opens no text", "{%- raw -%}{{ ' {%- endraw %}{{ ''.__class__ }}{{ ' }}"],
  ["underscores from elsewhere", "{% set u='__x'[:2] %}{{ messages[u~'class'~u] }}"],
  ["attr as the name of a filter", "{{ [messages]|map('attr', name)|first }}"],
  ["a statement that takes blanks away", "{%- include 'x' %}"],
])("%s", (_, template) => {
  expect(templateThreats(template)).not.toEqual([]);
});

test("a chat is silent", () => {
  const chat =
    "{%- for m in messages -%}<{{ m['role'] + ': ' + m.content|trim }}>{{ {'a': {'b': 1}} | tojson }}{%- endfor %}";
  expect(templateThreats(chat)).toEqual([]);
});
