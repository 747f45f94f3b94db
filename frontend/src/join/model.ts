/** What happens at the door: from a PIN to a game, from a name to a seat. No markup here. */
import { batch, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Result } from '../api';
import { type Key, offerLanguage } from '../i18n';
import type { JoinRequest } from '../transport/types';
import { PIN_LENGTH, pinOf } from '../ui/pin';
import { complaint, tidy } from './nickname';

/** What the server tells about a game before one joins it. */
export interface Invitation {
  title: string;
  joinable: boolean;
  phase: string;
  language?: string;
  teams?: { id: string; name: string; players: number }[];
  /** `made`: the server draws the names. */
  names?: string;
  /** Its host asks who one is, and says how in these words. */
  identify?: { label: string };
}

/** What a join says beside PIN, name and team, where it does. */
export type Beside = Pick<JoinRequest, 'invite' | 'handover' | 'identity'>;

/** What became of the last try to take a seat. */
export type Attempt =
  | { name: 'idle' | 'busy' | 'unreachable' | 'blocked' }
  /** The nickname or team was not accepted; `free` is a name that nobody has. */
  | { name: 'refused'; code: string; free?: string | undefined }
  /** The game itself is closed to us. */
  | { name: 'stopped'; reason: string };

/** Something kind to say, in whatever language the page is in by then. */
export interface Remark {
  key: Key;
  name?: string;
}

export interface JoinModelOptions {
  /** Asks the server for the game behind a PIN. */
  ask(pin: string): Promise<Result<Invitation>>;
  attempt: ReadonlySignal<Attempt>;
  /** Goes on with the seat this phone has in that game; false when it has none. */
  goOn(pin: string): boolean;
  /** A nickname is being chosen: the game will be needed soon. */
  onNaming(): void;
  onJoin(request: JoinRequest): void;
  /** Read when somebody joins. */
  beside: Beside;
  /** This server, as whoever runs the network knows it. */
  host: string;
}
export type JoinModel = ReturnType<typeof createJoinModel>;

export function createJoinModel({ ask, attempt, goOn, onNaming, onJoin, beside, host }: JoinModelOptions) {
  const pin = signal('');
  const looking = signal(false);
  const invitation = signal<Invitation | null>(null);
  const nickname = signal('');
  const team = signal<string | undefined>(undefined);
  const free = signal<string | undefined>(undefined);
  const remark = signal<Remark | null>(null);

  async function look(): Promise<void> {
    const asked = pin.value;
    looking.value = true;
    remark.value = null;
    const answer = await ask(asked);
    if (pin.value !== asked || !looking.value) return; // another one was typed meanwhile
    batch(() => {
      looking.value = false;
      const trouble = answer.ok ? closed(answer.value) : LOOKING[answer.problem.status];
      if (answer.ok && !trouble) {
        invitation.value = answer.value;
        offerLanguage(answer.value.language);
        team.value = smallest(answer.value.teams);
      } else remark.value = { key: trouble ?? ('problem.unexpected' satisfies Key) };
    });
  }

  function back(why: Remark | null): void {
    batch(() => {
      invitation.value = null;
      looking.value = false;
      remark.value = why;
    });
  }

  effect(() => {
    const tried = attempt.value;
    batch(() => {
      if (tried.name === 'stopped')
        back({ key: STOPPED[tried.reason] ?? ('problem.unexpected' satisfies Key) });
      else if (tried.name === 'refused') {
        remark.value = {
          key: REFUSED[tried.code] ?? ('name.invalid' satisfies Key),
          name: tidy(nickname.peek()),
        };
        free.value = tried.free;
      } else if (tried.name === 'unreachable') remark.value = { key: 'problem.unreachable' satisfies Key };
      else if (tried.name === 'blocked') remark.value = { key: 'link.blocked' satisfies Key, name: host };
    });
  });

  return {
    pin,
    looking,
    invitation,
    nickname,
    team,
    free,
    remark,
    beside,
    /** Digits as they come; with the last one, the game is looked for. */
    typePin(text: string): void {
      const digits = pinOf(text);
      if (digits === pin.value) return;
      batch(() => {
        pin.value = digits;
        looking.value = false;
        remark.value = null;
      });
      if (digits.length === PIN_LENGTH) look();
    },
    enterPin(): void {
      if (pin.value.length < PIN_LENGTH) remark.value = { key: 'pin.short' satisfies Key };
      else if (!looking.value && !goOn(pin.value)) look();
    },
    otherPin: () => back(null),
    typeName(text: string): void {
      onNaming();
      batch(() => {
        nickname.value = text;
        free.value = undefined;
        remark.value = complaint(text) === 'long' ? { key: 'name.long' satisfies Key } : null;
      });
    },
    chooseTeam(id: string): void {
      team.value = id;
      remark.value = null;
    },
    join(name = nickname.value): void {
      const wrong = invitation.value?.names ? null : complaint(name);
      batch(() => {
        nickname.value = name;
        free.value = undefined;
        remark.value = wrong && { key: COMPLAINTS[wrong] };
      });
      if (wrong || attempt.value.name === 'busy') return;
      const chosen = invitation.value?.teams?.find(({ id }) => id === team.value);
      const side = chosen ? { team: chosen.id } : {};
      onJoin({ pin: pin.value, nickname: tidy(name), ...side, ...beside });
    },
  };
}

const LOOKING: Record<number, Key> = {
  0: 'problem.unreachable' satisfies Key,
  404: 'pin.unknown' satisfies Key,
  429: 'pin.tries' satisfies Key,
};
const STOPPED: Record<string, Key> = {
  'no-game': 'pin.unknown' satisfies Key,
  locked: 'pin.locked' satisfies Key,
  tries: 'pin.tries' satisfies Key,
  removed: 'pin.removed' satisfies Key,
  over: 'pin.over' satisfies Key,
};
const REFUSED: Record<string, Key> = {
  'nickname-taken': 'name.taken' satisfies Key,
  'nickname-refused': 'name.refused' satisfies Key,
  'team-full': 'team.full' satisfies Key,
  'game-full': 'pin.full' satisfies Key,
  'team-unknown': 'team.unknown' satisfies Key,
  'identity-needed': 'identity.needed' satisfies Key,
  'invite-unknown': 'link.used' satisfies Key,
  'handover-unknown': 'link.used' satisfies Key,
};
const COMPLAINTS: Record<NonNullable<ReturnType<typeof complaint>>, Key> = {
  empty: 'name.empty' satisfies Key,
  long: 'name.long' satisfies Key,
};

function closed({ phase, joinable }: Invitation): Key | undefined {
  if (phase === 'finished') return 'pin.over' satisfies Key;
  return joinable ? undefined : ('pin.locked' satisfies Key);
}

/** Where one is needed most; it may be changed. */
function smallest(teams: Invitation['teams'] = []): string | undefined {
  return [...teams].sort((a, b) => a.players - b.players)[0]?.id;
}
