import { readProlog } from "../../formats/xml/prolog.ts";
import { defineCheck } from "../define.ts";

const names = /\.(?:pmml|xml)$/i;
/** PMML, and what OpenVINO calls a network. */
const roots = /^<(?:[\w.-]+:)?(?:PMML|net)(?=[\s/>])/;
/** The document types that PMML had before it had a schema. */
const published = /^(?:https?:\/\/(?:www\.)?dmg\.org\/|[\w.-]+\.dtd$)/i;

/** What else has a program that reads the model fetch or run something. */
const others: readonly (readonly [pattern: RegExp, message: string])[] = [
  [
    /<\?xml-stylesheet\b[^?<>]{0,300}\bhref\s*=[^?<>]{0,300}/,
    "A stylesheet, which may run code, is read from elsewhere",
  ],
  [/<xi:include\b[^<>]{0,500}/, "Another file or host is read into the model"],
  [
    /<(?:msxsl:|xalan:|lxslt:)?script\b[^<>]{0,300}/,
    "The model holds a script, which no model needs",
  ],
  [
    /\b(?:Runtime\.getRuntime|new\s+(?:java\.lang\.)?ProcessBuilder|java\.lang\.Runtime)\b/,
    "The model holds code of Java that starts programs",
  ],
];

export const modelXmlEntities = defineCheck({
  meta: {
    id: "model-xml-entities",
    code: "PV-MODEL-019",
    title: "A model in XML declares entities, or has others read",
    asset: "text",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-611", "CWE-776", "CWE-827", "OWASP-LLM03:2025", "OWASP-ML06:2023"],
    why: "Who reads the model with a parser that follows entities sends files of its machine to the author, asks hosts of its network, or runs out of memory. No model in PMML or of OpenVINO needs any.",
    mend: "Do not load the model. Read XML with a parser that refuses document types (`defusedxml`, or JPMML's own).",
    blind:
      "Whether the parser follows entities; models that are longer than a text that is parsed.",
    since: "0.1.0",
    references: ["https://dmg.org/pmml/v4-4-1/GeneralStructure.html"],
    examples: {
      found: [
        {
          path: "model.pmml",
          code: '<!DOCTYPE PMML [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<PMML version="4.4"><Header description="&x;"/></PMML>\n',
        },
      ],
      clean: [
        {
          path: "model.pmml",
          code: '<?xml version="1.0"?>\n<PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4"><Header/></PMML>\n',
        },
      ],
    },
  },
  wants: (file) =>
    names.test(file.path) &&
    ["<!DOCTYPE", "xml-stylesheet", "include", "script", "Runtime", "ProcessBuilder"].some((word) =>
      file.mentions(word),
    ),
  run: ({ path, text }, report) => {
    if (!names.test(path)) return;
    const { type, root } = readProlog(text);
    // Of a file that only its name says to be one, the element need not be there.
    const isModel = /\.pmml$/i.test(path) || (root !== undefined && roots.test(root));
    if (!isModel) return;
    for (const [pattern, message] of others) {
      const found = pattern.exec(text);
      if (found === null) continue;
      const { index } = found;
      report({ start: index, end: index + found[0].length }, { message, severity: "medium" });
    }
    if (type === undefined) return;
    const [entity] = type.entities;
    if (entity !== undefined) {
      const isExternal = type.entities.some(({ start, end }) =>
        /^<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC)\b/.test(
          text.slice(start, Math.min(end, start + 2_000)),
        ),
      );
      report(entity, {
        message: isExternal
          ? "An entity of the model is read from another file or host"
          : "The model declares entities, which may unfold to more than memory holds",
      });
    } else if (type.system !== undefined)
      report(
        { start: type.start, end: Math.min(type.end, type.start + 300) },
        {
          message: `The document type of the model is read from \`${type.system.slice(0, 100)}\``,
          ...(published.test(type.system) ? { severity: "low" } : {}),
        },
      );
  },
});
