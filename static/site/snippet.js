// Gives every snippet on the page a button that copies it, and says so aloud.

const status = Object.assign(document.createElement('p'), { className: 'unseen', role: 'status' });
document.body.append(status);

for (const snippet of document.querySelectorAll('pre.snippet')) {
  const { name } = snippet.dataset;
  const word = document.createTextNode('Copy');
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy' });
  const rest = Object.assign(document.createElement('span'), { className: 'unseen', textContent: `: ${name}` });
  button.append(word, rest);
  const box = Object.assign(document.createElement('div'), { className: 'snippet-box' });
  snippet.replaceWith(box);
  box.append(snippet, button);

  let resting;
  button.addEventListener('click', async () => {
    const [short, long] = await copy(snippet);
    word.data = short;
    // The same words again would not be read again.
    status.textContent = '';
    setTimeout(() => (status.textContent = `${long}: ${name}`), 50);
    clearTimeout(resting);
    resting = setTimeout(() => (word.data = 'Copy'), 2500);
  });
}

/** What to say about it: in short, and aloud. */
async function copy(snippet) {
  try {
    await navigator.clipboard.writeText(snippet.textContent);
    return ['Copied', 'Copied'];
  } catch {
    // Where the page may not copy (plain http, an old browser), the reader can.
    getSelection().selectAllChildren(snippet);
    return ['Press Ctrl+C', 'Selected, press Control C or Command C to copy'];
  }
}
