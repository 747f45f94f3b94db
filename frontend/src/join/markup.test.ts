import { readFileSync } from 'node:fs';
import type { FunctionComponent, VNode } from 'preact';
import { expect, test } from 'vitest';
import { Logo } from '../ui/Logo';
import { SHAPE_NAMES, Shape } from '../ui/shapes';

/** The page of a phone, whose way in is plain markup. */
const page = readFileSync(new URL('../../index.html', import.meta.url), 'utf8');

type Drawn = VNode<Record<string, unknown>>;

/** The outlines that a component draws. */
function paths({ type, props }: Drawn): unknown[] {
  if (typeof type === 'function') return paths((type as FunctionComponent<object>)(props) as Drawn);
  const children = [props.children ?? []].flat().filter(child => typeof child === 'object') as Drawn[];
  return [...(props.d ? [props.d] : []), ...children.flatMap(paths)];
}

test.each(SHAPE_NAMES.map((name, place) => [name, place] as const))(
  'the %s of a team is the one of an answer',
  (_name, place) => {
    const [, drawn] = new RegExp(`id="shape-${place + 1}"><path d="([^"]+)"`).exec(page)!;
    expect([drawn]).toEqual(paths(Shape({ place }) as Drawn));
  },
);

test('the mark is the one of all pages', () => {
  for (const path of paths(Logo() as Drawn)) expect(page).toContain(`d="${path}"`);
});

test('there is no sentence in it: words come with the language', () => {
  const [, app] = /<div id="app">(.*)<svg aria-hidden="true" hidden>/s.exec(page)!;
  const text = app!.replace(/<[^>]*>/g, ' ').trim();
  expect(text).toBe('Podium');
  const spoken = [...app!.matchAll(/\s(?:title|alt|aria-label)="/g)];
  expect(spoken).toEqual([]);
});
