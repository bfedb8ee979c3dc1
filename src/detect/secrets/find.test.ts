import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../bench/support/random.ts";
import {
  allExamples,
  contexts,
  jwtExample,
  pemExample,
  type SecretExample,
} from "../../testing/secret-examples.ts";
import { expectQuick } from "../../testing/hostile.ts";
import { findSecrets, type Secret } from "./index.ts";
import { contextKinds } from "./kinds-context.ts";
import { formKinds, secretKinds } from "./kinds.ts";
import { nameWords } from "./names.ts";

const { below } = seeded(20_261_125);
const examples = allExamples(below);
const byKind = (kind: string): SecretExample => examples.find((each) => each.kind === kind)!;

function kindsIn(text: string): readonly string[] {
  return findSecrets(text).map(({ kind }) => kind.id);
}

function valueOf(text: string, { value }: Secret): string {
  return text.slice(value.start, value.end);
}

describe("every kind", () => {
  test("there are more than 300, and no two share a name", () => {
    expect(secretKinds.length).toBeGreaterThan(300);
    expect(new Set(secretKinds.map(({ id }) => id)).size).toBe(secretKinds.length);
  });

  test.each(Object.entries(contexts))("is found where it stands in %s", (_, write) => {
    const missed = examples.filter(({ name, value }) => {
      const text = write(name, value);
      const at = text.indexOf(value);
      return !findSecrets(text).some((each) => each.value.start <= at && each.value.end > at);
    });
    expect(missed.length).toBeLessThanOrEqual(examples.length * 0.02);
  });

  test("is called by its name, and nothing but the key is taken for the value", () => {
    const forms = examples.filter(({ kind }) => formKinds.some(({ id }) => id === kind));
    const wrong = forms.filter(({ kind, value }) => {
      const text = `x = "${value}"\n`;
      const [found] = findSecrets(text);
      return found?.kind.id !== kind || valueOf(text, found) !== value;
    });
    expect(wrong.length).toBeLessThanOrEqual(forms.length * 0.02);
  });
});

describe("checksums", () => {
  test("that are right are said, and that are wrong lower the confidence", () => {
    const { value } = byKind("github-ghp");
    expect(findSecrets(value)[0]).toMatchObject({ isVerified: true, confidence: "high" });
    const last = value.endsWith("0") ? "1" : "0";
    expect(findSecrets(value.slice(0, -1) + last)[0]).toMatchObject({
      isVerified: false,
      confidence: "medium",
    });
    expect(findSecrets(byKind("age-secret-key").value)[0]?.isVerified).toBe(true);
  });
});

describe("private keys", () => {
  test.each([
    ["rsa", "own", "private-key-rsa"],
    ["rsa", "pkcs8", "private-key-pkcs8"],
    ["ec", "own", "private-key-ec"],
    ["ed25519", "pkcs8", "private-key-pkcs8"],
  ] as const)("%s, %s", (type, format, kind) => {
    const pem = pemExample(type, format);
    expect(findSecrets(pem)).toMatchObject([{ kind: { id: kind }, isVerified: true }]);
    const joined = `const k = ${pem
      .trim()
      .split("\n")
      .map((line) => JSON.stringify(`${line}\n`))
      .join(" +\n  ")};`;
    for (const text of [
      JSON.stringify({ k: pem }),
      JSON.stringify(JSON.stringify({ k: pem })),
      joined,
      pem.replaceAll(/^/gm, "    "),
    ])
      expect(kindsIn(text)).toEqual([kind]);
  });

  test("of a Google service account are called so", () => {
    const file = {
      type: "service_account",
      private_key: pemExample("rsa", "pkcs8"),
      client_email: "a@b.iam",
    };
    expect(kindsIn(JSON.stringify(file, null, 2))).toEqual(["gcp-service-account-key"]);
  });

  test("public keys, certificates and blocks without a body are none", () => {
    const pem = pemExample("rsa", "own");
    const body = pem.split("\n").slice(1, -2).join("\n");
    for (const label of ["PUBLIC KEY", "CERTIFICATE", "RSA PUBLIC KEY"])
      expect(kindsIn(`-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`)).toEqual([]);
    expect(kindsIn(pem.replace(body, "..."))).toEqual([]);
    expect(kindsIn(pem.replace(body, "MIIE...snip...\n"))).toEqual([]);
  });
});

describe("signed tokens", () => {
  const now = Date.now() / 1000;
  test.each([
    [{ sub: "ada", exp: now + 1_000 }, "json-web-token"],
    [{ sub: "ada" }, "json-web-token"],
    [{ role: "service_role", ref: "abcd", exp: now + 1e9 }, "supabase-service-role-key"],
  ])("%o", (payload, kind) => {
    expect(kindsIn(`token: ${jwtExample(payload)}\n`)).toEqual([kind]);
  });

  test.each([
    [{ sub: "ada", exp: now - 1e8 }, "HS256"],
    [{ sub: "1234567890", name: "John Doe", iat: 1516239022 }, "HS256"],
    [{ role: "anon", exp: now + 1e9 }, "HS256"],
    [{ sub: "ada" }, "none"],
  ])("not %o, %s", (payload, alg) => {
    expect(kindsIn(`see ${jwtExample(payload, alg)} for more\n`)).toEqual([]);
  });
});

describe("encodings are taken off", () => {
  const { value } = byKind("openai-project-key");
  const escaped = Array.from(value, (letter) => `\\x${letter.charCodeAt(0).toString(16)}`).join("");
  const unicode = Array.from(value, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join(
    "",
  );
  const percent = Array.from(value, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
  const lines = Buffer.from(`A=1\nKEY=${value}\n${"B=2\n".repeat(20)}`).toString("base64");
  test.each([
    ["base64", Buffer.from(value).toString("base64")],
    ["base64", Buffer.from(`{"key": "${value}"}`).toString("base64url")],
    ["base64", Buffer.from(Buffer.from(value).toString("base64")).toString("base64")],
    ["base64", lines.replaceAll(/.{76}/g, "$&\n")],
    ["percent", percent],
    ["escapes", escaped],
    ["escapes", unicode],
  ])("%s", (decoded, text) => {
    expect(findSecrets(`data: "${text}"\n`)).toMatchObject([
      { kind: { id: "openai-project-key" }, decoded },
    ]);
  });

  test("slashes that JSON escapes", () => {
    expect(kindsIn(String.raw`{"u": "postgres:\/\/ada:Hx72-vork@db.riverbank.io\/a"}`)).toEqual([
      "postgresql-url",
    ]);
  });
});

test.each([
  ["postgresql+asyncpg://ada:Hx72vork@db.riverbank.io/a", "postgresql-url"],
  ["mongodb+srv://ada:Hx72vork@c0.ab.mongodb.net", "mongodb-url"],
  ["https://ada:Hx72vork@mlflow.riverbank.io", "address-password"],
  ["Authorization: Basic YWRhOkh4NzJ2b3JrLTk=", "basic-authorization"],
  ['{"auths": {"r.io": {"auth": "YWRhOkh4NzJ2b3JrLTk="}}}', "docker-config-auth"],
  ["machine r.io login ada password Hx72vork9", "netrc-password"],
  ["curl -s -u ada:Hx72vork9 https://r.io", "curl-password"],
  ["Server=db.r.io;Database=a;User Id=ada;Password=vork9x;", "connection-string"],
  ["db_password = 'Hx72-vork-Pine'", "named-password"],
  ['<add key="DbPassword" value="Hx72-vork-Pine"/>', "named-password"],
  ["--api-key 3kVq9ZtLw2PxR7mNb4Yc8D", "named-key"],
  ["Authorization: Bearer 3kVq9ZtLw2PxR7mNb4Yc8DfG6hJ", "bearer-token"],
  ["data:\n  password: SHg3Mi12b3JrLVBpbmU=\n", "named-password"],
])("finds %s", (text, kind) => {
  expect(kindsIn(text)).toEqual([kind]);
});

test.each([
  "OPENAI_API_KEY=sk-your-key-here",
  "OPENAI_API_KEY=sk-proj-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "api_key = 'sk-...'",
  "aws_access_key_id = AKIAIOSFODNN7EXAMPLE",
  "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  "password: ${DB_PASSWORD}",
  "password: {{ vault_password }}",
  "token = os.environ['HF_TOKEN']",
  "api_key = settings.openai_api_key_v2",
  "password=changeme123",
  "token: <your-token-1>",
  "pad_token = '<|endoftext|>50256'",
  "max_tokens = 4096",
  "tokenizer = AutoTokenizer.from_pretrained('meta-llama/Llama-3.1-8B')",
  "secret_name = 'projects/a1/secrets/b2/versions/3'",
  "password_hash = '5f4dcc3b5aa765d61d8327deb882cf99'",
  "integrity: sha512-3kVq9ZtLw2PxR7mNb4Yc8DfG6hJ3kVq9ZtLw2PxR7mNb4Yc8DfG6hJ3kVq9ZtLw2PxR7mNb4Yc8DfG6hJA==",
  "commit 2f1d7c9be0a4f6d58c31e97ab0d4c6f8e2b19a73",
  "id: 3f2b8c1d-7e4a-4b9c-8d2e-1f6a5b4c3d2e",
  "const token = await getToken(user1, scope2);",
  "if (token === Token.STRING_2) return;",
  "postgres://user:password@localhost:5432/db",
  "https://example.com:8080/@scope/name",
  "class SecretKey256Provider(KeyProvider): pass",
  "the secret is: never 2 give up",
  "sk-learn-contrib/imbalanced-learn-0-12-project-with-long-name-and-more",
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
])("is silent on %s", (text) => {
  expect(kindsIn(text)).toEqual([]);
});

test("spans are in order, apart, and inside of the text, whatever the text is", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.string({ unit: "binary" }),
    fc.constantFrom(...examples.map(({ value }) => value)),
    fc.constantFrom(
      "\\n",
      "%3D",
      "://",
      "@",
      "=",
      '"',
      '\\"',
      "-----BEGIN PRIVATE KEY-----",
      "eyJ",
      "token",
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join("");
      let end = 0;
      for (const { start, end: last, value } of findSecrets(text)) {
        expect(value.start).toBeGreaterThanOrEqual(end);
        expect(value.end).toBeGreaterThan(value.start);
        expect(start).toBeLessThanOrEqual(value.start);
        expect(last).toBeLessThanOrEqual(text.length);
        end = value.end;
      }
    }),
    { numRuns: 300 },
  );
});

test("an anchor is found wherever it stands, over the border of two pieces too", () => {
  const { value } = byKind("groq-key");
  for (const before of [0, 1, 65_000, 65_500, 65_530, 65_536, 65_540, 131_000, 131_072]) {
    const text = `${" ".repeat(before)}${value}`;
    expect(findSecrets(text).map(({ value: { start } }) => start)).toEqual([before]);
  }
});

// Each anchor over and over, alone and with what makes matchers look far: what a text costs must not
// depend on what it says. 20 KB of each; a quadratic matcher takes a second over it.
describe("every pattern is linear", () => {
  const anchors = new Set([
    ...formKinds.flatMap((kind) => kind.anchors),
    ...contextKinds.flatMap(({ words }) => words),
    ...nameWords,
    "PRIVATE KEY-----",
    "-----BEGIN RSA PRIVATE KEY-----",
    "PuTTY-User-Key-File-2: Private-Lines: 1\n",
    "eyJ",
    "a://b:c",
    "basic ",
    "bearer ",
    '"auth":"',
    "_auth=",
    "machine a login b password ",
    "curl -u ",
    "sig=",
    "%41",
    "\\x41",
    "\\/",
    "\\u0041",
    'token="',
    "name: token value",
    "api_key(",
  ]);
  const size = 20_000;
  function cost(text: string): number {
    const begin = process.cpuUsage();
    findSecrets(text);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  }
  test.each([
    ["", ""],
    ["A1b2", ""],
    [' = "', ""],
    ["", "aB3-"],
    ["", " "],
    ["", "a1"],
    [":", "/"],
  ])(
    "between with %j, behind with %j",
    (between, behind) => {
      let worst = 0;
      for (const anchor of anchors) {
        const unit = anchor + between;
        const text =
          behind === ""
            ? unit.repeat(size / unit.length)
            : anchor + behind.repeat(size / behind.length);
        worst = Math.max(worst, cost(text));
      }
      expect(worst).toBeLessThan(400);
    },
    120_000,
  );

  // Those that cost most for each character, at the size that the bar is set for.
  test.each(["ya29..", "AccountKey=key-", "5Q~", 'secretkey = "', '%41 = "', "watsonx key "])(
    "a megabyte of %j",
    (unit) => {
      expectQuick(() => findSecrets(unit.repeat(1_000_000 / unit.length)), 5_000);
    },
    60_000,
  );
});
