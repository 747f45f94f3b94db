import { t } from '../i18n';
import type { ScreenState } from '../protocol';
import type { ServerClock } from '../transport/types';
import { content } from '../ui/content';
import { Written } from '../ui/Written';
import { About } from './About';
import { Drain } from './Drain';
import { SLIDE_SIZES, useFit } from './fit';
import { usePreload } from './Picture';

type Props = Extract<ScreenState, { phase: 'ready' }> & { clock: ServerClock };

/** The question alone, so that everybody has read it when it opens. */
export function Ready({ question, opensAt, remainingMs, clock }: Props) {
  const box = useFit<HTMLHeadingElement>(SLIDE_SIZES, question.text);
  usePreload(question.media);
  return (
    <div class="ready">
      <About question={question} />
      <div class="ready-text">
        <h1 class="fit" ref={box} {...content()}>
          <Written text={question.text} format={question.format} />
        </h1>
        {question.kind !== 'slide' && <p class="ready-how">{t(`ask.${question.kind}`)}</p>}
      </div>
      <Drain clock={clock} endsAt={opensAt} remainingMs={remainingMs} />
    </div>
  );
}
