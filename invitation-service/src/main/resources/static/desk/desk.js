import { render } from './markdown.js';

const $ = (id) => document.getElementById(id);
const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
};

async function call(path, method = 'GET', body, headers = {}) {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    headers: body === undefined ? headers : { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const json = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(json.detail || `The answer was ${response.status}.`);
  return json;
}

let toastTimer;
function toast(text) {
  $('toast').textContent = text;
  $('toast').classList.add('shown');
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => $('toast').classList.remove('shown'), 5000);
}

// ---- views on a phone
function go(view) {
  document.body.dataset.view = view;
  document.querySelectorAll('[data-go]').forEach((tab) => tab.setAttribute('aria-pressed', tab.dataset.go === view));
}
document.querySelectorAll('[data-go]').forEach((tab) => tab.addEventListener('click', () => go(tab.dataset.go)));

// ---- chat
let conversation = localStorage.getItem('usher.conversation');

function line(who, content) {
  const item = make('li', { className: who });
  item.append(content);
  $('lines').append(item);
  $('lines').scrollTop = $('lines').scrollHeight;
  return item;
}

function presses(actions) {
  const row = make('div', { className: 'presses' });
  for (const action of actions) {
    const button = make('button', { type: 'button', textContent: action.label, className: action.name === 'send' ? 'primary' : '' });
    button.addEventListener('click', () => (action.name === 'edit' ? openToEdit(action.invitationId) : say(action.text, action.name === 'choose' ? action.label : action.text)));
    row.append(button);
  }
  return row;
}

// Drafts that were not ready when the chat answered: the stream tells when one is, and the chat is asked to show it.
const READY = 'Show what is ready';
const awaited = new Set();
let showing;

function arrived(told) {
  if (told.status !== 'DRAFTED' || !awaited.has(told.id)) return;
  clearTimeout(showing);
  showing = setTimeout(() => {
    if (document.querySelector('.busy')) arrived(told);
    else if (awaited.has(told.id)) say(READY, null);
  }, 500);
}

function answered(reply, old = false) {
  reply.invitations.forEach((i) => (i.status === 'REQUESTED' ? awaited.add(i.id) : awaited.delete(i.id)));
  const item = line('usher', render(reply.reply));
  const several = reply.actions.filter((action) => action.name === 'send').length > 1;
  const shown = several
    ? [...reply.actions.filter((a) => a.name !== 'send'), { name: 'send', label: 'Send all', text: 'Send all' }]
    : reply.actions;
  if (shown.length && !old) item.append(presses(shown));
  item.scrollIntoView({ block: 'start' });
  return item;
}

/** Matching speaks to the guest; here it is the CSM who reads. */
function theirs(text) {
  return (text || '').replace(/\byour\b/g, 'their');
}

/** `shown` is what she said by it: the words on a choice, not the line that travels; null = nothing. */
async function say(text, shown = text) {
  document.querySelector('.hello')?.remove();
  if (shown !== null) line('me', shown);
  const busy = line('usher busy', '…');
  try {
    const reply = await call('/api/chat', 'POST', { conversationId: conversation, text });
    conversation = reply.conversationId;
    localStorage.setItem('usher.conversation', conversation);
    busy.remove();
    answered(reply);
    // Only what was just shown to be edited or sent: an answer about others' state must not move the card.
    const drafted = reply.invitations.find((i) => i.status === 'DRAFTED' && reply.actions.some((a) => a.invitationId === i.id));
    await refresh();
    if (editing) return;
    if (drafted && shown !== null && window.matchMedia('(min-width: 1181px)').matches) await open(drafted.id);
    else if (reply.invitations.some((i) => i.id === current?.id)) await look(current.id, true);
  } catch (failure) {
    busy.remove();
    line('usher', `That did not work: ${failure.message}`);
  }
}

function hello() {
  const examples = ['Invite DataFlow to the Customer Success Summit', 'Send event invite to DataFlow, Acme and Nordwind', 'What can you do?'];
  const item = make('li', { className: 'usher hello' }, make('p', { textContent: 'Whom would you like to invite? For instance:' }));
  examples.forEach((text) => {
    const button = make('button', { type: 'button', textContent: text });
    button.addEventListener('click', () => say(text));
    item.append(button);
  });
  $('lines').replaceChildren(item);
}

async function resume() {
  if (!conversation) return hello();
  try {
    const { items } = await call(`/api/chat/${encodeURIComponent(conversation)}`);
    items.filter((said) => said.reply || said.text !== READY).forEach((said, i, all) => (said.reply ? answered(said.reply, i < all.length - 1) : line('me', said.text)));
    return undefined;
  } catch {
    conversation = null;
    return hello();
  }
}

$('say').addEventListener('submit', (event) => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (!text) return;
  $('text').value = '';
  say(text);
});
$('text').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    $('say').requestSubmit();
  }
});
$('fresh').addEventListener('click', () => {
  conversation = null;
  awaited.clear();
  localStorage.removeItem('usher.conversation');
  hello();
  $('text').focus();
});

// ---- desk
let filter = 'DRAFTED';
let cursor = null;
let lines = [];
let current = null;
let editing = false;

const MOOD = {
  ACCEPTED: 'good', REGISTERED: 'good', REPLIED: 'good', DRAFTED: 'wait', NEEDS_HUMAN: 'bad', BOUNCED: 'bad', REFUSED: 'bad',
  REJECTED: 'bad', UNSUBSCRIBED: 'bad', WITHDRAWN: 'bad', EXPIRED: 'bad', DECLINED: 'bad', UNKNOWN: 'wait',
};
const WORDS = {
  REQUESTED: 'being drafted', DRAFTED: 'waits for you', APPROVED: 'approved', SENDING: 'being sent', ACCEPTED: 'sent',
  REGISTERED: 'registered', NO_RESPONSE: 'no response', NEEDS_HUMAN: 'needs you', UNKNOWN: 'finding out',
};
const words = (status) => WORDS[status] || status.toLowerCase().replaceAll('_', ' ');
const pill = (status) => make('span', { className: `pill ${MOOD[status] || ''}`, textContent: words(status) });

function row(item) {
  const button = make('button', { type: 'button' },
    make('span', { className: 'who' }, make('span', { textContent: `${item.contactName || 'Nobody'} · ${item.customerName || item.customerId}` }), pill(item.status)),
    make('span', { className: 'what', textContent: item.eventName || item.eventId }));
  button.setAttribute('aria-current', String(item.id === current?.id));
  button.addEventListener('click', () => open(item.id));
  return make('li', {}, button);
}

function draw() {
  $('list').replaceChildren(...lines.map(row));
  if (!lines.length) {
    $('list').append(make('li', { className: 'empty', textContent: filter ? 'Nothing waits for you.' : 'No invitation yet.' }));
  }
  $('more').hidden = !cursor;
}

async function refresh() {
  const page = await call(`/api/invitations?view=lines&limit=50&status=${filter}`);
  lines = page.items;
  cursor = page.nextCursor;
  draw();
  const waiting = filter === 'DRAFTED' ? page : await call('/api/invitations?view=lines&limit=100&status=DRAFTED');
  for (const badge of [$('badge'), $('badge-tab')]) {
    badge.textContent = waiting.items.length + (waiting.nextCursor ? '+' : '');
    badge.hidden = !waiting.items.length;
  }
  document.title = waiting.items.length ? `(${waiting.items.length}) Usher` : 'Usher';
}

$('more').addEventListener('click', async () => {
  const page = await call(`/api/invitations?view=lines&limit=50&status=${filter}&cursor=${encodeURIComponent(cursor)}`);
  lines = lines.concat(page.items);
  cursor = page.nextCursor;
  draw();
});
document.querySelectorAll('[data-filter]').forEach((button) => button.addEventListener('click', () => {
  filter = button.dataset.filter;
  document.querySelectorAll('[data-filter]').forEach((b) => b.setAttribute('aria-pressed', b === button));
  refresh().catch((failure) => toast(failure.message));
}));

// Answers may overtake one another: only what was asked for last is shown.
let asked = 0;
async function look(id, keep) {
  const turn = ++asked;
  const found = await call(`/api/invitations/${encodeURIComponent(id)}`);
  if (turn === asked && !editing) show(found, keep);
}

async function open(id) {
  if (editing) return void toast('Save or cancel your edit first.');
  try {
    await look(id, false);
    draw();
  } catch (failure) {
    toast(failure.message);
  }
}

async function openToEdit(id) {
  go('desk');
  await open(id);
  edit();
}

const term = (name, value) => (value ? [make('dt', { textContent: name }), make('dd', { textContent: value })] : []);

function facts(i) {
  const e = i.event;
  const c = i.customer;
  const left = make('div', {}, make('h4', { textContent: 'Event' }), make('dl', {}, ...term('Name', e?.name || i.eventId),
    ...term('Date', e?.days), ...term('Time', e?.time), ...term('Place', e?.place), ...term('How', e && e.format.toLowerCase().replace('_', ' ')), ...term('Topics', e?.topics.join(', '))));
  const right = make('div', {}, make('h4', { textContent: 'Customer' }), make('dl', {}, ...term('Name', c?.name || i.customerId), ...term('Industry', c?.industry),
    ...term('Focus', c && [...c.challenges, ...c.interests].slice(0, 6).join(', ')), ...term('Where', c?.location),
    ...term('Better fit', i.attendance && i.attendance.toLowerCase().replace('_', ' ')), ...term('Because', i.attendanceWhy)));
  return [left, right];
}

function reasons(i) {
  const most = Math.max(0.01, ...i.reasons.map((r) => Math.abs(r.contribution)));
  const list = make('ul', { className: 'bars' }, ...i.reasons.filter((r) => r.text).map((r) => {
    const bar = make('span', { className: 'bar' });
    bar.style.width = `${Math.round((100 * Math.abs(r.contribution)) / most)}%`;
    return make('li', { className: r.contribution < 0 ? 'minus' : '' }, r.text, r.evidence ? make('small', { textContent: theirs(r.evidence) }) : null, bar);
  }));
  const score = i.score ? ` · ${Math.round(i.score * 100)} %` : '';
  return i.reasons.length ? make('div', {}, make('h4', { textContent: `Why this customer${score}` }), list) : null;
}

function picked(i) {
  const list = make('ul', { className: 'picked' }, ...i.sessions.map((s) => make('li', {}, make('b', { textContent: s.title }),
    make('small', { textContent: s.when || 'no longer on the agenda' }), theirs(s.because))));
  return i.sessions.length ? make('div', {}, make('h4', { textContent: 'Sessions picked' }), list) : null;
}

function mail(i) {
  const subject = make('input', { className: 'subject', value: i.draft.subject, readOnly: true, maxLength: 200 });
  subject.setAttribute('aria-label', 'Subject');
  const frame = make('iframe', { title: `The mail to ${i.contact?.name || 'the guest'}`, srcdoc: i.draft.html });
  frame.setAttribute('sandbox', 'allow-same-origin');
  const box = make('div', { className: 'frame' }, frame);
  frame.addEventListener('load', () => {
    const height = frame.contentDocument?.documentElement.scrollHeight;
    if (height) frame.style.height = `${Math.min(height + 8, 1400)}px`;
  });
  const sizes = make('div', { className: 'sizes' }, ...['desktop', 'phone'].map((size, n) => {
    const button = make('button', { type: 'button', textContent: size });
    button.setAttribute('aria-pressed', n === 0);
    button.addEventListener('click', () => {
      box.dataset.size = size;
      sizes.querySelectorAll('button').forEach((b) => b.setAttribute('aria-pressed', b === button));
    });
    return button;
  }));
  return make('div', { className: 'mail' }, make('div', { className: 'mailhead' }, make('h4', { textContent: `Mail to ${i.draft.to}` }), sizes), subject, box);
}

function more(i) {
  const claims = i.draft ? make('details', {}, make('summary', { textContent: `Every sentence and its fact (${i.draft.claims.length})` }),
    make('ul', { className: 'claims' }, ...i.draft.claims.map((c) => make('li', {}, c.text, make('small', { textContent: c.fact }))))) : null;
  const follow = i.willFollow.length ? make('p', { textContent: `When the guest registers, these follow by themselves: ${i.willFollow.map((w) => w.toLowerCase()).join(', ')}.` }) : null;
  const steps = make('ol', { className: 'history' }, ...i.history.map((h) => make('li', {}, `${new Date(h.at).toLocaleString()}: ${words(h.what)} by ${h.who}${h.why ? ` (${h.why})` : ''}`)));
  return [claims, make('details', {}, make('summary', { textContent: 'History' }), steps, follow)];
}

function deeds(i) {
  const row = make('div', { className: 'deeds' });
  const press = (label, key, deed, style = '') => {
    const button = make('button', { type: 'button', textContent: label, className: style, title: key ? `Key ${key}` : '' });
    button.dataset.deed = label;
    button.addEventListener('click', () => deed(button));
    row.append(button);
  };
  if (i.status === 'DRAFTED') {
    press('Send', 'a', () => decide(i, 'approve', { contentHash: i.contentHash }, 'Approved; it is on its way.'), 'primary');
    press('Edit', 'e', () => edit());
    press('Test to me', '', () => decide(i, 'test', undefined, 'A test is in your mailbox.'));
    press('Reject', 'r', () => reject(i, row), 'danger');
  } else if (['REQUESTED', 'APPROVED', 'SENDING', 'UNKNOWN', 'NEEDS_HUMAN'].includes(i.status)) {
    press('Withdraw', '', () => decide(i, 'withdraw', undefined, withdrawn), 'danger');
  }
  return row.childElementCount ? row : null;
}

function show(i, keep = false) {
  current = i;
  editing = false;
  const card = $('card');
  const at = keep ? card.scrollTop : 0;
  const back = make('button', { type: 'button', className: 'back quiet', textContent: '‹ All' });
  back.addEventListener('click', () => document.querySelector('.table').classList.remove('open'));
  card.classList.remove('editing');
  card.replaceChildren(...[
    make('header', {}, make('div', {}, back, make('h3', { textContent: `${i.contact?.name || 'Nobody'} at ${i.customer?.name || i.customerId}` }),
      make('p', { className: 'sub', textContent: `${i.event?.name || i.eventId}${i.why ? ` · ${i.why}` : ''}${i.asked ? ` · asked back: ${i.asked}` : ''}` })), pill(i.status)),
    i.warnings.length ? make('ul', { className: 'warnings' }, ...i.warnings.map((w) => make('li', { textContent: w }))) : null,
    make('div', { className: 'columns' }, ...facts(i), ...[reasons(i), picked(i)].filter(Boolean)),
    i.draft ? mail(i) : null, ...more(i), deeds(i)].filter(Boolean));
  card.scrollTop = at;
  document.querySelector('.table').classList.add('open');
}

const withdrawn = (now) => (now.status === 'WITHDRAWN' ? 'Withdrawn.' : `Asked back; for now it ${now.status === 'DRAFTED' ? 'waits for you' : `is ${words(now.status)}`}.`);

/** `done` is what to say, or makes it from the answer. */
async function decide(i, what, body, done) {
  try {
    const now = await call(`/api/invitations/${encodeURIComponent(i.id)}/${what}`, 'POST', body ?? {});
    toast(typeof done === 'function' ? done(now) : done);
  } catch (failure) {
    toast(failure.message);
  }
  await refresh();
  await look(i.id, true);
}

function reject(i, row) {
  const why = make('input', { placeholder: 'Why not? (kept in the history)', maxLength: 2000 });
  why.setAttribute('aria-label', 'Why not');
  const form = make('form', {}, why, make('button', { type: 'submit', className: 'danger', textContent: 'Reject' }));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    decide(i, 'reject', { why: why.value }, 'Rejected.');
  });
  row.querySelector('form')?.remove();
  row.append(form);
  why.focus();
}

function saved(i) {
  if (i.warnings.length) return 'Saved. Please look at what I could not find in the facts.';
  return i.draft.claims.some((claim) => claim.fact.startsWith('edit = '))
    ? 'Saved. The sentences in your own words are yours; the rest checks.'
    : 'Saved; every fact checks.';
}

function edit() {
  if (!current?.draft || current.status !== 'DRAFTED' || editing) return;
  editing = true;
  const i = current;
  const card = $('card');
  const frame = card.querySelector('iframe');
  const subject = card.querySelector('.subject');
  card.classList.add('editing');
  subject.readOnly = false;
  const write = () => { frame.contentDocument.body.contentEditable = 'true'; };
  if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.body?.childElementCount) write();
  frame.addEventListener('load', write);
  const save = make('button', { type: 'button', className: 'primary', textContent: 'Save' });
  const leave = make('button', { type: 'button', textContent: 'Cancel' });
  save.addEventListener('click', async () => {
    try {
      const html = frame.contentDocument.body.innerHTML;
      const next = await call(`/api/invitations/${encodeURIComponent(i.id)}/draft`, 'PUT', { subject: subject.value, html }, { 'If-Match': `"${i.revision}"` });
      show(next, true);
      toast(saved(next));
    } catch (failure) {
      toast(failure.message);
    }
  });
  leave.addEventListener('click', () => {
    show(i, true);
    catchUp();
  });
  card.querySelector('.deeds').replaceChildren(save, leave);
  subject.focus();
  subject.scrollIntoView({ block: 'center' });
}

document.addEventListener('keydown', (event) => {
  if (event.target.closest('input, textarea, select') || event.metaKey || event.ctrlKey || event.altKey || editing) return;
  const at = lines.findIndex((item) => item.id === current?.id);
  const keys = { j: () => lines[at + 1] && open(lines[at + 1].id), k: () => lines[at - 1] && open(lines[at - 1].id), e: edit };
  const deed = { a: 'Send', r: 'Reject' }[event.key];
  if (deed) document.querySelector(`[data-deed="${deed}"]`)?.click();
  else keys[event.key]?.();
});

// ---- live
let due;
function catchUp() {
  clearTimeout(due);
  due = setTimeout(async () => {
    await refresh().catch(() => {});
    if (current && !editing) await look(current.id, true).catch(() => {});
  }, 250);
}

function changed(told) {
  const item = lines.find((one) => one.id === told.id);
  if (item && WORDS[told.status]) item.status = told.status;
  arrived(told);
  catchUp();
}

// An answer that is no stream, such as the gateway's 503, ends an EventSource for good: then another begins.
function listen() {
  const stream = new EventSource('/api/invitations/stream');
  stream.onopen = () => {
    $('live').textContent = 'live';
    $('live').dataset.state = 'live';
    catchUp();
  };
  stream.onerror = () => {
    $('live').textContent = 'reconnecting';
    $('live').dataset.state = 'connecting';
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
  stream.onmessage = (event) => changed(JSON.parse(event.data));
}

await resume();
await refresh().catch((failure) => toast(failure.message));
listen();
