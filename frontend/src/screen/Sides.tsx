import { language } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Seat } from '../protocol';
import { answerClass } from '../ui/shapes';
import { TeamMark } from '../ui/TeamMark';

/** So many teams have room for a name; more of them are told apart in the wall of names. */
const MOST = 8;

interface Props {
  teams: { id: string; name: string }[];
  seats: readonly Seat[];
}

/** The teams as the lobby fills: whether their sizes are even is seen at a glance. */
export function Sides({ teams, seats }: Props) {
  if (teams.length > MOST) return null;
  const sizes = teams.map(({ id }) => seats.filter(({ team }) => team === id).length);
  const most = Math.max(1, ...sizes);
  return (
    <ul class="sides">
      {teams.map(({ id, name }, place) => (
        <li key={id} class={`side ${answerClass(place)}`} style={{ '--part': sizes[place]! / most }}>
          <TeamMark place={place} />
          <bdi class="side-name">{name}</bdi>
          <b class="numbers">{formatNumber(language.value, sizes[place]!)}</b>
          <i aria-hidden="true" />
        </li>
      ))}
    </ul>
  );
}
