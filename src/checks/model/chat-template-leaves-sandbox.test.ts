import { checkCases } from "../../testing/check-cases.ts";
import { chats, escapes } from "../../testing/template-cases.ts";
import { chatTemplateLeavesSandbox } from "./chat-template-leaves-sandbox.ts";

const inFile = (text: string) =>
  ({
    path: "tokenizer_config.json",
    kind: "json",
    code: JSON.stringify({ chat_template: text }),
  }) as const;

checkCases(chatTemplateLeavesSandbox, { found: escapes.map(inFile), clean: chats.map(inFile) });
