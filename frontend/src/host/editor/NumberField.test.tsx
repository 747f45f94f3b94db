// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { language } from '../../i18n';
import { NumberField } from './NumberField';

let value: number | null;
let set: (value: number | null) => void;

function Field({ start }: { start: number | null }) {
  const [now, setNow] = useState(start);
  value = now;
  set = setNow;
  return <NumberField label="n" value={now} onNumber={setNow} />;
}
const box = () => screen.getByRole<HTMLInputElement>('textbox');
const type = (text: string) => fireEvent.input(box(), { target: { value: text } });

afterEach(() => {
  cleanup();
  language.value = 'en';
});

test.each([
  ['en', '1,000', 1000],
  ['de', '1.000', 1000],
  ['de', '3,5', 3.5],
  ['fr', '1\u202f000', 1000],
  ['ar', '٣٫٥', 3.5],
  ['en', '−7', -7],
  ['en', 'seven', null],
] as const)('%s: %s is read as %s', (code, typed, meant) => {
  language.value = code;
  render(<Field start={0} />);
  type(typed);
  expect(value).toBe(meant);
  expect(box().value).toBe(typed);
});

test.each(['en', 'de', 'fr', 'ar'] as const)('%s: what is shown is read as it was', code => {
  language.value = code;
  for (const number of [0, -3.5, 1793, 12_345.678, 9_007_199_254_740_991]) {
    render(<Field start={number} />);
    type(`${box().value}`);
    expect(value).toBe(number);
    cleanup();
  }
});

test('where two numbers may be meant it asks', () => {
  render(<Field start={0} />);
  type('1.000');
  expect(value).toBe(1);
  fireEvent.click(screen.getByText('1000'));
  expect(value).toBe(1000);
  expect(box().value).toBe('1.000');
  expect(screen.getByText('1000').getAttribute('aria-pressed')).toBe('true');
});

test('a value that comes from elsewhere, as by an undo, is shown', () => {
  render(<Field start={0} />);
  type('12');
  act(() => set(7));
  expect(box().value).toBe('7');
  act(() => set(null));
  expect(box().value).toBe('');
});
