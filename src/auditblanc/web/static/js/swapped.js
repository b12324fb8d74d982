// What had the focus may go with the part it stood in: the focus then goes to what took its place, not to the top of the page.
document.addEventListener("htmx:after:swap", ({ detail }) => {
  if (document.activeElement !== document.body) return;
  document.getElementById(detail.ctx.target?.id)?.focus({ preventScroll: true });
});
