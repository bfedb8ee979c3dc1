import { tokenKinds } from "./kinds.ts";
import { startsHere, type Matcher } from "./secret.ts";

// A header and a payload are JSON objects, which begin so in base64 (RFC 7519, RFC 7515).
const beginning = /eyJ[A-Za-z0-9_-]{8,2000}/y;
const form =
  /eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{6,8000}\.[A-Za-z0-9_-]{20,1400}(?![A-Za-z0-9_-])/y;

/** Tokens that expired longer ago are of no use to anybody, in seconds. */
const longAgo = 30 * 24 * 3600;

function objectOf(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** A matcher for JSON Web Tokens; `now` is in seconds since 1970. */
export function jwtMatcher(now: number): Matcher {
  return (text, at, on) => {
    if (!startsHere(text, at)) return 0;
    beginning.lastIndex = at;
    if (!beginning.test(text)) return 0;
    if (!text.startsWith(".eyJ", beginning.lastIndex)) return beginning.lastIndex;
    form.lastIndex = at;
    if (!form.test(text)) return beginning.lastIndex;
    const end = form.lastIndex;
    const [head = "", body = ""] = text.slice(at, end).split(".");
    const header = objectOf(head);
    const payload = objectOf(body);
    if (header === undefined || payload === undefined) return end;
    const { alg } = header;
    if (typeof alg !== "string" || alg.toLowerCase() === "none") return end;
    const { exp, sub, name, role } = payload;
    if (typeof exp === "number" && exp < now - longAgo) return end;
    // The token that jwt.io shows, and its many children.
    if (sub === "1234567890" || name === "John Doe") return end;
    // Supabase's other key is made to be published.
    if (role === "anon") return end;
    const isService = role === "service_role";
    const value = { start: at, end };
    on(
      {
        kind: isService ? tokenKinds.supabase : tokenKinds.jwt,
        ...value,
        value,
        confidence: "high",
        isVerified: true,
      },
      1,
    );
    return end;
  };
}
