import { z } from "zod";
import { PaviseError } from "../../core/index.ts";
import { askJson } from "./http.ts";
import { readGiven } from "./keys.ts";

/** A token that says who somebody is (OpenID Connect), with what it says. Never shown. */
export interface IdentityToken {
  readonly token: string;
  /** What is signed to show that the key is the token's owner's: e-mail address, else subject. */
  readonly subject: string;
}

const Claims = z.object({
  sub: z.string(),
  email: z.string().optional(),
  exp: z.number().optional(),
});

/** Reads what a token says; whether it is true is for Fulcio to find out. Throws `usage`. */
export function readToken(text: string): IdentityToken {
  const token = text.trim();
  const wrong = (message: string): PaviseError =>
    new PaviseError("usage", `the identity token ${message}`, {
      hint: "It is a JSON Web Token for the audience `sigstore`, and lives for minutes.",
    });
  const parts = token.split(".");
  if (parts.length !== 3) throw wrong("is none");
  let json: unknown;
  try {
    json = JSON.parse(Buffer.from(parts[1]!, "base64url").toString());
  } catch {
    throw wrong("cannot be read");
  }
  const claims = Claims.safeParse(json);
  if (!claims.success) throw wrong("does not say whose it is");
  const { sub, email, exp } = claims.data;
  if (exp !== undefined && exp * 1000 < Date.now()) throw wrong("has expired");
  return { token, subject: email ?? sub };
}

/**
 * The token of whoever runs this: from a file, from SIGSTORE_ID_TOKEN (as GitLab gives it), or from
 * GitHub, which is asked for one. Throws `usage` where there is none.
 */
export async function findToken(file: string | undefined): Promise<IdentityToken> {
  if (file !== undefined) return readToken(readGiven(file, "an identity token").toString());
  const { env } = process;
  const given = env["SIGSTORE_ID_TOKEN"];
  if (given !== undefined && given !== "") return readToken(given);
  const url = env["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const secret = env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (url !== undefined && secret !== undefined) {
    const who = "GitHub's token service";
    const answer = z.object({ value: z.string() }).safeParse(
      await askJson({
        url: `${url}&audience=sigstore`,
        who,
        headers: { authorization: `Bearer ${secret}` },
      }),
    );
    if (answer.success) return readToken(answer.data.value);
    throw new PaviseError("service-failed", `${who}: there is no token in its answer`);
  }
  throw new PaviseError("usage", "nothing here says who signs", {
    hint: "In GitHub Actions give the job `permissions: id-token: write`; in GitLab an id_token for the audience sigstore as SIGSTORE_ID_TOKEN; elsewhere --identity-token FILE.",
  });
}
