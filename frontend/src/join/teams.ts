import { computed, effect } from '@preact/signals-core';
import { t } from '../i18n';
import type { Invitation, JoinModel } from './model';

/** As in `parts`, which the entry has to itself. */
const part = <T extends HTMLElement = HTMLElement>(root: ParentNode, selector: string) =>
  root.querySelector<T>(selector)!;

/** As many as there are answers: a team has the shape and the colours of one. */
const SHAPES = 8;

type Team = NonNullable<Invitation['teams']>[number];
interface Row {
  team: Team;
  label: HTMLElement;
}

/** The teams of a game to choose from; nothing is shown where it has none. */
export function wireTeams(list: HTMLElement, model: JoinModel): void {
  const row = part<HTMLTemplateElement>(list, 'template').content.firstElementChild!;

  function make(team: Team, place: number): Row {
    const label = row.cloneNode(true) as HTMLElement;
    const shape = (place % SHAPES) + 1;
    label.classList.add(`answer-${shape}`);
    part(label, 'use').setAttribute('href', `#shape-${shape}`);
    part(label, '.team-name').textContent = team.name;
    part(label, 'input').addEventListener('change', () => model.chooseTeam(team.id));
    return { team, label };
  }

  const rows = computed(() => (model.invitation.value?.teams ?? []).map(make));
  effect(() => {
    for (const old of list.querySelectorAll('.team')) old.remove();
    list.append(...rows.value.map(({ label }) => label));
    list.hidden = rows.value.length === 0;
  });
  effect(() => {
    for (const { team, label } of rows.value) {
      const on = model.team.value === team.id;
      label.toggleAttribute('data-on', on);
      part<HTMLInputElement>(label, 'input').checked = on;
      part(label, '.team-size').textContent = t('team.players', { n: team.players });
    }
  });
}
