// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { knowEnglish } from '../../i18n';
import cockpit from '../../i18n/en/cockpit.json';
import english from '../../i18n/en/host.json';
import { FakeHost } from '../fake/host';
import { pass } from '../fake/pass';
import { type CockpitLink, openCockpit } from './link';
import { RosterPanel } from './RosterPanel';

knowEnglish({ ...english, ...cockpit });

const folder = `${import.meta.dirname}/../../../../src/test/resources/golden`;
const lobby = JSON.parse(readFileSync(`${folder}/host.out.state.lobby.json`, 'utf8')).state;

let server: FakeHost;
let link: CockpitLink;
let refused: string[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeHost();
  refused = [];
  link = openCockpit('g', { onRefused: reason => refused.push(reason) });
});
afterEach(() => {
  cleanup();
  link.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(names: string[], { players = names.length, running = true } = {}) {
  await pass();
  const roster = names.map((nickname, n) => ({ id: `s${n}`, nickname }));
  server.welcome({ ...lobby, players, roster });
  render(<RosterPanel link={link} teams={[{ id: 'red', name: 'Red pandas' }]} open={running} />);
  await pass();
}
const change = async (part: object) => {
  server.say({ type: 'roster', joined: [], left: [], ...part });
  await pass();
};
const names = () => [...document.querySelectorAll('.name')].map(it => it.textContent);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const many = ['Zoë', ...Array.from({ length: 12 }, (_, n) => `Player ${n}`)];

test('an empty list says why it is empty: nobody is there yet, nobody came, or the names are not known', async () => {
  await open([]);
  expect(screen.getByText('Nobody has joined yet.')).toBeTruthy();
  await change({ players: 4 });
  expect(screen.queryByText('Nobody has joined yet.')).toBeNull();
  expect(screen.getByText('Names appear here as they are known.')).toBeTruthy();
  cleanup();
  await open([], { running: false });
  expect(screen.getByText('Nobody joined.')).toBeTruthy();
});

test('a name is found without its accents and capitals, and what nothing matches is said', async () => {
  await open(many);
  const search = screen.getByRole('searchbox');
  fireEvent.input(search, { target: { value: ' zoe' } });
  expect(names()).toEqual(['Zoë']);
  fireEvent.input(search, { target: { value: 'Nobody' } });
  expect(names()).toEqual([]);
  expect(screen.getByText('No name matches “Nobody”.')).toBeTruthy();
});

test('a search stays in sight, and with it the way to end it, when the room empties meanwhile', async () => {
  await open(many);
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'zoe' } });
  await change({ players: 11, left: ['s1', 's2'] });
  fireEvent.input(screen.getByRole('searchbox'), { target: { value: '' } });
  expect(names()).toHaveLength(11);
});

test('a seat is removed once: its button is busy until the server has answered', async () => {
  await open(['Ada', 'Bob']);
  fireEvent.click(button('Ada'));
  fireEvent.click(button('Remove'));
  fireEvent.click(button('Ada'));
  expect(button('Remove').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(button('Remove'));
  expect(server.commands).toMatchObject([{ do: 'kick', player: 's0' }]);
  fireEvent.click(button('Bob'));
  expect(button('Remove').getAttribute('aria-disabled')).toBeNull();
  server.done();
  await pass();
  fireEvent.click(button('Ada'));
  expect(button('Remove').getAttribute('aria-disabled')).toBeNull();
});

test('a removal that is refused is told, and the name is still there', async () => {
  await open(['Ada']);
  fireEvent.click(button('Ada'));
  fireEvent.click(button('Remove'));
  server.say({ type: 'ack', id: server.commands[0]!.id, status: 'refused', reason: 'finished', seq: 0 });
  await pass();
  expect(refused).toEqual(['finished']);
  expect(names()).toEqual(['Ada']);
});

test('what can be done with a seat goes with it', async () => {
  await open(['Ada', 'Bob']);
  fireEvent.click(button('Ada'));
  await change({ players: 1, left: ['s0'] });
  expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  expect(names()).toEqual(['Bob']);
});

test('a team is called by its name, one this page does not know by its id', async () => {
  await open([]);
  await change({
    players: 2,
    joined: [
      { id: 'a', nickname: 'Ada', team: 'red' },
      { id: 'b', nickname: 'Bob', team: 'teal' },
    ],
  });
  expect(names()).toEqual(['AdaRed pandas', 'Bobteal']);
});

test('who waits at the door is let in, turned away, or let in with all others', async () => {
  await open(['Ada']);
  await change({
    players: 1,
    joined: [
      { id: 'c', nickname: 'Cleo', waiting: true },
      { id: 'b', nickname: 'Bob', waiting: true },
    ],
  });
  expect(names()).toEqual(['Ada']);
  expect(screen.getByText('2 wait at the door')).toBeTruthy();
  fireEvent.click(screen.getAllByRole('button', { name: 'Let in' })[0]!);
  fireEvent.click(screen.getAllByRole('button', { name: 'Turn away' })[1]!);
  fireEvent.click(button('Let all in'));
  expect(server.commands).toMatchObject([
    { do: 'admit', player: 'b' },
    { do: 'kick', player: 'c' },
    { do: 'admit-all' },
  ]);
  await change({ players: 2, joined: [{ id: 'b', nickname: 'Bob' }], left: ['c'] });
  expect(names()).toEqual(['Ada', 'Bob']);
  expect(screen.queryByText(/at the door/)).toBeNull();
});

test('at the door nobody moves under a finger: not those who come, and not when one of them is let in', async () => {
  await open([]);
  const door = () => [...document.querySelectorAll('.door-seat .door-name')].map(it => it.textContent);
  const comes = (id: string) => change({ joined: [{ id, nickname: id, waiting: true }] });
  await comes('Bob');
  await comes('Cleo');
  const [, cleo] = screen.getAllByRole('button', { name: 'Let in' });
  fireEvent.pointerDown(cleo!);
  await comes('Dan');
  await change({ players: 1, joined: [{ id: 'Bob', nickname: 'Bob' }] });
  expect(door()).toEqual(['Bob', 'Cleo']);
  fireEvent.pointerUp(cleo!);
  fireEvent.click(cleo!);
  expect(server.commands).toMatchObject([{ do: 'admit', player: 'Cleo' }]);
  // The next press comes at once, and is not to meet another list than the one that is seen.
  const [bob] = screen.getAllByRole('button', { name: 'Turn away' });
  fireEvent.pointerDown(bob!);
  await pass(200);
  expect(door()).toEqual(['Bob', 'Cleo']);
  fireEvent.pointerUp(bob!);
  await pass(200);
  expect(door()).toEqual(['Cleo', 'Dan']);
});

test('who has left is still there to be freed or removed, and said to have left', async () => {
  await open(['Ada', 'Bob']);
  await change({ players: 1, joined: [{ id: 's0', nickname: 'Ada', left: true }] });
  expect(names()).toEqual(['Adaleft', 'Bob']);
  fireEvent.click(button('Ada left'));
  fireEvent.click(button('Free the seat'));
  expect(server.commands).toMatchObject([{ do: 'release', player: 's0' }]);
});

test('more time is given to one, and seen nowhere but where it is given', async () => {
  await open([]);
  await change({ players: 1, joined: [{ id: 'a', nickname: 'Ada', extra: 50, identity: 's-1834' }] });
  expect(names()).toEqual(['Ada']);
  fireEvent.click(button('Ada'));
  expect(screen.getByText('s-1834')).toBeTruthy();
  const time = screen.getAllByRole<HTMLSelectElement>('combobox')[0]!;
  expect(time.value).toBe('50');
  fireEvent.change(time, { target: { value: '100' } });
  expect(server.commands).toMatchObject([{ do: 'extra', player: 'a', percent: 100 }]);
});

test('a seat is given to another phone by a code that the host shows as long as it is good', async () => {
  await open(['Ada']);
  fireEvent.click(button('Ada'));
  server.replies.set('/api/games/g/players/s0/handover', () => ({
    url: 'http://quiz/?pin=123456#handover=c',
  }));
  fireEvent.click(button('Move to another phone'));
  await vi.waitFor(() => screen.getByRole('img', { name: 'QR code that moves this seat' }));
  expect(server.asked('POST', '/api/games/g/players/s0/handover')).toHaveLength(1);
  await pass(60_000);
  expect(screen.queryByRole('img')).toBeNull();
});

test('links with more time are listed with who came by them, and taken back; a remote is offered none', async () => {
  await open([]);
  const links = [
    { id: 'aa', extra: 50, createdAt: 0, player: 'Ada' },
    { id: 'bb', extra: 100, createdAt: 0 },
  ];
  server.replies.set('/api/games/g/invites', () => links);
  const panel = document.querySelector<HTMLDetailsElement>('.invite')!;
  panel.open = true;
  fireEvent(panel, new Event('toggle'));
  await pass();
  const rows = () => [...panel.querySelectorAll('.crew-who')].map(it => it.firstChild?.textContent);
  expect(rows()).toEqual(['Ada', 'Nobody has come by it yet']);
  server.replies.set('/api/games/g/invites/bb', () => {
    links.pop();
    return new Response(null, { status: 204 });
  });
  fireEvent.click(screen.getByRole('button', { name: /^Withdraw ?Nobody has come/ }));
  await pass();
  expect(server.asked('DELETE', '/api/games/g/invites/bb')).toHaveLength(1);
  expect(rows()).toEqual(['Ada']);
  cleanup();
  render(<RosterPanel link={link} teams={[]} open remote />);
  expect(document.querySelector('.invite')).toBeNull();
});

test('teams are drawn in the lobby, where there are teams and players', async () => {
  await open(['Ada']);
  expect(screen.queryByRole('button', { name: 'Draw teams anew' })).toBeNull();
  await change({ players: 2, joined: [{ id: 'b', nickname: 'Bob' }] });
  fireEvent.click(button('Draw teams anew'));
  expect(server.commands).toMatchObject([{ do: 'draw' }]);
});

test('after the game the names are there to be read, not to be pressed', async () => {
  await open(['Ada'], { running: false });
  expect(button('Ada').disabled).toBe(true);
});

test('where there are more players than names it says how many more', async () => {
  await open(['Ada'], { players: 250 });
  expect(screen.getByText('and 249 more')).toBeTruthy();
});
