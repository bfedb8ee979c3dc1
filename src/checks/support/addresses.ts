export { hostOf, isEveryInterface, isLocalHost } from "../../detect/addresses.ts";
