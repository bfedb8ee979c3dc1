import { checkCases } from "../../testing/check-cases.ts";
import { pageFrameUnsandboxed } from "./page-frame-unsandboxed.ts";

checkCases(pageFrameUnsandboxed, {
  found: [
    "const A = ({ html }) => <iframe srcDoc={html} />",
    "const A = ({ html }) => <iframe srcDoc={html} sandbox='allow-scripts allow-same-origin' />",
  ],
  clean: [
    "const A = ({ html }) => <iframe srcDoc={html} sandbox='allow-scripts' />",
    "const A = () => <iframe srcDoc='<p>hi</p>' />",
    "const A = ({ u }) => <iframe src={u} />",
    "const A = ({ html, ...p }) => <iframe srcDoc={html} {...p} />",
    "const A = ({ html }) => <iframe srcDoc={html} sandbox='' />",
  ],
});
