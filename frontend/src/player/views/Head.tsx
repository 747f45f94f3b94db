import type { ComponentChildren } from 'preact';
import { t } from '../../i18n';
import type { Preview } from '../../protocol';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';
import { Picture } from './Picture';
import './head.css';

interface Props {
  question: Preview;
  /** The clock, beside the number of the question. */
  aside?: ComponentChildren;
  /** False where its picture is what one answers on. */
  pictured?: boolean;
}

/** Which question it is, and what it asks. */
export function Head({ question, aside, pictured = true }: Props) {
  const long = question.text.length > 120;
  return (
    <header class="head">
      <div class="head-line">
        <p class="overline numbers">{t('question.count', { n: question.index + 1, of: question.total })}</p>
        {aside}
      </div>
      {/* A long text scrolls, also by keys. */}
      <h1 class={long ? 'asked asked-long' : 'asked'} {...content()} tabIndex={long ? 0 : undefined}>
        {question.text ? <Written text={question.text} format={question.format} /> : t('hint.screen')}
      </h1>
      {question.media && pictured && <Picture media={question.media} />}
    </header>
  );
}
