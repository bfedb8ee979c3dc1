import type { AnyAttack } from "../define.ts";
import { apgdCe, apgdDlr, apgdT } from "./apgd.ts";
import { autoAttack } from "./auto-attack.ts";
import { carliniWagnerL2, carliniWagnerLinf } from "./carlini-wagner.ts";
import { deepFool } from "./deepfool.ts";
import { diFgsm, tiFgsm } from "./diverse.ts";
import { elasticNet } from "./elastic-net.ts";
import { fabT, fabUntargeted } from "./fab.ts";
import { fgsm, rFgsm } from "./fgsm.ts";
import { jsma } from "./jsma.ts";
import { miFgsm, niFgsm, siNiFgsm, vmiFgsm } from "./momentum.ts";
import { patch } from "./patch.ts";
import { bim, pgd } from "./pgd.ts";
import { spatial } from "./spatial.ts";
import { universal } from "./universal.ts";

/** Attacks that follow the model's gradients, and the spatial one, which tries a grid. */
export const gradientAttacks: readonly AnyAttack[] = [
  fgsm,
  rFgsm,
  bim,
  pgd,
  miFgsm,
  niFgsm,
  siNiFgsm,
  diFgsm,
  tiFgsm,
  vmiFgsm,
  apgdCe,
  apgdDlr,
  apgdT,
  fabUntargeted,
  fabT,
  autoAttack,
  deepFool,
  carliniWagnerL2,
  carliniWagnerLinf,
  elasticNet,
  jsma,
  universal,
  patch,
  spatial,
];
