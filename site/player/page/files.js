// Files that a learner saves from the page: made here, never sent.

/**
 * Offers a text as a file to be saved.
 * @param {string} name the file's name, with its ending
 * @param {string} type its media type
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // A browser may read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
