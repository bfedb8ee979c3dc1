/** Templates that leave what a chat needs. */
export const escapes = [
  "{{ ''.__class__ }}",
  "{{ x['__cl' ~ 'ass__'] }}",
  "{{ x['\\x5f\\x5fclass\\x5f\\x5f'] }}",
  "{{ x | attr('__class__') }}",
  "{{ x | attr(['__', 'class', '__'] | join) }}",
  "{% set a = lipsum.__globals__ %}",
  "{{ self._TemplateReference__context }}",
  "{% include '/etc/passwd' %}",
  "{{ x.eval('1') }}",
  "{{ getattr(x, y) }}",
  "{{ '%c%c' | format(95, 95) }}",
];
/** Templates of honest models. */
export const chats = [
  "{% set ns = namespace(found=false) %}{% for m in messages %}{{ m.content.split('</think>')[-1] }}{% endfor %}",
  "{{ bos_token }}{% if tools is not none %}{{ tools | tojson(indent=4) }}{% endif %}",
  "{{ raise_exception('Roles must alternate') }}{{ strftime_now('%d %b %Y') }}",
  "{# {{ ''.__class__ }} #}the name of the class",
  "{% macro render(self) %}{{ self.name }}{% endmacro %}",
];
