import { styleText } from "node:util";
import type { Severity } from "../core/index.ts";

/** What `styleText` takes. */
export type Style = Parameters<typeof styleText>[0];

/** Styles a text, or gives it back as it is where colours are off. */
export type Paint = (style: Style, text: string) => string;

/** The one place that decides whether escape sequences are written. */
export function painter(color: boolean): Paint {
  if (!color) return (_style, text) => text;
  return (style, text) => (text === "" ? "" : styleText(style, text, { validateStream: false }));
}

/** Colour and mark of a severity; the word stands beside them, so neither carries meaning alone. */
export const severityLook: Readonly<Record<Severity, { mark: string; style: Style }>> = {
  critical: { mark: "✖", style: ["bold", "magenta"] },
  high: { mark: "▲", style: ["bold", "red"] },
  medium: { mark: "◆", style: "yellow" },
  low: { mark: "●", style: "cyan" },
  info: { mark: "○", style: "gray" },
};
