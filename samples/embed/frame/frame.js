// Makes a frame as high as what it shows, which it tells whenever that changes. Only the frames of this
// page are heard, and a height stays within what a card can have: a frame's page is another's.
addEventListener("message", ({ source, data }) => {
  if (data?.type !== "assay-height" || !Number.isFinite(data.height)) return;
  const frames = [...document.querySelectorAll("iframe")];
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (frame) frame.style.height = `${Math.min(Math.max(data.height, 24), 6000)}px`;
});
