import { t } from '../../i18n';
import type { PlayState } from '../../protocol';
import { Head } from './Head';
import './slide.css';

/** Something to look at, nothing to answer. */
export function Slide({ state }: { state: Extract<PlayState, { phase: 'question' }> }) {
  return (
    <div class="slide">
      <Head question={state.question} />
      <p class="quiet">{state.paused ? t('paused.title') : t('hint.screen')}</p>
    </div>
  );
}
