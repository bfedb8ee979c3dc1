import { commandCases } from "../../testing/command-cases.ts";
import { dockerSocketMounted } from "./docker-socket-mounted.ts";

commandCases(dockerSocketMounted, {
  found: [
    [
      "yaml",
      "services:\n  a:\n    image: i\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock:ro\n",
    ],
    [
      "yaml",
      "services:\n  a:\n    build: .\n    volumes: [{type: bind, source: /run/docker.sock, target: /x}]\n",
    ],
    ["shell", "docker run --mount type=bind,source=/var/run/docker.sock,target=/x i"],
    ["shell", "docker run -v /:/host i"],
  ],
  clean: [
    [
      "yaml",
      "services:\n  a:\n    image: i\n    volumes: [data:/data, '/etc/localtime:/etc/localtime:ro']\n",
    ],
    ["shell", "docker run -v $PWD:/work i"],
    ["shell", "ls /var/run/docker.sock"],
  ],
});
