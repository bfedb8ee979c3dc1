// How strong each corruption is, from the authors' two sets: one for small pictures (theirs of 32 pixels), one for
// large ones (theirs of 224). Lengths are in pixels of those and scaled to the picture's shorter side.

/** The kinds, in the paper's order. */
export const corruptionKinds = [
  "gaussian-noise",
  "shot-noise",
  "impulse-noise",
  "defocus-blur",
  "glass-blur",
  "motion-blur",
  "zoom-blur",
  "snow",
  "frost",
  "fog",
  "brightness",
  "contrast",
  "elastic",
  "pixelate",
  "jpeg",
] as const;
export type CorruptionKind = (typeof corruptionKinds)[number];

/** Five severities, each the numbers that its corruption takes. */
type Levels = readonly (readonly number[])[];

const small: Readonly<Record<CorruptionKind, Levels>> = {
  "gaussian-noise": [[0.04], [0.06], [0.08], [0.09], [0.1]],
  "shot-noise": [[500], [250], [100], [75], [50]],
  "impulse-noise": [[0.01], [0.02], [0.03], [0.05], [0.07]],
  "defocus-blur": [
    [0.3, 0.4],
    [0.4, 0.5],
    [0.5, 0.6],
    [1, 0.2],
    [1.5, 0.1],
  ],
  "glass-blur": [
    [0.05, 1, 1],
    [0.25, 1, 1],
    [0.4, 1, 1],
    [0.25, 1, 2],
    [0.4, 1, 2],
  ],
  "motion-blur": [
    [6, 1],
    [6, 1.5],
    [6, 2],
    [8, 2],
    [9, 2.5],
  ],
  "zoom-blur": [
    [1.06, 0.01],
    [1.11, 0.01],
    [1.16, 0.01],
    [1.21, 0.01],
    [1.26, 0.01],
  ],
  snow: [
    [0.1, 0.2, 1, 0.6, 8, 3, 0.95],
    [0.1, 0.2, 1, 0.5, 10, 4, 0.9],
    [0.15, 0.3, 1.75, 0.55, 10, 4, 0.9],
    [0.25, 0.3, 2.25, 0.6, 12, 6, 0.85],
    [0.3, 0.3, 1.25, 0.65, 14, 12, 0.8],
  ],
  frost: [
    [1, 0.2],
    [1, 0.3],
    [0.9, 0.4],
    [0.85, 0.4],
    [0.75, 0.45],
  ],
  fog: [
    [0.2, 3],
    [0.5, 3],
    [0.75, 2.5],
    [1, 2],
    [1.5, 1.75],
  ],
  brightness: [[0.05], [0.1], [0.15], [0.2], [0.3]],
  contrast: [[0.75], [0.5], [0.4], [0.3], [0.15]],
  elastic: [
    [0, 0, 0.08],
    [0.05, 0.2, 0.07],
    [0.08, 0.06, 0.06],
    [0.1, 0.04, 0.05],
    [0.1, 0.03, 0.03],
  ],
  pixelate: [[0.95], [0.9], [0.85], [0.75], [0.65]],
  jpeg: [[80], [65], [58], [50], [40]],
};

const large: Readonly<Record<CorruptionKind, Levels>> = {
  "gaussian-noise": [[0.08], [0.12], [0.18], [0.26], [0.38]],
  "shot-noise": [[60], [25], [12], [5], [3]],
  "impulse-noise": [[0.03], [0.06], [0.09], [0.17], [0.27]],
  "defocus-blur": [
    [3, 0.1],
    [4, 0.5],
    [6, 0.5],
    [8, 0.5],
    [10, 0.5],
  ],
  "glass-blur": [
    [0.7, 1, 2],
    [0.9, 2, 1],
    [1, 2, 3],
    [1.1, 3, 2],
    [1.5, 4, 2],
  ],
  "motion-blur": [
    [10, 3],
    [15, 5],
    [15, 8],
    [15, 12],
    [20, 15],
  ],
  "zoom-blur": [
    [1.11, 0.01],
    [1.16, 0.01],
    [1.21, 0.02],
    [1.26, 0.02],
    [1.31, 0.03],
  ],
  snow: [
    [0.1, 0.3, 3, 0.5, 10, 4, 0.8],
    [0.2, 0.3, 2, 0.5, 12, 4, 0.7],
    [0.55, 0.3, 4, 0.9, 12, 8, 0.7],
    [0.55, 0.3, 4.5, 0.85, 12, 8, 0.65],
    [0.55, 0.3, 2.5, 0.85, 12, 12, 0.55],
  ],
  frost: [
    [1, 0.4],
    [0.8, 0.6],
    [0.7, 0.7],
    [0.65, 0.7],
    [0.6, 0.75],
  ],
  fog: [
    [1.5, 2],
    [2, 2],
    [2.5, 1.7],
    [2.5, 1.5],
    [3, 1.4],
  ],
  brightness: [[0.1], [0.2], [0.3], [0.4], [0.5]],
  contrast: [[0.4], [0.3], [0.2], [0.1], [0.05]],
  elastic: [
    [2, 0.7, 0.1],
    [2, 0.08, 0.2],
    [0.05, 0.01, 0.02],
    [0.07, 0.01, 0.02],
    [0.12, 0.01, 0.02],
  ],
  pixelate: [[0.6], [0.5], [0.4], [0.3], [0.25]],
  jpeg: [[25], [18], [15], [10], [7]],
};

/** Shorter side, in pixels, from which a picture is a large one. */
const largeFrom = 96;

/** What a corruption of this severity (1 to 5) takes, and how many times longer lengths are than the authors'. */
export function severityOf(
  kind: CorruptionKind,
  severity: number,
  side: number,
): { readonly levels: readonly number[]; readonly scale: number } {
  const isLarge = side >= largeFrom;
  return {
    levels: (isLarge ? large : small)[kind][severity - 1]!,
    scale: side / (isLarge ? 224 : 32),
  };
}
