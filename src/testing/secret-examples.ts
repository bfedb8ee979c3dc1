// True-form examples of every kind that the detector claims, each made when it is asked for.
import { createHmac, generateKeyPairSync } from "node:crypto";
import { bech32Checksum, githubChecksum } from "../detect/secrets/checksum.ts";
import { contextKinds } from "../detect/secrets/kinds-context.ts";
import { formKinds } from "../detect/secrets/kinds.ts";
import type { FormKind } from "../detect/secrets/kind.ts";
import { draw, type Below } from "./draw.ts";

/** A secret of a kind, and the name that a person would give to it. */
export interface SecretExample {
  readonly kind: string;
  readonly value: string;
  readonly name: string;
}

function upper(id: string): string {
  return id.replaceAll("-", "_").toUpperCase();
}

function proven(kind: FormKind, value: string): string {
  if (kind.proof === "github") {
    const body = value.slice(4, 34);
    return value.slice(0, 4) + body + githubChecksum(body);
  }
  if (kind.proof === "bech32") {
    const [prefix = "", data = ""] = value.toLowerCase().split(/1(?=[^1]*$)/);
    const body = data.slice(0, -6);
    return `${prefix}1${body}${bech32Checksum(prefix, body)}`.toUpperCase();
  }
  return value;
}

/** A key of a kind that has a form. */
export function exampleOf(kind: FormKind, below: Below): SecretExample {
  const value = proven(kind, draw(kind.form, below));
  return { kind: kind.id, value, name: upper(kind.id.replace(/-(?:id|webhook|url)$/, "-key")) };
}

/** A key of every kind that has a form or a word before it. */
export function allExamples(below: Below): readonly SecretExample[] {
  return [
    ...formKinds.map((kind) => exampleOf(kind, below)),
    ...contextKinds.map(({ id, words, form }) => ({
      kind: id,
      value: draw(form, below),
      name: /key|token|secret/.test(words[0]!)
        ? words[0]!.replaceAll(/[^a-z0-9]/g, "_").toUpperCase()
        : `${words[0]!.replaceAll(/[^a-z0-9]/g, "_").toUpperCase()}_API_KEY`,
    })),
  ];
}

/** A token that is signed, for a user who does not exist, and never expires. */
export function jwtExample(payload: Readonly<Record<string, unknown>>, alg = "HS256"): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const body = `${part({ alg, typ: "JWT" })}.${part(payload)}`;
  return `${body}.${createHmac("sha256", "k").update(body).digest("base64url")}`;
}

/** A private key that was made just now. */
export function pemExample(type: "rsa" | "ec" | "ed25519", format: "pkcs8" | "own"): string {
  if (type === "rsa") {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });
    return privateKey
      .export({ type: format === "own" ? "pkcs1" : "pkcs8", format: "pem" })
      .toString();
  }
  if (type === "ec") {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    return privateKey
      .export({ type: format === "own" ? "sec1" : "pkcs8", format: "pem" })
      .toString();
  }
  const { privateKey } = generateKeyPairSync("ed25519");
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** The ways in which a key is written down. */
export const contexts: Readonly<Record<string, (name: string, value: string) => string>> = {
  python: (name, value) => `import os\n${name.toLowerCase()} = "${value}"\n`,
  pythonCall: (name, value) => `client = Client(${name.toLowerCase()}='${value}', timeout=3)\n`,
  environ: (name, value) => `os.environ["${name}"] = "${value}"\n`,
  javascript: (name, value) => `const config = { ${name}: '${value}' };\n`,
  typescript: (name, value) => `export const ${name}: string = \`${value}\`;\n`,
  yaml: (name, value) => `app:\n  ${name.toLowerCase()}: ${value}\n  port: 80\n`,
  json: (name, value) => `{"${name}": "${value}", "a": 1}\n`,
  dotenv: (name, value) => `A=1\n${name}=${value}\nB=2\n`,
  shell: (name, value) => `export ${name}="${value}"\npython train.py\n`,
  dockerfile: (name, value) => `FROM a\nENV ${name}=${value}\n`,
  notebook: (name, value) =>
    JSON.stringify({ cells: [{ cell_type: "code", source: [`a = 1\n${name} = "${value}"\n`] }] }),
  notebookOutput: (name, value) =>
    JSON.stringify({ outputs: [{ text: [`{'${name}': '${value}'}\n`] }] }),
  markdown: (name, value) => `Set it first:\n\n    ${name}=${value}\n\nthen run.\n`,
  toml: (name, value) => `[a]\n${name.toLowerCase()} = "${value}"\n`,
  kubernetes: (name, value) => `env:\n  - name: ${name}\n    value: "${value}"\n`,
  log: (name, value) => `2026-01-01 12:00:00 INFO ${name}=${value} loaded\n`,
};
