// Passkeys are the one thing only a script can ask of the device. It fills the form's hidden field and sends the form.
const form = document.querySelector('form[data-passkey]');
const says = form?.querySelector('[data-passkey-says]');
const field = form?.elements['Input.Credential'];

const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');

function read(options) {
  options.challenge = bytes(options.challenge);
  if (options.user) options.user.id = bytes(options.user.id);
  for (const one of [...(options.excludeCredentials ?? []), ...(options.allowCredentials ?? [])]) one.id = bytes(one.id);
  return options;
}

// As PublicKeyCredential.toJSON writes it, for browsers and password managers that lack it.
function write(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: text(response.clientDataJSON) };
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (response[name]) parts[name] = text(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return JSON.stringify({
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts,
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined, clientExtensionResults: credential.getClientExtensionResults(),
  });
}

form?.addEventListener('submit', async event => {
  if (field.value) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!window.PublicKeyCredential) {
    says.textContent = 'この端末ではパスキーを使えません。ほかの方法をお使いください。';
    return;
  }
  says.textContent = '端末の画面で確かめてください。';
  try {
    const publicKey = read(JSON.parse(form.dataset.options));
    field.value = write(await navigator.credentials[form.dataset.passkey]({ publicKey }));
    form.requestSubmit();
  } catch {
    says.textContent = '確かめられませんでした。もう一度ボタンを押してください。';
  }
}, { capture: true });
