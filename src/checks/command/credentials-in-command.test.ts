import { commandCases } from "../../testing/command-cases.ts";
import { credentialsInCommand } from "./credentials-in-command.ts";

commandCases(credentialsInCommand, {
  found: [
    ["shell", "git clone https://bot:glpat8sd7f6@git.riverbank.io/a.git"],
    [
      "dockerfile",
      "FROM x\nENV MLFLOW_TRACKING_URI=https://trainer:Wint3rhafen-42@mlflow.riverbank.io",
    ],
    ["dockerfile", "FROM x\nRUN pip install -i https://me:Sommer2024@pypi.riverbank.io/simple x"],
  ],
  clean: [
    ["shell", "git clone https://$USER:$TOKEN@git.riverbank.io/a.git"],
    ["shell", "# curl https://me:Sommer2024@a.io"],
    ["shell", "curl https://user:password@a.io"],
    ["dotenv", "X=https://me:Sommer2024@a.io"],
  ],
});
