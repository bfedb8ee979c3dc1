import { hash } from "node:crypto";
import { html } from "hono/html";
import { codeSpans, neutralize, oneLine } from "./text.ts";

/** Escaped markup; whatever is put into a template and is not this is escaped there. */
export type Html = ReturnType<typeof html>;

const squeezed = new WeakMap<TemplateStringsArray, TemplateStringsArray>();

/** `html` without the indentation of its template, for what a page repeats thousands of times. */
export function lean(strings: TemplateStringsArray, ...values: unknown[]): Html {
  let short = squeezed.get(strings);
  if (short === undefined) {
    const texts = strings.map((text) => text.replace(/\n\s*/g, " "));
    short = Object.assign(texts, { raw: texts });
    squeezed.set(strings, short);
  }
  return html(short, ...values);
}

/** Prose with its `code` spans; hidden characters are made visible. */
export function prose(text: string): Html {
  const parts = codeSpans(oneLine(text)).map((part, index) =>
    index % 2 === 1 ? html`<code>${part}</code>` : part,
  );
  return html`${parts}`;
}

/** A reference: a link where it is an address, text where it is not. */
export function reference(text: string): Html {
  const shown = neutralize(text);
  if (!isWebAddress(text)) return html`${shown}`;
  return html`<a href="${text}" rel="noopener noreferrer">${shown}</a>`;
}

/** True for an address that a link may lead to: nothing but http and https. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[!-~]+$/.test(text) && URL.canParse(text);
}

/** The source expression under which a content security policy admits an inline text. */
export function cspHash(text: string): string {
  return `'sha256-${hash("sha256", text, "base64")}'`;
}
