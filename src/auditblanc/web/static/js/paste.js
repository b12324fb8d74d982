// A picture or a file that is pasted goes where files are dropped, to be looked at before it is sent.
addEventListener("paste", ({ clipboardData }) => {
  const place = document.querySelector("form.drop input[type=file]");
  if (place && clipboardData.files.length) [place.files] = [clipboardData.files];
});
