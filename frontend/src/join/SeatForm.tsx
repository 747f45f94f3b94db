import { t } from '../i18n';
import { Button } from '../ui/Button';
import { answerClass, Shape } from '../ui/shapes';
import type { Desk, Invitation } from './desk';
import { inventName } from './nickname';
import { showPin } from './pin';
import { Remark } from './Remark';

interface Props {
  desk: Desk;
  invitation: Invitation;
  busy: boolean;
}

/** Name and, where the game has them, team. */
export function SeatForm({ desk, invitation, busy }: Props) {
  const { title, teams = [] } = invitation;
  const free = desk.free.value;
  return (
    <form
      class="join-form"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        desk.join();
      }}
    >
      <div>
        <h1 dir="auto">{title}</h1>
        <button type="button" class="join-back" onClick={desk.otherPin}>
          {t('seat.change', { pin: showPin(desk.pin.value) })}
        </button>
      </div>
      <div class="field">
        <label class="field-label" for="name">
          {t('name.label')}
        </label>
        <span class="name-row">
          <input
            class="input name"
            id="name"
            ref={focus}
            value={desk.nickname.value}
            autocomplete="off"
            autocapitalize="words"
            spellcheck={false}
            enterkeyhint="go"
            dir="auto"
            aria-invalid={desk.remark.value !== null}
            aria-describedby="name-remark"
            onInput={event => desk.typeName(event.currentTarget.value)}
          />
          <button
            type="button"
            class="name-any"
            aria-label={t('name.any')}
            title={t('name.any')}
            onClick={() => desk.typeName(inventName(t('name.list'), Math.random))}
          >
            <Die />
          </button>
        </span>
        <Remark desk={desk} id="name-remark" />
      </div>
      {free && (
        <Button wide onClick={() => desk.join(free)}>
          {t('name.free', { name: free })}
        </Button>
      )}
      {teams.length > 0 && (
        <fieldset class="teams">
          <legend class="field-label">{t('team.label')}</legend>
          {teams.map(({ id, name, players }, place) => (
            <label
              key={id}
              class={`team ${answerClass(place)}`}
              data-on={desk.team.value === id || undefined}
            >
              <input
                type="radio"
                name="team"
                checked={desk.team.value === id}
                onChange={() => desk.chooseTeam(id)}
              />
              <Shape place={place} />
              <span class="team-name" dir="auto">
                {name}
              </span>
              <span class="team-size numbers">{t('team.players', { n: players })}</span>
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

/** Called when the field appears: it is the next thing to do. */
function focus(field: HTMLInputElement | null): void {
  field?.focus();
}

function Die() {
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
