// The program that most badges need. A build for release puts the smaller one in this file's place; until
// then the whole one stands for it.
export * from "./page.js";
export { default } from "./page.js";
