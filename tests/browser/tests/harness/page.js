// An element with a file input and a drop zone in its open shadow root.
class FileTaker extends HTMLElement {
  connectedCallback() {
    const root = this.attachShadow({ mode: "open" });
    root.innerHTML = `<slot></slot><label>A file <input type="file"></label><p id="shown">nothing yet</p>`;
    const show = async (file) => {
      root.querySelector("#shown").textContent = `${file.name}: ${await file.text()}`;
    };
    root.querySelector("input").addEventListener("change", (event) => show(event.target.files[0]));
    this.addEventListener("dragover", (event) => event.preventDefault());
    this.addEventListener("drop", (event) => {
      event.preventDefault();
      show(event.dataTransfer.files[0]);
    });
  }
}
customElements.define("file-taker", FileTaker);
