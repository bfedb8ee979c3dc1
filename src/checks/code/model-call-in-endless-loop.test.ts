import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { modelCallInEndlessLoop } from "./model-call-in-endless-loop.ts";

checkCases(modelCallInEndlessLoop, {
  found: [
    "import openai\nwhile True: messages.append(openai.OpenAI().chat.completions.create(model='m', messages=messages).choices[0].message)",
    "while 1:\n    plan = llm.invoke(plan)",
    "def go(agent):\n    while True:\n        for step in agent.run(task):\n            if step.done: break",
  ],
  clean: [
    "while True:\n    q = input('> ')\n    print(llm.invoke(q))",
    "while turns < 9:\n    llm.invoke(q)",
    "while True:\n    n += 1\n    llm.invoke(q)\n    if n > 9: break",
    "while True:\n    job = queue.get()\n    llm.invoke(job)",
    "while True:\n    def f():\n        return llm.invoke(q)\n    break",
    "while True:\n    print(1)",
  ],
});

test("an end that hangs on the answer is for those who look closely", () => {
  const code = "while True:\n    a = llm.invoke(q)\n    if 'DONE' in a: break";
  expect(runCheck(modelCallInEndlessLoop, { code })[0]?.details.audience).toBe("pedantic");
});
