export { MovieRepo } from "./movies";
