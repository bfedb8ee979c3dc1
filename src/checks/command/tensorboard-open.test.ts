import { commandCases } from "../../testing/command-cases.ts";
import { tensorboardOpen } from "./tensorboard-open.ts";

commandCases(tensorboardOpen, {
  found: [
    ["shell", "tensorboard --logdir=runs --host=0.0.0.0 &"],
    ["shell", "python -m tensorboard.main --logdir x --bind_all"],
    ["dockerfile", 'FROM x\nCMD ["tensorboard", "--logdir", "x", "--host", "0.0.0.0"]'],
  ],
  clean: [
    ["shell", "tensorboard --logdir runs --host localhost"],
    ["shell", "tensorboard dev upload"],
    ["shell", "x --bind_all"],
  ],
});
