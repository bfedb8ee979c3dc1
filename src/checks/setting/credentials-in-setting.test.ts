import { expect, test } from "vitest";
import { commandCases, detailsOf } from "../../testing/command-cases.ts";
import { credentialsInSetting } from "./credentials-in-setting.ts";

commandCases(credentialsInSetting, {
  found: [
    ["dotenv", "MLFLOW_TRACKING_URI=https://trainer:Wint3rhafen-42@mlflow.riverbank.io"],
    ["toml", '[db]\nurl = "mysql+pymysql://credit:Harvest-Moon-77@db.riverbank.io/loans"'],
    [
      "ini",
      "[core]\nremote = s3\n[alembic]\nsqlalchemy.url = postgresql://credit:Harvest-Moon-77@db.riverbank.io/x",
    ],
    ["json", '{"url": "amqps://svc:Qs8dk2lw@mq.riverbank.io"}'],
  ],
  clean: [
    ["dotenv", "URL=https://user:password@host.io"],
    ["toml", 'url = "postgresql://localhost/db"'],
    ["yaml", "url: postgresql://{{ user }}:{{ password }}@db.riverbank.io\n"],
    ["yaml", "# url: postgresql://credit:Harvest-Moon-77@db.riverbank.io\n"],
    ["yaml", "author: 'https://a.io/x:y z@b.io'\n"],
  ],
});

test("counts less on this machine, in tests, and for words that everybody uses", () => {
  expect(
    detailsOf(credentialsInSetting, "dotenv", "X=postgresql://postgres:postgres@localhost/x"),
  ).toMatchObject({ severity: "low", audience: "pedantic" });
  expect(
    detailsOf(credentialsInSetting, "dotenv", "X=postgresql://credit:Harvest7@db/x"),
  ).toMatchObject({ severity: "medium" });
});
