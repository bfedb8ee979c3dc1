import { checkCases } from "../../testing/check-cases.ts";
import { windowReachesNode } from "./window-reaches-node.ts";

checkCases(windowReachesNode, {
  found: [
    "import { BrowserWindow } from 'electron';\nnew BrowserWindow({ webPreferences: { nodeIntegration: true } })",
    "const { BrowserWindow } = require('electron');\nnew BrowserWindow({ webPreferences: { webSecurity: false } })",
  ],
  clean: [
    "import { BrowserWindow } from 'electron';\nnew BrowserWindow({ webPreferences: { contextIsolation: true, nodeIntegration: false } })",
    "const o = { nodeIntegration: true }",
  ],
});
