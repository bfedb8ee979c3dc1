// Letters that are drawn like a Latin one. After Unicode Technical Standard 39 (Unicode Security
// Mechanisms, "confusables"), as far as they are letters that a person would read as part of a word.

/** Each pair: a letter, and the Latin one that it is drawn like. */
const alike =
  // Cyrillic
  "аa ӑă еe ѐè ёë оo рp сc уy ўў хx іi їï јj ѕs һh ԁd ԛq ԝw ӏl ғf ҽe ѵv ԍg үy ҫç ӡʒ ӕæ ӓä ӧö ӱÿ ӳy ӯy ӊn ҡk қk ҟk ҝk ԟk " +
  "АA ВB ЕE ЅS ІI ЈJ КK МM НH ОO РP СC ТT УY ХX ԌG ԚQ ԜW ҮY ӀI Ѵv ѠW ҒF ҺH ԀD ҪÇ Ҽe Ӓä Ӧö Ѐè Ёë Її ҚK ҠK ҞK ЗZ " +
  // Greek
  "αa οo ρp νv υu ιi κk χx τt ηn γy ωw ϲc ϳj ςs εe βb σo ϐb ϰk ϱp ϵe άa έe ήn ίi όo ύu ώw ϊi ϋu ΐi ΰu " +
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϿJ ΆA ΈE ΉH ΊI ΌO ΎY " +
  // Armenian
  "օo ոn սu հh զq ցg գq քf ԱU ՕO ՍU ՏS ԼL լl յj ոn ռn ժd ւi " +
  // Cherokee, Lisu, Coptic
  "ᎪA ᏼB ᏟC ᎠD ᎬE ᎶG ᎻH ᎥI ᎫJ ᏦK ᏞL ᎷM Ꮲp ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᏃZ ᎩY ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ " +
  "ⲟo ⲣp ⲥc ⲭx ⲩy ⲓi ⲕk ⲁa ⲛn ⲧt ⲘM ⲞO ⲢP ⲤC ⲬX ⲦT ⲚN ⲔK ⲎH ⲂB ⲀA ⲈE ⲒI";

/** Letters of other scripts that are less like it: they count in a word that has Latin letters as well. */
const somewhatAlike =
  "вb гr дd зz иu йu кk лn мm нh пn тt фf цu чy шw щw ъb ьb эe юo яr бb ђh ћh љn њh џu ќk ґr єe жx " +
  "БB ГR ДD ИN ЙN ЛL ПN ФF ЦU ЧY ШW ЩW ЬB ЭE ЯR ЄE ҐR ЂT ЖX " +
  "δd ζz θo λl μu ξe πn φo ψy ΓR ΔA ΘO ΛA ΞE ΠN ΣE ΦO ΨY ΩO";

/**
 * Small capitals and phonetic letters. Left out are letters that languages are written with: ø, đ, ł,
 * the ɓ, ɗ and ƙ of Hausa, the ɖ and ƒ of Ewe.
 */
const latinAlike =
  "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg ǀl ɭl ʍm ɯw ꞓc ᶃg ɐa ƅb ƽs ꬰe ꬲe ꬵf ƈc ɠg ɦh ɨi ʝj ɱm ɳn ɋq ɾr ɽr ʂs ʈt ʉu ʌv ⱳw ʐz ƶz";

/** Turkish has a letter for it; folded only where nothing else is Turkish. */
export const dotlessI = "ı";

function tableOf(pairs: string): ReadonlyMap<number, string> {
  const table = new Map<number, string>();
  for (const pair of pairs.split(" ")) {
    // What is not one character for one would move offsets.
    if (pair.length === 2) table.set(pair.charCodeAt(0), pair.charAt(1));
  }
  return table;
}

/** By UTF-16 code unit: the Latin letter that another script's letter is drawn like. */
export const strongLookalikes = tableOf(alike);
export const weakLookalikes = tableOf(somewhatAlike);
export const latinLookalikes = tableOf(latinAlike);
