import { commandCases } from "../../testing/command-cases.ts";
import { mlflowDefaultLogin } from "./mlflow-default-login.ts";

commandCases(mlflowDefaultLogin, {
  found: [
    ["ini", "[mlflow]\nadmin_password=password"],
    ["ini", "[mlflow]\ndefault_permission = MANAGE ; everyone"],
    ["ini", "[mlflow]\nadmin_username: admin\nadmin_password: password1234"],
  ],
  clean: [
    ["ini", "[mlflow]\nadmin_password=${ADMIN}"],
    ["ini", "[other]\nadmin_password=password"],
    ["ini", "[mlflow]\n# admin_password = password1234"],
  ],
});
