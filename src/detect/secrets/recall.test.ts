// Secrets as people leave them behind, written by hand from what vendors document and not from the
// tables of the detector: each value is put together here, when the test runs.
import { createHmac, generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { seeded } from "../../../bench/support/random.ts";
import { findSecrets } from "./index.ts";

const { below } = seeded(77);
const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const alphabets = {
  hex: "0123456789abcdef",
  low: lower + digits,
  alnum: lower + lower.toUpperCase() + digits,
  url: `${lower}${lower.toUpperCase()}${digits}-_`,
  b64: `${lower}${lower.toUpperCase()}${digits}+/`,
  caps: `${lower.toUpperCase()}234567`,
} as const;

function draw(alphabet: keyof typeof alphabets, count: number): string {
  const letters = alphabets[alphabet];
  const all = Array.from({ length: count }, () => letters[below(letters.length)] ?? "").join("");
  // A key ends in a letter or a digit wherever it is copied by a double click.
  return all.replace(/^[-_+/]|[-_+/]$/g, "7");
}

/** Puts a literal together here, so that no file of ours holds what looks like a key. */
function glue(...parts: readonly string[]): string {
  return parts.join("");
}

const { hex, alnum, url, b64 } = {
  hex: (count: number) => draw("hex", count),
  alnum: (count: number) => draw("alnum", count),
  url: (count: number) => draw("url", count),
  b64: (count: number) => draw("b64", count),
};
const uuid = (): string => [8, 4, 4, 4, 12].map((count) => hex(count)).join("-");

/** Keys known by their form, in the place where a person leaves them. */
const formed: readonly (readonly [value: string, write: (value: string) => string])[] = [
  [glue("sk-", "proj-") + url(124), (v) => `client = OpenAI(api_key="${v}")`],
  [glue("sk-", "ant-api03-") + url(93) + "AA", (v) => `ANTHROPIC_API_KEY=${v}`],
  [glue("sk-", "or-v1-") + hex(64), (v) => `  -H "Authorization: Bearer ${v}" \\`],
  [glue("hf", "_") + draw("alnum", 34), (v) => `login(token='${v}')`],
  [glue("gsk", "_") + alnum(52), (v) => `const groq = new Groq({ apiKey: "${v}" });`],
  [glue("r8", "_") + alnum(37), (v) => `export REPLICATE_API_TOKEN=${v}`],
  [glue("AIza", "Sy") + url(33), (v) => `genai.configure(api_key="${v}")`],
  [glue("pplx", "-") + alnum(48), (v) => `"Authorization": "Bearer ${v}"`],
  [glue("xai", "-") + alnum(80), (v) => `XAI_API_KEY: ${v}`],
  [glue("nvapi", "-") + url(64), (v) => `os.environ["NVIDIA_API_KEY"] = "${v}"`],
  [glue("tgp", "_v1_") + url(43), (v) => `together = Together(api_key="${v}")`],
  [glue("pcsk", "_") + alnum(6) + "_" + alnum(63), (v) => `pc = Pinecone(api_key='${v}')`],
  [glue("lsv2", "_pt_") + hex(32) + "_" + hex(10), (v) => `LANGCHAIN_API_KEY="${v}"`],
  [glue("tvly", "-dev-") + alnum(32), (v) => `TavilyClient("${v}")`],
  [glue("jina", "_") + alnum(60), (v) => `jina:\n  key: ${v}`],
  ["dapi" + hex(32), (v) => `token = ${v}`],
  [glue("llx", "-") + alnum(48), (v) => `LLAMA_CLOUD_API_KEY=${v}`],
  ["AKIA" + draw("caps", 16), (v) => `aws_access_key_id = ${v}`],
  [glue("GOCSPX", "-") + url(28), (v) => `"client_secret":"${v}",`],
  [alnum(3) + glue("8Q", "~") + alnum(34), (v) => `client_secret: "${v}"`],
  [
    b64(76) + "+ASt" + alnum(5) + "A==",
    (v) =>
      `DefaultEndpointsProtocol=https;AccountName=mldata;AccountKey=${v};EndpointSuffix=core.windows.net`,
  ],
  [glue("dop", "_v1_") + hex(64), (v) => `provider "digitalocean" {\n  token = "${v}"\n}`],
  [glue("ghp", "_") + alnum(36), (v) => `git clone https://${v}@github.com/a/b.git`],
  [glue("github", "_pat_") + alnum(22) + "_" + alnum(59), (v) => `GH_TOKEN: ${v}`],
  [
    glue("glpat", "-") + url(20),
    (v) => `curl --header "PRIVATE-TOKEN: ${v}" https://gitlab.riverbank.io`,
  ],
  [glue("npm", "_") + alnum(36), (v) => `//registry.npmjs.org/:_authToken=${v}`],
  [
    glue("pypi", "-AgEIcHlwaS5vcmc") + url(150),
    (v) => `[pypi]\nusername = __token__\npassword = ${v}`,
  ],
  [glue("xoxb", "-283746510293-4827364510928-") + alnum(24), (v) => `slack_token: '${v}'`],
  [
    glue("https://hooks.slack.com/services/", "T") +
      draw("caps", 8) +
      "/B" +
      draw("caps", 10) +
      "/" +
      alnum(24),
    (v) => `webhook_url = "${v}"`,
  ],
  [glue("sk", "_live_") + alnum(24), (v) => `Stripe.api_key = "${v}"`],
  [glue("rk", "_live_") + alnum(24), (v) => `stripe: { key: '${v}' }`],
  [glue("whsec", "_") + alnum(32), (v) => `STRIPE_WEBHOOK_SECRET=${v}`],
  ["SG." + url(22) + "." + url(43), (v) => `sg = sendgrid.SendGridAPIClient("${v}")`],
  [glue("key", "-") + hex(32), (v) => `auth=("api", "${v}")`],
  [hex(32) + "-us14", (v) => `MAILCHIMP_API_KEY=${v}`],
  [glue("5", "839201746:AA") + url(33), (v) => `bot = telebot.TeleBot("${v}")`],
  [glue("shpat", "_") + hex(32), (v) => `X-Shopify-Access-Token: ${v}`],
  [glue("lin", "_api_") + alnum(40), (v) => `Authorization: ${v}`],
  [glue("ntn", "_") + draw("alnum", 46), (v) => `notion = Client(auth="${v}")`],
  ["pat" + alnum(14) + "." + hex(64), (v) => `AIRTABLE_TOKEN=${v}`],
  [glue("figd", "_") + url(40), (v) => `X-Figma-Token: ${v}`],
  ["hvs." + url(95), (v) => `export VAULT_TOKEN="${v}"`],
  [
    alnum(14) + ".atlasv1." + alnum(67),
    (v) => `credentials "app.terraform.io" {\n  token = "${v}"\n}`,
  ],
  [glue("pul", "-") + hex(40), (v) => `PULUMI_ACCESS_TOKEN=${v}`],
  ["dp.pt." + alnum(43), (v) => `doppler configure set token ${v}`],
  [glue("tskey", "-auth-") + alnum(17) + "-" + alnum(32), (v) => `tailscale up --authkey=${v}`],
  [glue("glsa", "_") + alnum(32) + "_" + hex(8), (v) => `GRAFANA_TOKEN=${v}`],
  [glue("NRAK", "-") + draw("caps", 27), (v) => `new_relic_api_key: ${v}`],
  [glue("phx", "_") + alnum(43), (v) => `posthog_key = "${v}"`],
  [glue("sntrys", "_eyJpYXQiOjE3") + alnum(120), (v) => `SENTRY_AUTH_TOKEN=${v}`],
];

/** Values without a form, known by the name that they have. */
const named: readonly (readonly [value: string, write: (value: string) => string])[] = [
  [glue("tR7", "!kqz#Wm2"), (v) => `password: "${v}"`],
  [glue("Winter", "2024!"), (v) => `DB_PASSWORD=${v}`],
  [
    glue("hunter", "Two22#"),
    (v) => `conn = psycopg2.connect(host="db", user="ml", password="${v}")`,
  ],
  [glue("9fK2", "mQx7Lp"), (v) => `mysql:\n  root_password: ${v}\n`],
  [glue("Zq8v", "N3pLr5"), (v) => `{"password": "${v}", "user": "ada"}`],
  [glue("p4N", "da-Grove-71"), (v) => `[database]\npassword = "${v}"`],
  [glue("vK9", "xw2Rt6Y"), (v) => `spring.datasource.password=${v}`],
  [glue("B7d", "kq93Hs1z"), (v) => `<password>${v}</password>`],
  [glue("rT5", "ywQ82mNc"), (v) => `ENV POSTGRES_PASSWORD=${v}`],
  [glue("rT6", "ywQ83mNd"), (v) => `ENV POSTGRES_PASSWORD ${v}`],
  [glue("m3X", "pLw94Kz"), (v) => `    environment:\n      - MYSQL_ROOT_PASSWORD=${v}`],
  [glue("m4X", "pLw95Kz"), (v) => `    environment:\n      REDIS_PASSWORD: ${v}`],
  [glue("Hx7", "2vorkPine"), (v) => `stringData:\n  password: ${v}`],
  [Buffer.from(glue("Hx72", "-vork-Pine")).toString("base64"), (v) => `data:\n  db-password: ${v}`],
  [glue("Qw9", "zKd82Lm"), (v) => `export ADMIN_PASSWORD='${v}'`],
  [glue("Tz4", "kWp81Rn"), (v) => `sshpass -p x; mysql --user=ada --password=${v} db`],
  [hex(32), (v) => `api_key: ${v}`],
  [alnum(32), (v) => `API_KEY = "${v}"`],
  [alnum(40), (v) => `const apiKey = '${v}';`],
  [hex(40), (v) => `headers = {"X-Api-Key": "${v}"}`],
  [alnum(36), (v) => `curl -H "X-API-Key: ${v}" https://api.riverbank.io/v1`],
  [alnum(48), (v) => `ARG NPM_AUTH_TOKEN=${v}`],
  [url(43), (v) => `SECRET_KEY = '${v}'`],
  [hex(64), (v) => `JWT_SECRET=${v}`],
  [b64(43) + "=", (v) => `encryption_key: "${v}"`],
  [alnum(32), (v) => `client_secret=${v}`],
  [uuid(), (v) => `api_token: ${v}`],
  [alnum(24), (v) => `"access_token": "${v}"`],
  [b64(40), (v) => `aws_secret_access_key = ${v}`],
  [alnum(40), (v) => `COHERE_API_KEY=${v}`],
  [alnum(32), (v) => `MistralClient(api_key="${v}")`],
  [hex(40), (v) => `wandb.login(key="${v}")`],
  [hex(32), (v) => `{"username":"ada","key":"${v}"} # kaggle.json`],
  [hex(32), (v) => `AZURE_OPENAI_API_KEY="${v}"`],
  [hex(40), (v) => `DEEPGRAM_API_KEY=${v}`],
  [hex(32), (v) => `DD_API_KEY: ${v}`],
  [hex(32), (v) => `TWILIO_AUTH_TOKEN="${v}"`],
  [url(40), (v) => `CLOUDFLARE_API_TOKEN=${v}`],
  [alnum(64), (v) => `HCLOUD_TOKEN=${v}`],
  [alnum(40), (v) => `- name: API_TOKEN\n  value: ${v}`],
  [alnum(32), (v) => `$env:API_KEY = "${v}"`],
  [alnum(32), (v) => `set API_KEY=${v}`],
  [alnum(32), (v) => `config.setdefault("api_key", "${v}")`],
  [alnum(32), (v) => `os.getenv("API_KEY", "${v}")`],
  [alnum(32), (v) => `api_key: str = "${v}"`],
  [alnum(32), (v) => `process.env.API_KEY || "${v}"`],
  [alnum(32), (v) => `<add key="ApiKey" value="${v}" />`],
  [alnum(32), (v) => `Authorization: Token ${v}`],
  [alnum(32), (v) => `requests.get(url, params={"apikey": "${v}"})`],
  [alnum(32), (v) => `https://api.riverbank.io/v1?api_key=${v}&q=1`],
];

/** Secrets in a place made for them: the value is the part that must not be shown. */
const placed: readonly (readonly [value: string, write: (value: string) => string])[] = [
  [glue("Hx7", "2vork9"), (v) => `DATABASE_URL=postgresql://ada:${v}@db.riverbank.io:5432/ml`],
  [
    glue("Hx7", "2%40vork"),
    (v) => `engine = create_engine("mysql+pymysql://ada:${v}@10.1.2.3/ml")`,
  ],
  [glue("Hx7", "2vork9"), (v) => `mongodb+srv://ada:${v}@c0.ab1cd.mongodb.net/?retryWrites=true`],
  [glue("Hx7", "2vork9"), (v) => `redis://:${v}@cache.riverbank.io:6379/0`],
  [glue("Hx7", "2vork9"), (v) => `broker_url = 'amqp://ada:${v}@mq.riverbank.io//'`],
  [
    glue("Hx7", "2vork9"),
    (v) => `Server=tcp:sql.riverbank.io,1433;User ID=ada;Password=${v};Encrypt=True;`,
  ],
  [glue("Hx7", "2vork9"), (v) => `jdbc:sqlserver://sql.riverbank.io;user=ada;password=${v}`],
  [glue("Hx7", "2vork9"), (v) => `jdbc:postgresql://db.riverbank.io/ml?user=ada&password=${v}`],
  [glue("Hx7", "2vork9"), (v) => `host=db.riverbank.io user=ada password=${v} dbname=ml`],
  [
    glue("Hx7", "2vork9"),
    (v) => `pip install --index-url https://ada:${v}@pypi.riverbank.io/simple x`,
  ],
  [glue("Hx7", "2vork9"), (v) => `machine api.riverbank.io\n  login ada\n  password ${v}\n`],
  [Buffer.from(glue("ada:Hx7", "2vork9")).toString("base64"), (v) => `Authorization: Basic ${v}`],
  [
    Buffer.from(glue("ada:Hx7", "2vork9")).toString("base64"),
    (v) => `{"auths":{"r.io":{"auth":"${v}"}}}`,
  ],
  [glue("Hx7", "2vork9"), (v) => `curl -u ada:${v} https://api.riverbank.io`],
  [alnum(30) + "9aB", (v) => `curl -H 'Authorization: Bearer ${v}' https://api.riverbank.io`],
];

function isFound(value: string, text: string): boolean {
  const at = text.indexOf(value);
  return findSecrets(text).some((each) => each.value.start <= at + 8 && each.value.end > at);
}

function missed(set: typeof formed): readonly string[] {
  return set
    .map(([value, write]) => [value, `# settings\n${write(value)}\nnext = 1\n`] as const)
    .filter(([value, text]) => !isFound(value, text))
    .map(([, text]) => text);
}

describe("what people leave behind is found", () => {
  test("by its form", () => {
    expect(missed(formed)).toEqual([]);
  });

  test("by its name", () => {
    expect(missed(named)).toEqual([]);
  });

  test("by its place", () => {
    expect(missed(placed)).toEqual([]);
  });

  test("private keys and signed tokens", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const part = (value: object): string =>
      Buffer.from(JSON.stringify(value)).toString("base64url");
    const body = `${part({ alg: "HS256" })}.${part({ sub: "svc-7", scope: "admin" })}`;
    const jwt = `${body}.${createHmac("sha256", "k").update(body).digest("base64url")}`;
    for (const text of [
      pem,
      `key: |\n${pem.replaceAll(/^/gm, "  ")}`,
      JSON.stringify({ key: pem }),
      `KEY="${pem.trim().replaceAll("\n", String.raw`\n`)}"`,
      `curl -H "Authorization: Bearer ${jwt}"`,
      `token = "${jwt}"`,
      `Cookie: session=${jwt}; path=/`,
    ])
      expect(findSecrets(text), text.slice(0, 40)).toHaveLength(1);
  });
});
