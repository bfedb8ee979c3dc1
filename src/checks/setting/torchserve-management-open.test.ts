import { commandCases } from "../../testing/command-cases.ts";
import { torchserveManagementOpen } from "./torchserve-management-open.ts";

commandCases(torchserveManagementOpen, {
  found: [
    ["ini", "inference_address=http://0.0.0.0:8080\nmanagement_address = http://0.0.0.0:8081"],
    ["ini", "disable_token_authorization=true"],
    ["ini", "management_address=https://[::]:8081\n"],
  ],
  clean: [
    ["ini", "#management_address=http://0.0.0.0:8081"],
    ["ini", "inference_address=http://0.0.0.0:8080"],
    ["ini", "disable_token_authorization=false"],
  ],
});
