import type { Severity } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import { PythonValue, type PythonCall } from "../../formats/python/values.ts";
import { lastWord } from "./support.ts";
import { namesIn } from "./words.ts";

/** What a call does to the world outside the program. */
export interface Effect {
  /** As the end of a sentence that begins with the tool. */
  readonly does: string;
  readonly severity: Severity;
  /** Where only those who look closely want to know. */
  readonly isQuiet?: boolean;
  /** The parameter that decides what it is done to, where that is what makes it bad. */
  readonly chosenBy?: string;
}

const runs: Effect = { does: "runs programs", severity: "medium" };
const deletes: Effect = { does: "deletes files", severity: "medium" };
const writes: Effect = { does: "writes files", severity: "low" };
const sends: Effect = { does: "sends mail or messages", severity: "medium" };
const pays: Effect = { does: "moves money", severity: "medium" };
const stores: Effect = { does: "changes a database", severity: "medium" };
const clouds: Effect = { does: "changes cloud resources", severity: "medium" };
const requests: Effect = { does: "changes something over HTTP", severity: "low" };
const posts: Effect = { does: "posts over HTTP", severity: "low", isQuiet: true };

/** Effects by the qualified name of what is called. */
const named: readonly (readonly [name: RegExp, effect: Effect])[] = [
  [
    /^(?:os\.(?:system|popen|exec\w+|spawn\w+|posix_spawnp?)|subprocess\.(?!list2cmdline|CalledProcessError|TimeoutExpired|STARTUPINFO)\w+|asyncio\.create_subprocess_\w+|pty\.spawn|pexpect\.\w+|exec|eval)$/,
    runs,
  ],
  [/^paramiko\..*\.exec_command$/, runs],
  [/^(?:os\.(?:remove|unlink|rmdir|removedirs)|shutil\.rmtree|send2trash\.\w+)$/, deletes],
  [/^pathlib\.Path\(\).*\.(?:unlink|rmdir)$/, deletes],
  [/^(?:shutil\.(?:move|copy\w*)|os\.(?:rename|replace|renames|truncate))$/, writes],
  [/^smtplib\..*\.(?:sendmail|send_message)$/, sends],
  [
    /^(?:yagmail|sendgrid|mailjet_rest|postmarker|resend|O365|twilio|vonage|telegram|telebot|discord|slack_sdk|slack|pywhatkit|tweepy|linkedin_api)\b.*\.(?:send\w*|create|post|chat_postMessage|files_upload\w*|create_tweet|update_status|reply|sendwhatmsg\w*)$/,
    sends,
  ],
  [
    /^stripe\.(?:.*\.)?(?:PaymentIntent|Charge|Refund|Transfer|Payout|Subscription|Invoice|payment_intents|charges|refunds|transfers|payouts|subscriptions|invoices)\.(?:create|capture|confirm|pay|finalize_invoice|cancel|delete|modify|update)$/,
    pays,
  ],
  [
    /^(?:paypalrestsdk|paypalcheckoutsdk|braintree|square|razorpay|web3|plaid|coinbase|ccxt|alpaca\w*)\b.*\.(?:create\w*|execute|sale|refund|send_transaction|send_raw_transaction|transfer\w*|submit_order|place_order|create_order)$/,
    pays,
  ],
  [/^boto3\b.*\.(?:send_email|send_raw_email|send_templated_email|publish|send_message)$/, sends],
  [
    /^boto3\b.*\.(?:put|delete|terminate|stop|start|create|run|update|modify|reboot|attach|detach|upload|copy|restore|reset|revoke|authorize)_\w+$/,
    clouds,
  ],
  [/^google\.cloud\b.*\.(?:delete|insert|update|create|upload)\w*$/, clouds],
  [
    /^azure\b.*\.(?:begin_)?(?:delete|create|update|upload|restart|start|stop|power_off)\w*$/,
    clouds,
  ],
  [/^kubernetes\b.*\.(?:delete|create|patch|replace)_\w+$/, clouds],
  [/^(?:requests|httpx|aiohttp)\.(?:.*\.)?(?:put|patch|delete)$/, requests],
  [/^(?:requests|httpx|aiohttp)\.(?:.*\.)?post$/, posts],
];

/** Methods whose name alone says it, whatever they are called on. */
const methods: ReadonlyMap<string, Effect> = new Map([
  ["chat_postMessage", sends],
  ["sendmail", sends],
  ["send_mail", sends],
  ["send_email", sends],
  ["send_message", sends],
  ["sendMessage", sends],
  ["send_sms", sends],
  ["send_tweet", sends],
  ["create_tweet", sends],
  ["write_text", writes],
  ["write_bytes", writes],
  ["rmtree", deletes],
  ["terminate_instances", clouds],
  ["delete_object", clouds],
  ["delete_bucket", clouds],
  ["put_object", clouds],
  ["exec_command", runs],
  ["executescript", stores],
]);

const writeStatement =
  /^\s*(?:insert|update|delete|drop|alter|create|truncate|replace|merge|grant)\b/i;

function isShell(call: PythonCall): boolean {
  return (
    !/^(?:subprocess|asyncio)\./.test(call.name) ||
    call.method.includes("shell") ||
    call.method.startsWith("getoutput") ||
    call.method.startsWith("getstatusoutput") ||
    call.keyword("shell")?.truth() === true
  );
}

/**
 * What a call does, as far as its name and first arguments tell. `parameters` are those of the
 * function around it: what a model, or the tool that it called, hands over.
 */
export function effectOf(call: PythonCall, parameters: ReadonlySet<string>): Effect | undefined {
  const { name, method } = call;
  if (method === "execute" || method === "executemany") return statementOf(call, parameters);
  const effect =
    name === "open" || name === "io.open" || name === "aiofiles.open"
      ? openingOf(call)
      : (named.find(([pattern]) => pattern.test(name))?.[1] ?? methods.get(method));
  if (effect === runs && isFixedProgram(call)) return { ...runs, isQuiet: true };
  // A program with its arguments in a list does one thing; a shell does anything.
  if (effect === runs && !isShell(call)) return { ...runs, severity: "low" };
  if (effect !== writes && effect !== deletes) return effect;
  // A file of the tool's own choice, a cache or a report, is another matter than one of the model's.
  const chosenBy = placesOf(call)
    .map((place) => parameterIn(place, call, parameters))
    .find((found) => found !== undefined);
  return chosenBy === undefined ? { ...effect, isQuiet: true } : { ...effect, chosenBy };
}

function openingOf(call: PythonCall): Effect | undefined {
  const mode = call.argument(1, "mode")?.string() ?? "r";
  return /[wax+]/.test(mode) ? writes : undefined;
}

/** What a function of a library does that is made a tool as it is: `tools=[os.remove]`. */
export function effectOfName(name: string): Effect | undefined {
  return named.find(([pattern]) => pattern.test(name))?.[1];
}

/** `["git", *words]` without a shell: which program it is was settled by whoever wrote the tool. */
function isFixedProgram(call: PythonCall): boolean {
  const words = call.argument(0, "args")?.elements();
  const program = words?.[0]?.string();
  if (program === undefined || call.keyword("shell")?.truth() === true) return false;
  return !/(?:^|\/)(?:(?:ba|z|k|da)?sh|cmd(?:\.exe)?|powershell|pwsh|env|sudo|osascript)$/.test(
    program,
  );
}

/** The expressions that say which file it is. */
function placesOf({ node, method }: PythonCall): readonly Expression[] {
  const { func, args } = node;
  const isMethod = func.kind === "Attribute" && /^(?:write_|unlink$|rmdir$)/.test(method);
  const isOfPath = isMethod && !(func.value.kind === "Name" && func.value.id === "os");
  return isOfPath ? [func.value] : args.slice(0, 2);
}

/** The parameter that stands in an expression, or in what its name stands for. */
export function parameterIn(
  expression: Expression,
  { scope }: PythonCall,
  parameters: ReadonlySet<string>,
): string | undefined {
  const origin = new PythonValue(expression, scope).origin();
  const names = origin === expression ? [] : namesIn(origin);
  return [...namesIn(expression), ...names].find((name) => parameters.has(name));
}

/** SQL that writes, or that the model writes itself. */
function statementOf(call: PythonCall, parameters: ReadonlySet<string>): Effect | undefined {
  const first = call.positional(0);
  if (first === undefined) return undefined;
  const isWrapped = first.node.kind === "Call" && lastWord(first.node.func) === "text";
  const node = isWrapped && first.node.kind === "Call" ? first.node.args[0] : first.node;
  if (node === undefined) return undefined;
  const value = new PythonValue(node, call.scope);
  const origin = value.origin();
  const start = origin.kind === "JoinedStr" ? origin.values[0] : undefined;
  const text = start?.kind === "Constant" ? String(start.value) : value.string();
  if (text !== undefined) return writeStatement.test(text) ? stores : undefined;
  const isDatabase =
    /(?:^|[._~])(?:cur|cursor|conn|connection|db|database|engine)(?:\(\))*\.execute/i.test(
      call.name,
    );
  return isDatabase && node.kind === "Name" && parameters.has(node.id)
    ? { ...stores, chosenBy: node.id }
    : undefined;
}
