// A folder's files are sent by their names alone: their paths go beside them.
addEventListener("formdata", ({ target, formData }) => {
  for (const file of target.querySelector("[data-paths]")?.files ?? []) formData.append("path", file.webkitRelativePath);
});
