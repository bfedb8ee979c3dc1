/** Letters and digits of a text alone, in small letters, and where each stood. */
export interface Letters {
  readonly codes: Uint16Array;
  /** Offsets in the text. */
  readonly offsets: Uint32Array;
  readonly length: number;
}

/** From here on a character of Chinese, Japanese or Korean says as much as three letters, and counts so. */
const firstIdeograph = 0x2e80;
const ideographWeight = 3;
const ideographs = /[\u2e80-\uffff]/;

/** Small letter of an ASCII code; 0 for what is neither letter nor digit. */
const small = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[0-9a-z]/i.test(char)) small[code] = char.toLowerCase().charCodeAt(0);
}

/** Spaces, dashes and quotes of typesetting, marks that combine, and what is not shown. */
function isNoLetter(code: number): boolean {
  return (
    code < 0xc0 ||
    (code >= 0x300 && code < 0x370) ||
    (code >= 0x2000 && code < firstIdeograph) ||
    (code >= 0x3000 && code < 0x3040) ||
    (code >= 0xfe00 && code < 0xff10) ||
    code >= 0xfff0
  );
}

/** Takes a text down to its letters: case, spacing, punctuation and markup are how one disguises a copy. */
export function lettersOf(text: string): Letters {
  const most = ideographs.test(text) ? text.length * ideographWeight : text.length;
  const codes = new Uint16Array(most);
  const offsets = new Uint32Array(most);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) {
      const letter = small[code]!;
      if (letter === 0) continue;
      codes[length] = letter;
      offsets[length++] = at;
    } else if (!isNoLetter(code)) {
      const isIdeograph = code >= firstIdeograph;
      const letter =
        isIdeograph || code > 0x17f ? foldOther(code) : text[at]!.toLowerCase().charCodeAt(0);
      for (let times = isIdeograph ? ideographWeight : 1; times > 0; times--) {
        codes[length] = letter;
        offsets[length++] = at;
      }
    }
  }
  return { codes, offsets, length };
}

function foldOther(code: number): number {
  return code >= firstIdeograph ? code : String.fromCharCode(code).toLowerCase().charCodeAt(0);
}
