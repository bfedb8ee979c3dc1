import { commandCases } from "../../testing/command-cases.ts";
import { torchserveTokenOff } from "./torchserve-token-off.ts";

commandCases(torchserveTokenOff, {
  found: [
    ["shell", "sudo torchserve --start --ncs --disable-token-auth --models a=b.mar"],
    ["dockerfile", 'FROM x\nCMD ["torchserve", "--start", "--disable-token-auth"]'],
    [
      "yaml",
      "services:\n  t:\n    image: i\n    command: torchserve --start --disable-token-auth\n",
    ],
  ],
  clean: [
    ["shell", "torchserve --stop"],
    ["shell", "torchserve --start"],
    ["shell", "x --disable-token-auth"],
  ],
});
