// The little Markdown that answers use, made into elements: text is only ever set as text.
const INLINE = /\*\*(.+?)\*\*/g;

const plain = (text) => text
  .replace(/\\([[\]`*_\\])/g, '$1')
  .replaceAll('&lt;', '<')
  .replaceAll('&amp;', '&');

function inline(into, text) {
  let from = 0;
  for (const bold of text.matchAll(INLINE)) {
    into.append(plain(text.slice(from, bold.index)));
    into.append(Object.assign(document.createElement('strong'), { textContent: plain(bold[1]) }));
    from = bold.index + bold[0].length;
  }
  into.append(plain(text.slice(from)));
  return into;
}

function block(lines) {
  const first = lines[0];
  const heading = /^\*\*([^*]+)\*\*$/.exec(first);
  if (heading && lines.length === 1) {
    return Object.assign(document.createElement('h3'), { textContent: plain(heading[1]) });
  }
  if (first.startsWith('>')) {
    const quote = document.createElement('blockquote');
    lines.forEach((line) => inline(quote, line.replace(/^> ?/, '')).append(document.createElement('br')));
    return quote;
  }
  if (/^(- |\d+\. )/.test(first)) {
    const list = document.createElement(first.startsWith('-') ? 'ul' : 'ol');
    lines.forEach((line) => list.append(inline(document.createElement('li'), line.replace(/^(- |\d+\. )/, ''))));
    return list;
  }
  if (first === '---') return document.createElement('hr');
  const paragraph = document.createElement('p');
  lines.forEach((line) => inline(paragraph, line + ' '));
  return paragraph;
}

export function render(markdown) {
  const whole = document.createDocumentFragment();
  markdown
    .replace(/\n*\[Edit\] \[Send\]/g, '')
    .split(/\n{2,}/)
    .map((part) => part.split('\n').filter((line) => line.length))
    .flatMap((lines) => groups(lines))
    .forEach((lines) => whole.append(block(lines)));
  return whole;
}

// A paragraph followed by a list without an empty line between them is two blocks.
function groups(lines) {
  const all = [];
  const kind = (line) => (line.startsWith('>') ? 'q' : /^- /.test(line) ? 'u' : /^\d+\. /.test(line) ? 'o' : 'p');
  for (const line of lines) {
    const last = all.at(-1);
    if (last && kind(last[0]) === kind(line)) last.push(line);
    else all.push([line]);
  }
  return all;
}
