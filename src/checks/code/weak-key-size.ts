import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import { defineCheck } from "../define.ts";
import { aliasesOf, lastWord } from "./support.ts";

const asymmetric = "cryptography.hazmat.primitives.asymmetric";
const generators: ReadonlyMap<string, { keyword: string; position: number; least: number }> =
  new Map([
    [`${asymmetric}.dsa.generate_private_key`, { keyword: "key_size", position: 0, least: 2048 }],
    [`${asymmetric}.rsa.generate_private_key`, { keyword: "key_size", position: 1, least: 2048 }],
    [`${asymmetric}.ec.generate_private_key`, { keyword: "curve", position: 0, least: 224 }],
    ["Crypto.PublicKey.DSA.generate", { keyword: "bits", position: 0, least: 2048 }],
    ["Crypto.PublicKey.RSA.generate", { keyword: "bits", position: 0, least: 2048 }],
    ["Cryptodome.PublicKey.DSA.generate", { keyword: "bits", position: 0, least: 2048 }],
    ["Cryptodome.PublicKey.RSA.generate", { keyword: "bits", position: 0, least: 2048 }],
  ]);
const curveBits: ReadonlyMap<string, number> = new Map([
  ["SECP192R1", 192],
  ["SECT163K1", 163],
  ["SECT163R2", 163],
]);

/** The class of a curve that is given as a class or as an instance. */
function curveOf(value: PythonValue | undefined): Expression | undefined {
  return value?.node.kind === "Call" ? undefined : value?.node;
}

function numberOf(value: PythonValue | undefined): number | undefined {
  const constant = value?.constant();
  return constant?.type === "int" ? constant.value : undefined;
}

export const weakKeySize = defineCheck({
  meta: {
    id: "weak-key-size",
    code: "PV-CODE-039",
    title: "A key is too short",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B505", "S505"],
    controls: ["CWE-326"],
    why: "The key can be computed from its public half with known means.",
    mend: "RSA and DSA with 3072 bits or more, curves of 256 bits, or Ed25519.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from cryptography.hazmat.primitives.asymmetric import rsa\nrsa.generate_private_key(65537, 1024)\n",
        },
      ],
      clean: [
        {
          code: "from cryptography.hazmat.primitives.asymmetric import rsa\nrsa.generate_private_key(65537, 3072)\n",
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...generators.keys())) {
      const { keyword, position, least } = generators.get(call.name)!;
      const size = call.argument(position, keyword);
      const bits =
        keyword === "curve" ? curveBits.get(lastWord(curveOf(size)) ?? "") : numberOf(size);
      if (bits === undefined || bits >= least) continue;
      const isLiteral = size?.node.kind === "Constant" || keyword === "curve";
      report(call, {
        ...(isLiteral ? aliasesOf(call) : { aliases: [] }),
        message: `a key of ${bits} bits is too short`,
      });
    }
  },
});
