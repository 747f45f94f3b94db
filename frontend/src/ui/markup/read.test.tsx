// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { Written } from '../Written';
import { read } from './read';

// Before KaTeX is here, which looks at it.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });
afterEach(cleanup);

const shown = (text: string, inline = false) =>
  render(<p>{read(text, inline)}</p>).container.firstElementChild!;
/** What is seen: formulas are `⟨tex⟩` until what sets them is here. */
const html = (text: string, inline = false) => shown(text, inline).innerHTML;

test('emphasis, code and line breaks are shown; a text of one paragraph has no box of its own', () => {
  expect(html('Which is **not** *a* `river`?\nThink.')).toBe(
    'Which is <strong>not</strong> <em>a</em> <code dir="ltr">river</code>?\nThink.',
  );
  expect(html('One\n\nTwo')).toBe(
    '<span class="written written-paragraph">One</span><span class="written written-paragraph">Two</span>',
  );
});

test('lists and headings are words in boxes, which may stand in a heading or a button', () => {
  const list = shown('# Sort\n- one\n- *two*\n\n3. three');
  expect(list.querySelectorAll('span, strong, em')).toHaveLength(list.querySelectorAll('*').length);
  expect([...list.querySelectorAll('.written-item')].map(it => it.textContent)).toEqual([
    '• one',
    '• two',
    '3. three',
  ]);
  expect(list.querySelector('strong')!.textContent).toBe('Sort');
});

test.each(['- 5', '1. FC Köln', '# 1', '> 3', '```', '1986. A great year', '+ 2'])(
  'the answer %j is what it says',
  text => expect(shown(text, true).textContent).toBe(text),
);

test.each([
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  'a <b onclick="alert(1)">bold</b> word',
  '<svg/onload=alert(1)>',
  '<!-- hidden -->',
])('HTML is words: %s', text => {
  for (const inline of [false, true]) {
    const found = shown(text, inline);
    expect(found.textContent).toBe(text);
    expect(found.querySelectorAll('*')).toHaveLength(0);
  }
});

test.each([
  ['[a river](javascript:alert(1))', 'a river'],
  ['<javascript:alert(1)>', 'javascript:alert(1)'],
  ['[a river](https://example.org "title")', 'a river'],
  ['![a boat](https://example.org/boat.png)', 'a boat'],
  ['https://example.org', 'https://example.org'],
])('a link leads nowhere and a picture asks for nothing: %s', (text, words) => {
  const found = shown(text);
  expect(found.textContent).toBe(words);
  expect(found.querySelectorAll('a, img, [href], [src]')).toHaveLength(0);
});

test.each(['It costs $5 and $10.', 'US$ 3 or US$ 4?', '$20 $30', 'Only $1'])(
  'money is no formula: %s',
  text => expect(html(text)).toBe(text),
);

test('a formula stands from left to right among other words, and on a line of its own between two dollars', async () => {
  await import('./typeset');
  const { findByText, container } = render(<p dir="rtl">{read('ما هو $x^2$؟ $$\\frac{1}{2}$$', false)}</p>);
  await findByText('\\frac{1}{2}');
  const [first, second] = container.querySelectorAll<HTMLElement>('.formula');
  expect(first!.dir).toBe('ltr');
  expect(first!.querySelector('annotation')!.textContent).toBe('x^2');
  expect(first!.dataset.shape).toBeUndefined();
  expect(second!.dataset.shape).toBe('display');
});

test.each([
  '\\href{javascript:alert(1)}{x}',
  '\\url{javascript:alert(1)}',
  '\\includegraphics{https://example.org/a.png}',
  '\\htmlData{a=b}{x}',
  '\\htmlClass{dialog}{x}',
  '\\htmlStyle{position:fixed}{x}',
  '\\htmlId{app}{x}',
])('a formula names no address, class, style or attribute of a page: %s', async tex => {
  const { typeset } = await import('./typeset');
  const place = document.createElement('span');
  typeset(tex, place, false);
  expect(place.querySelectorAll('a, img, [href], [src], [data-a], .dialog, #app')).toHaveLength(0);
  expect([...place.querySelectorAll<HTMLElement>('*')].map(it => it.style?.position)).not.toContain('fixed');
});

test.each([
  '\\frac{1}{',
  '\\def\\a{\\a\\a}\\a',
  '\\newcommand{\\x}{\\x}\\x',
  '\\gdef\\a#1{\\a{#1#1}}\\a{x}',
  '\\let\\d=\\def\\d\\a#1{#1#1}\\a{\\a{x}}',
  // Ten thousand letters, in no more steps than there are names.
  `${['\\a\\b', '\\b\\c', '\\c\\d', '\\d'].map(it => `\\def${it.slice(0, 2)}#1{${it.slice(2)}{${'#1'.repeat(10)}}}`).join('')}\\a{x}`,
])('a formula that is none, or might grow without end, stands as it was written: %s', async tex => {
  const { typeset } = await import('./typeset');
  expect(typeset(tex, document.createElement('span'), false)).toBe(false);
  const place = render(<p>{read(`Now $${tex}$`, false)}</p>).container;
  expect(place.textContent).toBe(`Now $${tex}$`);
});

test('of what KaTeX itself writes out, a formula as long as a question may be full', async () => {
  const { typeset } = await import('./typeset');
  for (const one of ['\\iff ', '\\pmod n', '\\dots ', '\\ne ', '\\implies ', '\\TeX '])
    expect(typeset(one.repeat(498 / one.length), document.createElement('span'), false), one).toBe(true);
});

test('sizes in a formula are bounded', async () => {
  const { typeset } = await import('./typeset');
  const place = document.createElement('span');
  expect(typeset('\\rule{9999em}{9999em}', place, false)).toBe(true);
  expect(place.innerHTML).toContain('8em');
  expect(place.innerHTML).not.toContain('9999em;');
});

test('what nobody means to nest so deeply is shown as it was written, and quickly', () => {
  for (const one of ['>', '*', '[', '- ', '`', '$', '\\', '![', '**a ', '$$\n'])
    expect(html(one.repeat(1_000 / one.length)).length).toBeLessThan(100_000);
  const deep = shown(`${'> '.repeat(40)}deep`);
  expect(deep.textContent).toContain('deep');
  expect(deep.querySelectorAll('*').length).toBeLessThan(20);
});

test('a plain text is not looked at', () => {
  const text = '**Which** $x$?\n<b>';
  expect(
    render(
      <p>
        <Written text={text} format={undefined} />
      </p>,
    ).container.innerHTML,
  ).toBe('<p>**Which** $x$?\n&lt;b&gt;</p>');
});
