// Passkeys. The server's part is Spring Security's; a browser that lacks them keeps the other ways in.
(() => {
  const capable = window.isSecureContext && window.PublicKeyCredential &&
    PublicKeyCredential.parseCreationOptionsFromJSON && PublicKeyCredential.parseRequestOptionsFromJSON &&
    PublicKeyCredential.prototype.toJSON;
  const form = document.querySelector('form[data-passkey]');
  if (!form || !capable) return;

  // This way leads, so the other yellow arrow steps back.
  form.closest('section').hidden = false;
  document.querySelectorAll('.btn[data-steps-back]').forEach(b => { b.className = 'alt'; });

  const failed = form.querySelector('[role=alert]');
  const post = async (path, body) => {
    const answer = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-XSRF-TOKEN': document.querySelector('meta[name=csrf]').content
      },
      body: body ? JSON.stringify(body) : undefined
    });
    if (!answer.ok) throw new Error(path + ' ' + answer.status);
    return answer.json();
  };

  const keep = async () => {
    const options = PublicKeyCredential.parseCreationOptionsFromJSON(await post('/webauthn/register/options'));
    const made = await navigator.credentials.create({ publicKey: options });
    await post('/webauthn/register', { publicKey: { credential: made.toJSON(), label: form.dataset.label } });
    form.submit();
  };

  const signIn = async () => {
    const options = PublicKeyCredential.parseRequestOptionsFromJSON(await post('/webauthn/authenticate/options'));
    const shown = await navigator.credentials.get({ publicKey: options });
    const answer = await post('/login/webauthn', shown.toJSON());
    location.assign(answer.redirectUrl);
  };

  form.addEventListener('submit', event => {
    event.preventDefault();
    failed.hidden = true;
    (form.dataset.passkey === 'keep' ? keep() : signIn()).catch(() => { failed.hidden = false; });
  });
})();
