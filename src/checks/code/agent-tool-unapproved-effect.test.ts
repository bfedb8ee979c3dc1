import { describe, expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { agentToolUnapprovedEffect } from "./agent-tool-unapproved-effect.ts";

checkCases(agentToolUnapprovedEffect, {
  found: [
    'from crewai import Agent\nAgent(role="x", tools=[os.remove])',
    "import os\n@tool\ndef remove(path: str):\n    os.remove(path)",
    "from agents import function_tool\nimport subprocess\n@function_tool\ndef run(cmd: str):\n    return subprocess.run(cmd, shell=True)",
    "mcp = FastMCP('x')\n@mcp.tool()\nasync def pay(amount: int):\n    stripe.PaymentIntent.create(amount=amount)",
    "import os\ndef _wipe(p):\n    os.unlink(p)\n@tool\ndef wipe(p):\n    _wipe(p)",
    "import smtplib\ndef mail(to, text):\n    smtplib.SMTP('h').send_message(text)\nagent = Agent(tools=[mail])",
    "def drop(table):\n    cursor.execute(f'DROP TABLE {table}')\nt = StructuredTool.from_function(drop)",
    "def drop(sql):\n    cursor.execute(sql)\nt = Tool(name='sql', func=drop, description='d')",
    "import boto3\nec2 = boto3.client('ec2')\n@tool\ndef stop(i):\n    ec2.terminate_instances(InstanceIds=[i])",
    "class Shell(Toolkit):\n    def __init__(self):\n        super().__init__(name='s', tools=[self.run])\n    def run(self, args):\n        return subprocess.run(args)",
    "class Disk(Toolkit):\n    def __init__(self):\n        tools = []\n        tools.append(self.wipe)\n    def wipe(self, path):\n        os.remove(path)",
    "def run(sql):\n    cursor.execute(sql)\n@tool\ndef ask(query):\n    run(query)",
    "@tool\ndef save(filename, text):\n    target = os.path.join(folder, filename)\n    open(target, 'w').write(text)",
    "class Writer(BaseTool):\n    name: str = 'w'\n    def _run(self, path, text):\n        self.save(path, text)\n    def save(self, path, text):\n        with open(path, 'w') as f:\n            f.write(text)",
    "@tool\ndef note(name, text):\n    Path(name).write_text(text)",
  ],
  clean: [
    "Agent(tools=[os.getcwd])",
    "import os\ndef remove(path):\n    os.remove(path)",
    "@tool\ndef read(path):\n    return open(path).read()",
    "import os\n@tool\ndef remove(path):\n    if input('remove? ') == 'y':\n        os.remove(path)",
    "import os\n@function_tool(needs_approval=True)\ndef remove(path):\n    os.remove(path)",
    "import os\n@tool\ndef remove(path):\n    os.remove(path)\nagent = create_agent(m, tools=[remove], middleware=[HumanInTheLoopMiddleware(interrupt_on={'remove': True})])",
    "@tool\ndef look(name):\n    cursor.execute('SELECT * FROM loans WHERE name = ?', (name,))",
    "@tool\ndef look(name):\n    return db.execute('SELECT 1')",
    "def f():\n    f()\nAgent(tools=[f])",
    "class Search(BaseTool):\n    def _run(self, query):\n        sql = self.build(query)\n        self.cursor.execute(sql, (query,))",
    "class A:\n    def clean(self):\n        os.remove(p)\nagent = Agent(tools=[clean])",
    "class A(Base):\n    def __init__(self):\n        self.jobs.append(self.wipe)\n    def wipe(self, path):\n        os.remove(path)",
    "def run(sql):\n    cursor.execute(sql)\n@tool\ndef tables(schema):\n    run('SELECT name FROM tables')",
    "@tool\ndef shell(command):\n    session.execute(command)",
  ],
});

describe("what the tool does", () => {
  const run = (code: string) => runCheck(agentToolUnapprovedEffect, { code })[0]?.details;
  test("is said, with the way there", () => {
    const details = run(
      "import os\ndef wipe(p):\n    os.rmdir(p)\n@tool\ndef tidy(p):\n    wipe(p)",
    );
    expect(details?.message).toBe(
      "`tidy`, which a model may call, deletes files without asking anybody",
    );
    expect(details?.steps).toHaveLength(2);
  });
  test("counts by its worst, and writing less than deleting", () => {
    const both = "@tool\ndef f(p):\n    open(p, 'w').write('x')\n    os.remove(p)";
    expect(run(both)?.severity).toBe("medium");
    expect(run("@tool\ndef f(p):\n    open(p, 'w').write('x')")?.severity).toBe("low");
    const fixed = "import subprocess\n@tool\ndef f(q):\n    subprocess.run(['git', 'log', q])";
    expect(run(fixed)?.audience).toBe("pedantic");
    const temporary = "@tool\ndef f(q):\n    os.remove(temp)";
    expect(run(temporary)?.audience).toBe("pedantic");
    const own = "@tool\ndef f(q):\n    open('cache.txt', 'w').write(q)";
    expect(run(own)?.audience).toBe("pedantic");
  });
  test("is quiet where it posts, as searches do", () => {
    expect(run("import requests\n@tool\ndef f(q):\n    requests.post(u, json=q)")?.audience).toBe(
      "pedantic",
    );
  });
});
