import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { JoinRequest } from '../transport/types';
import { Button } from '../ui/Button';
import { Field } from '../ui/Field';
import { answerClass, Shape } from '../ui/shapes';
import type { Attempt, Invitation } from './Join';
import { complaint, inventName, tidy } from './nickname';
import { showPin } from './pin';

interface Props {
  invitation: Invitation;
  attempt: Attempt;
  onBack(): void;
  onNaming(): void;
  onJoin(seat: Omit<JoinRequest, 'pin'>): void;
}

/** Name and, where the game has them, team. */
export function SeatForm({ invitation, attempt, onBack, onNaming, onJoin }: Props) {
  const { pin, title, teams = [] } = invitation;
  const [nickname, setNickname] = useState('');
  const [team, setTeam] = useState(() => smallest(teams));
  const [error, setError] = useState('');
  const [free, setFree] = useState<string>();
  const busy = attempt.name === 'busy';

  useEffect(() => {
    if (attempt.name === 'refused') {
      setError(refusal(attempt.code, nickname));
      setFree(attempt.free);
    } else if (attempt.name === 'unreachable') setError(t('problem.unreachable'));
  }, [attempt]);

  function join(wanted: string) {
    const wrong = complaint(wanted);
    setFree(undefined);
    setError(wrong === 'empty' ? t('name.empty') : wrong === 'long' ? t('name.long') : '');
    if (wrong || busy) return;
    onJoin({ nickname: tidy(wanted), ...(team ? { team } : {}) });
  }

  function name(wanted: string) {
    onNaming();
    setNickname(wanted);
    setError(complaint(wanted) === 'long' ? t('name.long') : '');
    setFree(undefined);
  }

  return (
    <form
      class="join-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        join(nickname);
      }}
    >
      <div class="join-game">
        <h1>{title}</h1>
        <button type="button" class="join-back" onClick={onBack}>
          {t('seat.change', { pin: showPin(pin) })}
        </button>
      </div>
      <Field
        label={t('name.label')}
        error={error}
        control={described => (
          <span class="name-row">
            <input
              {...described}
              class="input name"
              autofocus
              value={nickname}
              autocomplete="off"
              autocapitalize="words"
              spellcheck={false}
              enterkeyhint="go"
              dir="auto"
              onInput={event => name(event.currentTarget.value)}
            />
            <button
              type="button"
              class="name-any"
              aria-label={t('name.any')}
              title={t('name.any')}
              onClick={() => name(inventName(t('name.list'), Math.random))}
            >
              <Dice />
            </button>
          </span>
        )}
      />
      {free && (
        <Button
          wide
          onClick={() => {
            setNickname(free);
            join(free);
          }}
        >
          {t('name.free', { name: free })}
        </Button>
      )}
      {teams.length > 0 && (
        <fieldset class="teams">
          <legend class="field-label">{t('team.label')}</legend>
          {teams.map((one, place) => (
            <label key={one.id} class={`team ${answerClass(place)}`}>
              <input
                type="radio"
                name="team"
                checked={team === one.id}
                onChange={() => {
                  setTeam(one.id);
                  setError('');
                }}
              />
              <Shape place={place} />
              <span class="team-name" dir="auto">
                {one.name}
              </span>
              <span class="team-size numbers">{t('team.players', { n: one.players })}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Button type="submit" look="primary" large wide busy={busy}>
        {busy ? t('join.busy') : t('join.go')}
      </Button>
    </form>
  );
}

function smallest(teams: NonNullable<Invitation['teams']>): string | undefined {
  return [...teams].sort((a, b) => a.players - b.players)[0]?.id;
}

function refusal(code: string, name: string): string {
  if (code === 'nickname-taken') return t('name.taken', { name: tidy(name) });
  if (code === 'nickname-refused') return t('name.refused');
  if (code === 'team-full') return t('team.full');
  if (code === 'team-unknown') return t('team.unknown');
  return t('name.invalid');
}

function Dice() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        fill-rule="evenodd"
        d="M6 2h12a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H6a4 4 0 0 1-4-4V6a4 4 0 0 1 4-4zm1.5 3.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm4.5 4.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm4.5 4.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"
      />
    </svg>
  );
}
