/** What a tool does to the world. */
export const effects = ["read", "write", "send", "execute", "pay"] as const;
export type Effect = (typeof effects)[number];

/** Verbs in names of tools, by what they do; the first that fits counts. */
const verbs: readonly (readonly [Effect, ReadonlySet<string>])[] = [
  [
    "pay",
    new Set(
      "pay payment payments purchase buy order checkout transfer wire withdraw deposit refund charge subscribe invest trade sell bid donate book".split(
        " ",
      ),
    ),
  ],
  [
    "execute",
    new Set(
      "exec execute run shell bash sh cmd command powershell eval terminal process script python code interpreter deploy install invoke spawn kill restart reboot shutdown launch start stop unlock lock open_door disarm arm".split(
        " ",
      ),
    ),
  ],
  [
    "send",
    new Set(
      "send mail email sms message notify post publish tweet share upload forward reply invite call webhook broadcast push submit comment dm slack fetch browse visit http request curl download".split(
        " ",
      ),
    ),
  ],
  [
    "write",
    new Set(
      "write create update delete remove insert put patch set edit modify save store add append move rename copy drop truncate grant revoke approve merge commit assign cancel schedule reset change enable disable archive clear manage sync import register delete_file".split(
        " ",
      ),
    ),
  ],
  [
    "read",
    new Set(
      "get read list search find query lookup fetch_data view show describe count check retrieve load inspect browse_files status summarize translate calculate compute convert parse validate analyze weather".split(
        " ",
      ),
    ),
  ],
];

/** Words of a name: `sendEmail`, `send_email`, `gmail__send-email` all have send and email. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 200)
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== "");
}

/**
 * The effect that a tool's name tells of; undefined where it tells nothing. A guess for tools that no rule
 * describes: the graver of two, since `get_and_send` sends.
 */
export function guessEffect(name: string): Effect | undefined {
  const words = wordsOf(name);
  // A verb at the beginning says what is done with the nouns that follow: `read_email` reads.
  const [first] = words;
  const reads = verbs.at(-1)![1];
  const isReading = first !== undefined && reads.has(first);
  const rest = isReading ? words.slice(1).filter((word) => !nouns.has(word)) : words;
  const grave = verbs.slice(0, -1).find(([, set]) => rest.some((word) => set.has(word)));
  if (grave !== undefined) return grave[0];
  return isReading || words.some((word) => reads.has(word)) ? "read" : undefined;
}

/** Words that are verbs and, after `get` or `list`, nouns. */
const nouns = new Set(
  "mail email sms message post comment call order payment payments transfer process script code command request book charge trade invite tweet dm slack share start stop set change copy commit store".split(
    " ",
  ),
);
