// Applications of Microsoft Entra that prove themselves by a secret, a certificate, or a token of somebody
// whom they trust. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
import {
  createHash,
  createPrivateKey,
  randomUUID,
  sign,
  X509Certificate,
  constants,
} from "node:crypto";
import { readFile } from "node:fs/promises";
import type { JsonObject } from "../../live/json.ts";
import type { Token } from "../../live/token.ts";
import type { Environment, Surroundings } from "../surroundings.ts";
import { askToken, noAccess } from "./exchange.ts";

const jwtBearer = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Who asks. */
interface Application {
  readonly tenant: string;
  readonly client: string;
}

function applicationOf(env: Environment): Application | undefined {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client } = env;
  if (!tenant || !client) return undefined;
  // It becomes a part of an address.
  if (!/^[\w.-]{1,255}$/.test(tenant)) throw noAccess("AZURE_TENANT_ID is no name of a tenant");
  return { tenant, client };
}

function urlFor({ tenant }: Application, { authority }: Surroundings): string {
  return `${authority}/${tenant}/oauth2/v2.0/token`;
}

async function fileAt(name: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    // What is thrown quotes the path, in whose place people put what the file should hold.
    const { code } = error as NodeJS.ErrnoException;
    throw noAccess(`${name}: the file cannot be read (${code ?? "no file"})`);
  }
}

function encoded(value: JsonObject): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

/** A statement signed with the key of a certificate, in the place of a secret. */
async function assertion(
  application: Application,
  { url, env }: { readonly url: string; readonly env: Environment },
): Promise<string> {
  const pem = await fileAt(
    "AZURE_CLIENT_CERTIFICATE_PATH",
    env["AZURE_CLIENT_CERTIFICATE_PATH"] ?? "",
  );
  const passphrase = env["AZURE_CLIENT_CERTIFICATE_PASSWORD"];
  try {
    const certificate = new X509Certificate(pem);
    const key = createPrivateKey({ key: pem, ...(passphrase ? { passphrase } : {}) });
    const print = createHash("sha256").update(certificate.raw).digest("base64url");
    const now = Math.floor(Date.now() / 1000);
    const head = encoded({ alg: "PS256", typ: "JWT", "x5t#S256": print });
    const claims = encoded({
      aud: url,
      iss: application.client,
      sub: application.client,
      jti: randomUUID(),
      nbf: now - 5,
      exp: now + 600,
    });
    const mark = sign("sha256", Buffer.from(`${head}.${claims}`), {
      key,
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
    });
    return `${head}.${claims}.${mark.toString("base64url")}`;
  } catch {
    // What is thrown may quote the key.
    throw noAccess("AZURE_CLIENT_CERTIFICATE_PATH: there is no certificate with its RSA key", {
      hint: "The file holds both as PEM; `openssl pkcs12 -nodes` makes one of a PFX file.",
    });
  }
}

/** How the environment says that an application proves itself; undefined where it does not say. */
export function applicationToken(
  env: Environment,
  surroundings: Surroundings,
): (() => Promise<Token>) | undefined {
  const application = applicationOf(env);
  if (application === undefined) return undefined;
  const url = urlFor(application, surroundings);
  const common = {
    grant_type: "client_credentials",
    client_id: application.client,
    scope: `${surroundings.audience}/.default`,
  };
  const secret = env["AZURE_CLIENT_SECRET"];
  if (secret) return () => askToken({ url, form: { ...common, client_secret: secret } });
  if (env["AZURE_CLIENT_CERTIFICATE_PATH"])
    return async () => {
      const client_assertion = await assertion(application, { url, env });
      return askToken({
        url,
        form: { ...common, client_assertion_type: jwtBearer, client_assertion },
      });
    };
  const file = env["AZURE_FEDERATED_TOKEN_FILE"];
  if (!file) return undefined;
  return async () => {
    // It is written anew by the platform before it ends.
    const client_assertion = (await fileAt("AZURE_FEDERATED_TOKEN_FILE", file)).trim();
    return askToken({
      url,
      form: { ...common, client_assertion_type: jwtBearer, client_assertion },
    });
  };
}
