import { commandCases } from "../../testing/command-cases.ts";
import { containerPrivileged } from "./container-privileged.ts";

commandCases(containerPrivileged, {
  found: [
    ["yaml", "services:\n  a:\n    image: i\n    privileged: true\n"],
    ["shell", "sudo podman run -it --privileged=true i bash"],
    ["python", "import subprocess\nsubprocess.run(['docker', 'run', '--privileged', 'i'])"],
  ],
  clean: [
    ["yaml", "services:\n  a:\n    image: i\n    privileged: false\n"],
    ["shell", "docker run i --privileged"],
    ["shell", "docker run --privileged=false i"],
  ],
});
