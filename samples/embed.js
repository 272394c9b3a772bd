// Writes down what the badges of this page report.
const list = document.getElementById("verdicts");

document.addEventListener("badge-verdict", ({ target, detail }) => {
  const line = document.createElement("li");
  line.textContent = `${target.getAttribute("src")}: ${detail.verdict}. ${detail.headline}`;
  list.append(line);
});
