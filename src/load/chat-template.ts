import { templateThreats, type TemplateThreat } from "../detect/template.ts";
import type { ActKind } from "./judge.ts";

const kinds = {
  escape: "template",
  odd: "odd-template",
  rewrite: "rewriting-template",
} as const satisfies Record<TemplateThreat["kind"], ActKind>;

/** The worst of what a chat template does, since one payload has many parts. */
export function templateAct(
  template: string,
):
  | { readonly kind: ActKind; readonly message: string; readonly threat: TemplateThreat }
  | undefined {
  const threats = templateThreats(template);
  const threat =
    threats.find(({ kind }) => kind === "escape") ??
    threats.find(({ kind }) => kind === "odd") ??
    threats[0];
  if (threat === undefined) return undefined;
  const message = `The chat template leaves what a chat needs: ${threat.message}`;
  return { kind: kinds[threat.kind], message, threat };
}
