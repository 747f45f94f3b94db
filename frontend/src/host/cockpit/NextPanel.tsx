import { useState } from 'preact/hooks';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { HostState } from '../../protocol';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';
import { AnswerList } from './AnswerList';
import { Notes } from './StageView';

/** A look ahead, folded away until it is wanted: the next question whole, with its key and its author's notes. */
export function NextPanel({ next }: { next: NonNullable<HostState['next']> }) {
  const { media } = next;
  const [open, setOpen] = useState(false);
  return (
    <details class="card folded next" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t('next.title', { question: formatNumber(language.value, next.index + 1) })}</h2>
      </summary>
      {open && (
        <div class="folded-body">
          <p class="next-text" {...content()}>
            <Written text={next.text} format={next.format} />
          </p>
          {media && (media.kind ?? 'image') === 'image' && (
            <img class="now-picture" src={media.phone?.url ?? media.url} alt={media.alt ?? ''} />
          )}
          {next.kind !== 'point' && next.kind !== 'slide' && <AnswerList question={next} />}
          <Notes text={next.notes} />
        </div>
      )}
    </details>
  );
}
