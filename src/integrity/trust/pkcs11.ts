import { spawn } from "node:child_process";
import { createHash, type KeyObject } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PaviseError } from "../../core/index.ts";
import { hashOf, readGiven } from "./keys.ts";
import { derSignature, ecSpki, publicKeyOf } from "./device-key.ts";
import type { SigningKey } from "./seal.ts";

// Devices are spoken to by OpenSC's pkcs11-tool, in a process of its own: the module of a device is
// native code of its maker, which has no place in ours, and nothing has to be compiled to install
// Pavise. The PIN goes by the environment, never by an argument that others can see.

const tool = "pkcs11-tool";
const timeoutMs = 60_000;
const maxPrinted = 4 * 1024 * 1024;
const pinVariable = "PAVISE_PKCS11_PIN";

/** A key by its address (RFC 7512). */
interface Address {
  readonly module: string;
  readonly token?: string;
  readonly slot?: string;
  readonly object?: string;
  /** Hex. */
  readonly id?: string;
  readonly pin?: string;
}

function usage(message: string, hint: string): PaviseError {
  return new PaviseError("usage", `pkcs11: ${message}`, { hint });
}

const example =
  "pkcs11:token=release;object=signing?module-path=/usr/lib/softhsm/libsofthsm2.so, the PIN in PAVISE_PKCS11_PIN.";

function partsOf(text: string, separator: string): ReadonlyMap<string, string> {
  const parts = text.split(separator).filter((part) => part !== "");
  return new Map(
    parts.map((part) => {
      const at = part.indexOf("=");
      if (at < 0) throw usage(`${part.slice(0, 40)} says nothing`, example);
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
}

function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return decodeURIComponent(text);
  } catch {
    throw usage("an escape in it is none", example);
  }
}

/** `id=%01%02` is bytes, not a text. */
function bytesOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return text.replaceAll(/%([0-9a-f]{2})|([^])/gi, (_, hex?: string, char = "") =>
    hex === undefined ? Buffer.from(char).toString("hex") : hex.toLowerCase(),
  );
}

function pinFrom(query: ReadonlyMap<string, string>): string | undefined {
  const source = decoded(query.get("pin-source"));
  if (source !== undefined) {
    const file = source.startsWith("file:") ? fileURLToPath(source) : source;
    return readGiven(file, "the PIN").toString("utf8").trim();
  }
  return decoded(query.get("pin-value")) ?? process.env[pinVariable];
}

/** Reads an address. Throws `usage` and `file-missing`. */
export function readAddress(text: string): Address {
  const [path = "", search = ""] = text.slice("pkcs11:".length).split("?");
  const [attributes, query] = [partsOf(path, ";"), partsOf(search, "&")];
  const module = decoded(query.get("module-path")) ?? process.env["PAVISE_PKCS11_MODULE"];
  if (module === undefined) throw usage("no module is named", example);
  const [object, id] = [decoded(attributes.get("object")), bytesOf(attributes.get("id"))];
  if (object === undefined && id === undefined) throw usage("no key is named", example);
  const [token, slot] = [decoded(attributes.get("token")), attributes.get("slot-id")];
  return { module, token, slot, object, id, pin: pinFrom(query) };
}

function commonArguments({ module, token, slot, object, id, pin }: Address): readonly string[] {
  return [
    "--module",
    module,
    ...(token === undefined ? [] : ["--token-label", token]),
    ...(slot === undefined ? [] : ["--slot", slot]),
    ...(object === undefined ? [] : ["--label", object]),
    ...(id === undefined ? [] : ["--id", id]),
    ...(pin === undefined ? [] : ["--login", "--pin", `env:${pinVariable}`]),
  ];
}

function said(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const line = lines.find((each) => /error|fail|CKR_/i.test(each)) ?? lines[0] ?? "";
  return line.slice(0, 200);
}

/** Runs the tool; gives what it prints. */
function run({ pin, ...address }: Address, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(tool, [...commonArguments({ ...address, pin }), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      env: pin === undefined ? process.env : { ...process.env, [pinVariable]: pin },
      timeout: timeoutMs,
    });
    let [printed, complaint] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => {
      if (printed.length < maxPrinted) printed += chunk.toString();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (complaint.length < 4_000) complaint += chunk.toString();
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      const message = error.code === "ENOENT" ? `${tool} is not installed` : error.message;
      const hint = "It comes with OpenSC: `apt install opensc`, `brew install opensc`.";
      reject(new PaviseError("service-failed", `pkcs11: ${message}`, { hint, cause: error }));
    });
    child.on("close", (code) => {
      const hint = `Look at the token, the name of the key and the PIN (${pinVariable}): \`${tool} --module … --list-objects --login\`.`;
      if (code === 0) resolve(printed);
      else reject(new PaviseError("service-failed", `pkcs11: ${said(complaint)}`, { hint }));
    });
  });
}

/** One object of a listing: its fields by name, in small letters. */
function fieldsOf(block: string): ReadonlyMap<string, string> {
  return new Map(
    block.split("\n").flatMap((line) => {
      const match = /^\s+(\w+):\s+(.*)$/.exec(line);
      return match === null ? [] : [[match[1]!.toLowerCase(), match[2]!.trim()] as const];
    }),
  );
}

/**
 * The public key of a device, from the listing of its objects: reading one as an object fails for
 * P-384 in releases of OpenSC that are in use.
 */
async function readPublic(address: Address): Promise<KeyObject> {
  const listing = await run(address, ["--list-objects", "--type", "pubkey"]);
  const found = listing
    .split(/^(?=Public Key Object)/m)
    .map(fieldsOf)
    .filter(
      (fields) =>
        fields.has("ec_point") &&
        (address.object === undefined || fields.get("label") === address.object) &&
        (address.id === undefined || fields.get("id")?.toLowerCase() === address.id),
    );
  const [fields] = found;
  if (fields === undefined || found.length > 1)
    throw new PaviseError(
      "key-invalid",
      `pkcs11: ${found.length === 0 ? "no public elliptic curve key" : "more than one key"} is called so`,
      {
        hint: "Name it by object and id; the public key has to be on the token beside the private one.",
      },
    );
  const point = Buffer.from(fields.get("ec_point") ?? "", "hex");
  const curve = Buffer.from(fields.get("ec_params") ?? "", "hex");
  // An octet string by the standard; the point itself on some devices.
  const isWrapped =
    point[0] === 0x04 && [point[1]! + 2, (point[2] ?? 0) + 3].includes(point.length);
  const bare = isWrapped ? point.subarray(point[1]! < 0x80 ? 2 : 3) : point;
  return publicKeyOf(ecSpki(curve, bare), "pkcs11");
}

/** Signs a digest; files of its own carry it there and back. */
async function signDigest(address: Address, digest: Buffer): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), "pavise-pkcs11-"));
  try {
    const [input, output] = [join(folder, "in"), join(folder, "out")];
    writeFileSync(input, digest, { mode: 0o600 });
    const files = ["--input-file", input, "--output-file", output];
    await run(address, ["--sign", "--mechanism", "ECDSA", ...files]);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens a key of a PKCS#11 device. Throws `usage`, `key-invalid` and `service-failed`. */
export async function openPkcs11Key(text: string): Promise<SigningKey> {
  const address = readAddress(text);
  const publicKey = await readPublic(address);
  return {
    publicKey,
    sign: async (message) => {
      const digest = createHash(hashOf(publicKey) ?? "sha256")
        .update(message)
        .digest();
      return derSignature(await signDigest(address, digest));
    },
  };
}
