import { useEffect, useState } from 'preact/hooks';
import { post } from '../../api';
import { t } from '../../i18n';
import { content } from '../../ui/content';
import { points } from '../../ui/numbers';
import { Cross, Dash, Tick } from './signs';
import './way.css';

interface Step {
  index: number;
  text?: string;
  answered: boolean;
  correct?: boolean;
  points: number;
}

/** A hall asks for its ways at the end, all at once: a millisecond a player keeps them apart, ten seconds at most. */
const APART_MS = 10_000;

/** How it went, question by question; the server knows it, also after a reload. Nothing where it cannot be had. */
export function Way({ ticket, players }: { ticket: string | undefined; players: number }) {
  const [steps, setSteps] = useState<Step[]>([]);
  useEffect(() => {
    if (!ticket) return;
    let gone = false;
    const timer = setTimeout(async () => {
      const reply = await post<{ questions: Step[] }>('/api/play/path', { ticket });
      if (reply.ok && !gone) setSteps(reply.value.questions);
    }, Math.random() * Math.min(APART_MS, players));
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [ticket]);
  if (steps.length === 0) return null;
  return (
    <section class="way">
      <h2 class="overline">{t('path.title')}</h2>
      <ol class="way-steps">
        {steps.map(step => (
          <li key={step.index} class="way-step" data-right={step.correct}>
            <span class="way-sign">
              <Sign {...step} />
            </span>
            <span class="way-words">
              <small class="numbers">
                {t('path.question', { n: step.index + 1 })} · {word(step)}
              </small>
              {step.text && (
                <span class="way-text" {...content()}>
                  {step.text}
                </span>
              )}
            </span>
            {step.points > 0 && (
              <bdi class="way-points numbers" dir="ltr">
                +{points(step.points)}
              </bdi>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Sign({ answered, correct }: Step) {
  if (!answered || correct === undefined) return <Dash />;
  return correct ? <Tick /> : <Cross />;
}

function word({ answered, correct }: Step): string {
  if (!answered) return t('path.none');
  if (correct === undefined) return t('path.open');
  return correct ? t('path.right') : t('path.wrong');
}
