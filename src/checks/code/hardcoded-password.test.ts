import { checkCases } from "../../testing/check-cases.ts";
import { hardcodedPassword } from "./hardcoded-password.ts";

checkCases(hardcodedPassword, {
  found: [
    'connect(password="x")',
    'def f(token="abc"): ...',
    'config["password"] = "abc"',
    'if user.password == "root": ...',
    'd = {"token": None}',
    'pwd: str = "aaa1bbb2"',
  ],
  clean: [
    "password = get()",
    'tokenizer = "gpt2"',
    "password = None",
    "if password == other: ...",
    'f(tokens="x")',
  ],
});
