export const PLUGINS = ["crop", "resize", "rotate"];
