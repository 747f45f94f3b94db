import { expect, test } from 'vitest';
import { crestOf } from './Crest';

test('a name has one crest, wherever it is shown', () => {
  expect(crestOf('Zoë 🦊')).toEqual(crestOf('Zoë 🦊'));
  expect(crestOf('Ada')).not.toEqual(crestOf('Bob'));
});

test('a class spreads over all colours, and no crest is worn by a tenth of a hall', () => {
  const worn = new Map<string, number>();
  const fields = new Set<number>();
  for (let i = 0; i < 500; i++) {
    const { field, charge } = crestOf(`Player ${i}`);
    fields.add(field);
    worn.set(`${field} ${charge}`, (worn.get(`${field} ${charge}`) ?? 0) + 1);
  }
  expect(fields.size).toBe(8);
  expect(worn.size).toBeGreaterThan(80);
  expect(Math.max(...worn.values())).toBeLessThan(20);
});
