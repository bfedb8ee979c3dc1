/** A picture as bytes: height × width × channels, row by row. Channels: grey; grey, alpha; R, G, B; R, G, B, alpha. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
  readonly data: Uint8Array;
}

/** What cannot be decoded is a text. */
export type Decoded = Picture | { readonly problem: string };
