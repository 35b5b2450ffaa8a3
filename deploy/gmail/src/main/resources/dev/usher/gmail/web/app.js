// Times in the reader's zone, lists that stay fresh, mails as tall as they are. The pages work without it.
'use strict';

const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const hour = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function times(root) {
  for (const time of root.querySelectorAll('time')) {
    const at = new Date(time.dateTime);
    const today = at.toDateString() === new Date().toDateString();
    time.title = full.format(at);
    time.textContent = time.dataset.full === 'true' ? full.format(at) : (today ? hour : day).format(at);
  }
}

function fit(frame) {
  const page = frame.contentDocument;
  if (page && page.documentElement) {
    frame.style.height = '0';
    frame.style.height = Math.max(160, page.documentElement.scrollHeight + 2) + 'px';
  }
}

async function refresh() {
  const live = document.querySelector('[data-live]');
  if (!live || document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { 'X-Refresh': '1' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    if (answer.ok && fresh && fresh.dataset.live !== live.dataset.live) {
      live.replaceWith(fresh);
      times(fresh);
    }
  } catch { /* the emulator is away for a moment; the next round tells */ }
}

times(document);
for (const frame of document.querySelectorAll('iframe.mail')) {
  frame.addEventListener('load', () => fit(frame));
  new ResizeObserver(() => fit(frame)).observe(frame.parentElement);
  fit(frame);
}
for (const jump of document.querySelectorAll('select[data-jump]')) {
  jump.addEventListener('change', () => { location.href = jump.value; });
}
if (document.querySelector('[data-live]')) setInterval(refresh, 3000);
