import { useMemo, useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { Phone } from '../../protocol';
import { Button } from '../../ui/Button';
import { foldForgiving } from '../../ui/fold';
import { SearchField } from '../layout/SearchField';
import { say } from '../toast';
import { InvitePanel } from './InvitePanel';
import type { CockpitLink } from './link';
import { byName, inside } from './roster';
import { SeatMove } from './SeatMove';
import { SeatTime } from './SeatTime';
import { WaitingPanel } from './WaitingPanel';

interface Props {
  link: CockpitLink;
  teams: { id: string; name: string }[];
  /** Seats can be freed and removed as long as the game runs. */
  open: boolean;
  /** What needs an account is not offered to a remote. */
  remote?: boolean;
}

/** More names than these are searched for, not looked over. */
const SEARCHED = 12;

/** Everybody in the game. A name is chosen first, then it is said what to do with its seat. */
export function RosterPanel({ link, teams, open, remote = false }: Props) {
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState('');
  const { players, seats: all } = link.roster.value;
  const seats = inside(all);
  const there = seats.filter(it => !it.left).length;
  const sorted = useMemo(() => byName(seats, language.value), [all]);
  const wanted = foldForgiving(typed);
  const shown = wanted ? sorted.filter(seat => foldForgiving(seat.nickname).includes(wanted)) : sorted;
  const seat = seats.find(it => it.id === chosen);
  const busy = link.busy.value;
  /** The name beside one that is about to go; the heading where there is none. */
  function nextTo(id: string): string {
    const at = shown.findIndex(it => it.id === id);
    const neighbour = shown[at + 1] ?? shown[at - 1];
    return neighbour ? `[data-seat="${neighbour.id}"]` : '#roster-title';
  }
  const teamName = (id: string) => teams.find(team => team.id === id)?.name ?? id;

  return (
    <section class="card roster" aria-labelledby="roster-title">
      <div class="roster-head">
        <h2 id="roster-title" tabIndex={-1}>
          {t('roster.title')}
        </h2>
        <span class="roster-count numbers">{t('games.players', { n: players })}</span>
      </div>
      {open && <WaitingPanel link={link} />}
      {link.state.value?.phase === 'lobby' && teams.length > 0 && there > 1 && (
        <Button busy={busy.has('draw')} onClick={() => link.draw(() => say({ text: t('draw.done') }))}>
          {t('draw.do')}
        </Button>
      )}
      {players === 0 && seats.length === 0 && (
        <p class="quiet">{open ? t('roster.none') : t('roster.nobodyCame')}</p>
      )}
      {players > 0 && there === 0 && <p class="quiet">{t('roster.unnamed')}</p>}
      {(seats.length > SEARCHED || typed) && (
        <SearchField label={t('roster.search')} value={typed} onChange={setTyped} />
      )}
      {seat && open && (
        <div class="seat-do">
          <p>
            <strong>
              <bdi>{seat.nickname}</bdi>
            </strong>
          </p>
          {seat.identity && (
            <p>
              <bdi>{seat.identity}</bdi>
            </p>
          )}
          <div class="notice-do">
            <Button
              busy={busy.has(`release ${seat.id}`)}
              onClick={() => {
                link.seat('release', seat.id);
                setChosen(undefined);
                focusName(`[data-seat="${seat.id}"]`);
              }}
              title={t('roster.releaseHint')}
            >
              {t('roster.release')}
            </Button>
            <Button
              look="danger"
              busy={busy.has(`kick ${seat.id}`)}
              onClick={() => {
                link.seat('kick', seat.id);
                setChosen(undefined);
                focusName(nextTo(seat.id));
              }}
              title={t('roster.kickHint')}
            >
              {t('roster.kick')}
            </Button>
          </div>
          <p class="quiet">{t('roster.hint')}</p>
          <SeatTime key={`time ${seat.id}`} link={link} seat={seat} />
          {!remote && <SeatMove key={`move ${seat.id}`} link={link} seat={seat} />}
        </div>
      )}
      {seats.length > 0 && shown.length === 0 && (
        <p class="quiet" dir="auto">
          {t('roster.noMatch', { typed })}
        </p>
      )}
      <ul class="names">
        {shown.map(it => (
          <li key={it.id}>
            <button
              type="button"
              class={it.left ? 'name name-left' : 'name'}
              data-seat={it.id}
              dir="auto"
              aria-pressed={it.id === chosen}
              disabled={!open}
              onClick={() => setChosen(it.id === chosen ? undefined : it.id)}
            >
              {!it.left && open && <PhoneMark phone={link.phones.value.get(it.id)} />}
              {it.nickname}
              {it.left && <span class="name-team">{t('roster.left')}</span>}
              {it.team && <span class="name-team">{teamName(it.team)}</span>}
            </button>
          </li>
        ))}
      </ul>
      {players > there && there > 0 && <p class="quiet">{t('roster.more', { n: players - there })}</p>}
      {open && !remote && <InvitePanel link={link} />}
    </section>
  );
}

/** Slower than this is felt. */
const SLOW_MS = 400;

/** How a phone is doing: nothing where all is well and nothing is asked. */
function PhoneMark({ phone }: { phone: Phone | undefined }) {
  if (!phone) return null;
  const { connected, answered, lagMs = 0 } = phone;
  const lag = formatNumber(language.value, lagMs / 1000, { maximumFractionDigits: 1 });
  if (!connected) return <Mark look="away" words={t('roster.away')} />;
  if (answered) return <Mark look="answered" words={t('roster.answered')} />;
  return lagMs > SLOW_MS ? <Mark look="slow" words={t('roster.slow', { seconds: lag })} /> : null;
}

function Mark({ look, words }: { look: 'away' | 'answered' | 'slow'; words: string }) {
  return (
    <span class={`phone-mark phone-${look}`} title={words}>
      <span class="unseen">{words}</span>
    </span>
  );
}

/** The buttons that were pressed have gone by then. */
const focusName = (selector: string) =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.roster ${selector}`)?.focus());
