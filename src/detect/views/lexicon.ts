// Words that tell whether letters say something: the commonest of English, those of orders to a
// machine, and a few of other languages that are written in the same letters.
const common =
  "a i the and you that was for are with his they this have from one had word but not what all were when your can said there use each which she how their will other about out many then them these some her would make like him into time has look two more write see number way could people than first water been call who its now find long down day did get come made may part over new sound take only little work know place year live back give most very after thing our just name good sentence man think say great where help through much before line right too mean old any same tell boy follow came want show also around form three small set put end does another well large must big even such because turn here why ask went men read need land different home move try kind hand picture again change off play spell air away animal house point page letter mother answer found study still learn should world high every near add food between own below country plant last school father keep tree never start city earth eye light thought head under story saw left few while along might close something seem next hard open example begin life always those both paper together got group often run to of in is it he on as at be or by we an if my so up do no go us me am do";
const orders =
  "ignore ignoring disregard forget override bypass previous prior above earlier instruction instructions rule rules guideline guidelines prompt prompts system developer assistant user message messages secret secrets password passwords key keys token tokens reveal print output repeat display send email mail forward delete remove execute command commands code script file files data private confidential information access account admin administrator mode unrestricted restrictions restriction filter filters policy policies safety ethical without limits pretend act role character respond reply response question request task context conversation model language decode encoded translate summarize summary document website link click visit download install payment transfer money bank credit card number address phone please important immediately urgent attention note warning now instead everything nothing anything complete completely full exact exactly initial hidden special new original training knowledge generate provide explain describe list steps bomb weapon hack hacking exploit malware virus attack steal illegal drugs kill jailbreak dan sure okay yes hello world test tool function call api url http https www com";
const elsewhere =
  "que los las para por con una del como pero todo instrucciones ignora anteriores sistema mensaje contrase les des vous est dans pour pas sur toutes ignorez ignore und der die das nicht sie ist alle anweisungen ignoriere vorherigen ein eine mit non che per sono tutte istruzioni ignora precedenti sistema uma nao voce instrucoes todas anteriores het een van niet";

/** A rolling hash of a word in lower case. */
export function hashStep(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

export const plainBit = 1;
export const rot13Bit = 2;
export const reversedBit = 4;

/** Words that are others when they are read backwards, in some language. */
const twoWays = new Set(
  "ton era saw won now live evil was dog god net ten tub but nor ron sin nis sed der red tes set les sel sle sam mas nam man nap sag mid dim dna dan nad raw war dam mad tel let neve ned den nov von sat tas sal las sol los nu un une enu nos son sno ova evo per rep rop por moc www ros sor yam may yrt pot top got tog tug gut".split(
    " ",
  ),
);

export function rot13Code(code: number): number {
  const lower = code | 32;
  if (lower < 97 || lower > 122) return code;
  return code + (lower < 110 ? 13 : -13);
}

function rot13(word: string): string {
  return word.replaceAll(/[a-z]/g, (letter) =>
    String.fromCharCode(rot13Code(letter.charCodeAt(0))),
  );
}

function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = hashStep(hash, word.charCodeAt(at));
  return hash;
}

const size = 8192;
/** Open addressing: a hash in each place, and what is known of it. */
const hashes = new Int32Array(size);
const known = new Uint8Array(size);
/** How often two letters follow each other in the words above. */
const pairs = new Uint16Array(26 * 26);

function add(word: string, bit: number): void {
  const hash = hashOf(word);
  let place = hash & (size - 1);
  while (known[place] !== 0 && hashes[place] !== hash) place = (place + 1) & (size - 1);
  hashes[place] = hash;
  known[place]! |= bit;
}

let isFilled = false;

function fill(): void {
  isFilled = true;
  const english = `${common} ${orders}`.split(" ");
  const words = new Set([...english, ...elsewhere.split(" ")]);
  for (const word of words) add(word, plainBit);
  for (const word of words) {
    if (word.length < 3) continue;
    const turned = rot13(word);
    if (!words.has(turned)) add(turned, rot13Bit);
    const backwards = Array.from(word).reverse().join("");
    if (!words.has(backwards) && !twoWays.has(backwards)) add(backwards, reversedBit);
  }
  for (const word of english)
    for (let at = 1; at < word.length; at++)
      pairs[(word.charCodeAt(at - 1) - 97) * 26 + word.charCodeAt(at) - 97]!++;
}

/** What is known of a word, by its hash: bits for a word as it is, turned by 13, and backwards. */
export function bitsOfWord(hash: number): number {
  if (!isFilled) fill();
  let place = hash & (size - 1);
  while (known[place] !== 0) {
    if (hashes[place] === hash) return known[place]!;
    place = (place + 1) & (size - 1);
  }
  return 0;
}

/** True for a word of the list, in lower case. */
export function isWord(word: string): boolean {
  return (bitsOfWord(hashOf(word)) & plainBit) !== 0;
}

/** How usual it is that one letter follows another (lower case, ASCII); 0 for what is no letter. */
export function pairCount(first: string, second: string): number {
  if (!isFilled) fill();
  const a = first.charCodeAt(0) - 97;
  const b = second.charCodeAt(0) - 97;
  return a >= 0 && a < 26 && b >= 0 && b < 26 ? pairs[a * 26 + b]! : 0;
}
