import { type Key, t } from '../i18n';
import type { StopReason } from '../transport/types';
import { Logo } from '../ui/Logo';

/** One sentence on an empty stage. */
export function Notice({ title, text }: { title: string; text: string }) {
  return (
    <main class="notice">
      <Logo />
      <h1>{title}</h1>
      <p class="quiet">{text}</p>
    </main>
  );
}

type Words = { title: Key; text: Key };
const LINK: Words = { title: 'stop.link.title' satisfies Key, text: 'stop.link.text' satisfies Key };
const OTHER: Words = { title: 'stop.other.title' satisfies Key, text: 'stop.other.text' satisfies Key };
const WHY: Partial<Record<StopReason, Words>> = {
  ticket: LINK,
  'no-game': LINK,
  over: { title: 'stop.over.title' satisfies Key, text: 'stop.over.text' satisfies Key },
  tries: { title: 'stop.tries.title' satisfies Key, text: 'stop.tries.text' satisfies Key },
};

/** Why this screen shows no game, and what to do. */
export function Closed({ reason }: { reason: StopReason }) {
  const { title, text } = WHY[reason] ?? OTHER;
  return <Notice title={t(title)} text={t(text)} />;
}
