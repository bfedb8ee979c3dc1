// Objects of Java as they are written (`ObjectOutputStream`): models of Weka, H2O and JPMML. Who reads them makes an
// object of each class that the file names, and some classes of common libraries run what they hold while they are
// made: https://docs.oracle.com/javase/8/docs/platform/serialization/spec/protocol.html , ysoserial.
import type { ByteSource } from "../formats/bytes/source.ts";
import type { DataModel } from "./data-model.ts";
import { actLine, type ListingLine } from "./listing.ts";

const maxSearched = 8 * 1024 * 1024;
const maxNames = 10_000;
const maxTold = 20;
/** Classes that run, look up or fetch what they are filled with. */
const gadgets: readonly RegExp[] = [
  /^org\.apache\.commons\.collections4?\.(?:functors\.\w+|keyvalue\.TiedMapEntry|map\.(?:Lazy|Defaulted)Map|comparators\.TransformingComparator)$/,
  /^(?:com\.sun\.)?org\.apache\.xalan\.(?:internal\.)?xsltc\.trax\.TemplatesImpl$/,
  /^org\.apache\.commons\.beanutils\.BeanComparator$/,
  /^(?:javax\.management\.BadAttributeValueExpException|sun\.reflect\.annotation\.AnnotationInvocationHandler)$/,
  /^org\.codehaus\.groovy\.runtime\.(?:ConvertedClosure|MethodClosure)$/,
  /^org\.springframework\.(?:aop\.framework\.|beans\.factory\.|core\.SerializableTypeWrapper|transaction\.jta\.)/,
  /^com\.mchange\.v2\.(?:c3p0|naming)\./,
  /^(?:bsh\.(?:XThis|Interpreter)|org\.python\.core\.Py\w+|org\.mozilla\.javascript\.\w+|clojure\.(?:core\$\w+|inspector\.proxy\S*))$/,
  /^org\.hibernate\.(?:engine\.spi\.TypedValue|tuple\.|property\.)/,
  /^com\.sun\.rowset\.JdbcRowSetImpl$/,
  /^(?:java\.rmi\.server\.(?:UnicastRemoteObject|RemoteObjectInvocationHandler)|sun\.rmi\.server\.UnicastRef2?)$/,
  /^java\.lang\.(?:ProcessBuilder|Runtime)$/,
  /^(?:org\.apache\.(?:commons|wicket\S*)\.\S*DiskFileItem|com\.(?:rometools\.rome|sun\.syndication)\.feed\.impl\.\w+)$/,
];

/** True for the beginning of objects of Java. */
export function isJavaObjects(head: Buffer): boolean {
  return head.length >= 6 && head.readUInt32BE(0) === 0xaced0005;
}

/** The classes that a file names; what runs while they are made is told. Total. */
export function javaModel(source: ByteSource): DataModel {
  const bytes = source.read(0, Math.min(source.size, maxSearched));
  const names = new Set<string>();
  // A description of a class: its mark, the length of its name, its name, and a number of 8 bytes.
  for (
    let at = bytes.indexOf(0x72, 4);
    at >= 0 && at + 3 < bytes.length && names.size < maxNames;
    at = bytes.indexOf(0x72, at + 1)
  ) {
    const length = bytes.readUInt16BE(at + 1);
    if (length < 3 || length > 300 || at + 11 + length > bytes.length) continue;
    const name = bytes.toString("latin1", at + 3, at + 3 + length);
    if (/^\[*L?[A-Za-z_$][\w$]*(?:\.[\w$]+)+;?$/.test(name))
      names.add(name.replace(/^\[+L|;$/g, ""));
  }
  const lines: ListingLine[] = [{ text: `# objects of Java, of ${names.size} classes` }];
  for (const name of names)
    if (lines.length <= maxTold && gadgets.some((pattern) => pattern.test(name)))
      lines.push(
        actLine(
          `new ${name}()`,
          "runs",
          `${name} is made, which runs or fetches what the file puts into it`,
        ),
      );
  const unread =
    source.size > maxSearched ? `only its first ${maxSearched} bytes were read` : undefined;
  return { lines, payloads: [], ...(unread === undefined ? {} : { unread }) };
}
