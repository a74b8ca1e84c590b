// Comforts only: every page works without this file.

// A form is sent once. The button says so; a second press does nothing until the page comes back or ten seconds passed.
addEventListener('submit', event => {
  const form = event.target;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  const button = event.submitter ?? form.querySelector('button:not([type=button])');
  if (button) {
    button.dataset.words = button.textContent;
    button.textContent = '送信中';
    button.setAttribute('aria-disabled', 'true');
  }
  setTimeout(() => release(form), 10000);
});

addEventListener('pageshow', event => {
  if (event.persisted) document.querySelectorAll('form[data-sent]').forEach(release);
});

function release(form) {
  delete form.dataset.sent;
  form.querySelectorAll('[data-words]').forEach(button => {
    button.textContent = button.dataset.words;
    button.removeAttribute('aria-disabled');
    delete button.dataset.words;
  });
}

// Browsers that do not know autofocus on other elements than boxes.
document.querySelector('.error-summary')?.focus();

// Long work: ask again until the panel says it is done. Only its status is read out, and only when it changed.
async function poll() {
  const panel = document.querySelector('[data-poll]');
  if (!panel) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.progress');
    if (answer.ok && fresh && !fresh.dataset.poll) return location.reload();
    if (answer.ok && fresh) {
      for (const part of ['progress', '[role=status]']) {
        const [old, now] = [panel.querySelector(part), fresh.querySelector(part)];
        if (old && now && old.outerHTML !== now.outerHTML) {
          if (part === 'progress') old.replaceWith(now);
          else old.textContent = now.textContent;
        }
      }
    }
  } catch {
    // No network for the moment: the next turn asks again.
  }
  setTimeout(poll, 1000 * panel.dataset.poll);
}
setTimeout(poll, 3000);
