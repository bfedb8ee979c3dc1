import { expect, test } from "vitest";
import { checkCases, runCheck } from "../../testing/check-cases.ts";
import { uriCredentials } from "./uri-credentials.ts";

checkCases(uriCredentials, {
  found: [
    "URL = 'postgresql://credit:Harvest-Moon-77@warehouse.riverbank.io:5432/loans'",
    "redis = f'redis://:Sommer2024!@{host}:6379'",
    "import os\nos.environ['A'] = 'mongodb+srv://svc:kjh23KJH@cluster0.x.mongodb.net/db'",
    "clone('https://oauth2:glx-aaaabbbbccccdddd@gitlab.riverbank.io/a.git')",
    "DEFAULT = (\n  'amqp://job:Qs8dk2@mq.riverbank.io'\n  '/vhost')",
  ],
  clean: [
    "'postgresql://user:password@localhost/db'",
    "'https://<user>:<password>@host/'",
    "f'https://{user}:{password}@host/'",
    "'https://a:${PASSWORD}@host/'",
    "'http://user:pass@host.com'",
    "'see https://host:8080/a@b'",
    "'https://example.com/@user:1'",
    "def f():\n    'Like https://me:Sommer2024@host.io'\n",
  ],
});

test("never says the password", () => {
  const [found] = runCheck(uriCredentials, { code: "x = 'ftp://me:Sommer2024@files.host.io'" });
  expect(found!.details.secret).toBe("Sommer2024");
  expect(found!.details.message).not.toContain("Sommer2024");
});
