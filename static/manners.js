// How a running widget behaves towards the page around it: whose key it is, who has the focus, and no form is ever sent.

/** What is typed here, and what means something here, is not for the page's own shortcuts. */
export function keepKeys(mount) {
  const taken = new Set();
  for (const kind of ['keydown', 'keypress', 'keyup']) {
    mount.addEventListener(kind, (event) => {
      const { key, code } = event;
      // Ctrl+Enter submits a text.
      const meant = event.defaultPrevented || (kind === 'keyup' && taken.has(code));
      if (!meant && (event.ctrlKey || event.altKey || event.metaKey || key === 'Tab')) return;
      const at = event.composedPath()[0];
      const typed = at.matches?.('input, textarea, select') || (at.matches?.('button, summary, a') && [' ', 'Enter'].includes(key));
      // Esc is ours as long as it has something to close.
      const takes = meant || (key === 'Escape' ? mount.querySelector('dialog[open]') : typed);
      // Who has not heard of a key's going down is not told of its coming up.
      if (!takes) return;
      event.stopPropagation();
      if (kind === 'keydown') taken.add(code);
      if (kind === 'keyup') taken.delete(code);
    });
  }
}

/**
 * What has the focus may go away, and Yew may let the browser work before the widget puts the focus where it belongs.
 * Whoever plays by keyboard is not thrown out for that moment: a key would be the page's.
 */
export function keepFocus(root, mount) {
  let last = root.activeElement;
  // While a mouse is being pressed, which gives the focus to what is under it. Firefox says :active only after that.
  let isPressed;
  mount.addEventListener('mousedown', () => {
    isPressed = true;
    setTimeout(() => (isPressed = false));
  });
  mount.addEventListener('focusin', ({ target }) => {
    last = target;
    // A heading may be behind what stays at the top of the page, and Firefox takes it to be in sight. Nothing moves under a mouse that is pressed.
    if (!isPressed && target.matches('[data-focus][tabindex="-1"]')) target.scrollIntoView({ block: 'nearest' });
  });
  const hold = () => {
    const widget = mount.querySelector('.widget');
    if (!last || last.isConnected || !widget || document.activeElement !== document.body) return;
    widget.tabIndex = -1;
    widget.focus({ preventScroll: true });
  };
  new MutationObserver(hold).observe(mount, { childList: true, subtree: true });
}

/** A frame may forbid forms. Ours send nothing to anybody: a click on their button is all there is to it. */
export function keepForms(mount) {
  mount.addEventListener('click', (event) => {
    const form = event.composedPath()[0].closest?.('form button:not([type="button"])')?.form;
    if (!form) return;
    event.preventDefault();
    if (form.method === 'dialog') form.closest('dialog').close();
    else form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
  });
}
