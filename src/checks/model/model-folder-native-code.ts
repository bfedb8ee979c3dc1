import type { FolderPart, FolderView } from "../../load/folder/view.ts";
import { defineCheck } from "../define.ts";

const library = /\.(?:so(?:\.[\d.]{1,20})?|dll|dylib|pyd)$/i;

/** What of the folder may load a library that lies in it; undefined where nothing does. */
function loaderOf({ parts, layouts }: FolderView): string | undefined {
  if (layouts.has("onnx")) {
    const model = parts.find(
      ({ word }) => word?.layout === "onnx" && word.hasOwnOperators === true,
    );
    if (model !== undefined)
      return `\`${model.name.slice(0, 80)}\` names operators that no runtime has`;
  }
  for (const part of parts)
    for (const { role, found, name } of part.mentions)
      if ((role === "code" || role === "module") && found.kind === "file")
        return `loading the model runs \`${name.slice(0, 80)}\``;
  return undefined;
}

function isLibrary({ name, kind }: FolderPart): boolean {
  return kind === "executable" && library.test(name);
}

export const modelFolderNativeCode = defineCheck({
  meta: {
    id: "model-folder-native-code",
    code: "PV-MODEL-045",
    title: "Machine code lies beside a model that cannot be loaded without code",
    asset: "folder",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-829", "CWE-114", "OWASP-LLM03:2025", "OWASP-ML06:2023", "ATLAS:AML.T0010.003"],
    why: "A model with operators or code of its own has the library loaded that comes with it, and a library runs what its author compiled the moment it is loaded. Nobody can read it.",
    mend: "Build such a library yourself, from sources that you have read, or use a model that needs none.",
    blind: "Whether something loads the library; libraries under other names.",
    since: "0.1.0",
    references: ["https://onnxruntime.ai/docs/reference/operators/add-custom-op.html"],
    examples: {
      found: [
        {
          path: "folder.txt",
          code: '== config.json\n{"model_type": "x", "auto_map": {"AutoModel": "modeling_x.XModel"}}\n== modeling_x.py\nimport torch\n== ops.so\n\u007fELF\u0002\u0001\u0001\u0000\n',
        },
      ],
      clean: [
        {
          path: "folder.txt",
          code: '== config.json\n{"model_type": "bert", "architectures": ["BertModel"]}\n== ops.so\n\u007fELF\u0002\u0001\u0001\u0000\n',
        },
      ],
    },
  },
  run: (view, report) => {
    const libraries = view.parts.filter((part) => isLibrary(part));
    const [first, ...more] = libraries;
    if (first === undefined) return;
    const loader = loaderOf(view);
    if (loader === undefined) return;
    const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
    report(first.where, {
      message: `\`${first.name.slice(0, 80)}\`${others} is machine code, and ${loader}`,
    });
  },
});
