import { checkCases } from "../../testing/check-cases.ts";
import { chats, escapes } from "../../testing/template-cases.ts";
import { templateLeavesSandbox } from "./template-leaves-sandbox.ts";

const inFile = (text: string) =>
  ({ path: "chat_template.jinja", kind: "text", code: text }) as const;

checkCases(templateLeavesSandbox, { found: escapes.map(inFile), clean: chats.map(inFile) });
