import { commandCases } from "../../testing/command-cases.ts";
import { hubDownloadUnpinnedCommand } from "./hub-download-unpinned-command.ts";

commandCases(hubDownloadUnpinnedCommand, {
  found: [
    ["shell", "huggingface-cli download acme/net --local-dir x"],
    ["dockerfile", "FROM x\nRUN hf download acme/net --revision main"],
    ["shell", "git lfs install && git clone https://huggingface.co/acme/net"],
  ],
  clean: [
    ["shell", "hf auth login"],
    ["shell", "hf download acme/net --revision=0f3a1c2b4d5e6f708192a3b4c5d6e7f809182736"],
    ["shell", "git clone https://github.com/acme/net"],
  ],
});
