import { commandCases } from "../../testing/command-cases.ts";
import { debugServerOpen } from "./debug-server-open.ts";

commandCases(debugServerOpen, {
  found: [
    ["shell", "FLASK_DEBUG=1 flask run --host=0.0.0.0"],
    ["shell", "python -m debugpy --listen 0.0.0.0:5678 -m app"],
    ["shell", "uvicorn app:app --reload --host 0.0.0.0"],
    [
      "yaml",
      "services:\n  a:\n    build: .\n    command: python manage.py runserver 0.0.0.0:8000\n    ports: ['8000:8000']\n",
    ],
    ["dockerfile", 'FROM x\nENV FLASK_ENV=development\nCMD ["flask", "run", "--host", "0.0.0.0"]'],
  ],
  clean: [
    ["shell", "flask run --host=0.0.0.0"],
    ["shell", "uvicorn app:app --reload"],
    ["shell", "python -m debugpy --listen 5678 app.py"],
    ["shell", "python manage.py runserver"],
  ],
});
