import { t } from '../i18n';
import type { PlayState } from '../protocol';
import { hintOf } from './hints';
import { outcomeOf } from './outcome';
import type { Session } from './session';

/** What has just happened, for those who listen: it is read out whenever it changes. */
export function announcement(state: PlayState, session: Session): string {
  switch (state.phase) {
    case 'waiting':
      return t('waiting.text');
    case 'lobby':
      return t('lobby.in');
    case 'ready':
      return `${number(state.question)} ${state.question.text} ${t(hintOf(state.question))}`;
    case 'question':
      return `${number(state.question)} ${state.question.text} ${t(hintOf(state.question))}`;
    case 'reveal':
      return `${t(`outcome.${outcomeOf(state, session)}`)} ${t('points', { n: state.mine.points })}`;
    case 'standings':
      return t('reveal.rank', { rank: state.mine.rank, players: state.players });
    case 'break':
      return `${t('break.title')} ${t('reveal.rank', { rank: state.mine.rank, players: state.players })}`;
    case 'finished':
      return `${t('reveal.rank', { rank: state.mine.rank, players: state.players })} ${t('points', { n: state.mine.score })}`;
  }
}

function number({ index, total }: { index: number; total: number }): string {
  return t('question.count', { n: index + 1, of: total });
}
