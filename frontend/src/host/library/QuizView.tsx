import { useEffect, useState } from 'preact/hooks';
import type { Problem, Result } from '../../api';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/import.json';
import type { Media } from '../../protocol';
import { Button } from '../../ui/Button';
import { Logo } from '../../ui/Logo';
import { problemText } from '../../ui/problem';
import { Written } from '../../ui/Written';
import { answersOf } from '../import/reply';
import { Icon } from '../layout/Icon';
import { useTitle } from '../layout/useTitle';
import { Waiting } from '../layout/Waiting';
import { go } from '../navigation';
import { href } from '../route';
import { copyLinked, copyQuiz, type LinkRight, loadLinked, loadQuiz } from '../server';
import { session } from '../session';
import { say } from '../toast';
import type { Quiz } from './quiz';
import '../import/import.css';

knowEnglish(english);

type Props = { quiz?: string; token?: string; onSignIn?: () => void };
type Seen = Quiz & { may?: LinkRight };

/** A quiz with its questions and right answers, to be looked at and copied: of a colleague, or by a link. */
export default function QuizView({ quiz: id, token, onSignIn }: Props) {
  const [quiz, setQuiz] = useState<Seen>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  useTitle(quiz?.title ?? t('title'));
  useEffect(() => {
    let current = true;
    const asked: Promise<Result<Seen>> = token ? loadLinked(token) : loadQuiz(id!);
    void asked.then(reply => {
      if (!current) return;
      if (reply.ok) setQuiz(reply.value);
      else setProblem(reply.problem);
    });
    return () => {
      current = false;
    };
  }, [id, token]);
  async function copy() {
    setBusy(true);
    const reply = await (token ? copyLinked(token) : copyQuiz(id!));
    setBusy(false);
    if (!reply.ok) return say({ text: problemText(reply.problem) });
    say({ text: t('library.copied', { title: reply.value.title }) });
    go({ page: 'library' });
  }
  if (!quiz && !problem) return <Waiting />;
  const inside = session.value.state === 'in';
  const copies = quiz && (!token || quiz.may === 'copy');
  return (
    <main class="page page-look">
      {inside ? (
        <a class="back-link" href={href({ page: 'library' })}>
          <Icon name="back" />
          {t('nav.library')}
        </a>
      ) : (
        <Logo />
      )}
      {problem && (
        <section class="empty">
          <h1>{problem.status === 404 ? t('look.gone') : problemText(problem)}</h1>
        </section>
      )}
      {quiz && (
        <>
          <div class="page-head">
            <div>
              <h1 dir="auto">{quiz.title}</h1>
              {quiz.description && (
                <p class="quiet" dir="auto">
                  {quiz.description}
                </p>
              )}
              <p class="quiet">{t('library.questions', { n: quiz.questions.length })}</p>
            </div>
            {copies && (
              <div class="page-tools">
                {inside ? (
                  <Button look="primary" busy={busy} onClick={copy}>
                    <Icon name="copy" />
                    {t('library.copy')}
                  </Button>
                ) : (
                  <Button look="primary" onClick={onSignIn}>
                    {t('look.signIn')}
                  </Button>
                )}
              </div>
            )}
          </div>
          <ol class="import-rows">
            {quiz.questions.map((question, at) => (
              <li key={at} class="import-row">
                <p class="import-where">
                  <span class="quiet numbers">{t('import.question', { n: at + 1 })}</span>
                </p>
                <div class="import-words">
                  <p class="import-text">
                    <bdi>
                      <Written text={String(question.text ?? '')} format={question.format} />
                    </bdi>
                  </p>
                  <Picture media={question.media} />
                  <ul class="import-answers">
                    {answersOf(question as unknown as Record<string, unknown>).map((answer, index) => (
                      <li key={index} class={answer.right ? 'import-right' : undefined} dir="auto">
                        {answer.right && <Icon name="check" />}
                        <Picture media={answer.media} />
                        <Written text={answer.text} format={question.format} inline />
                      </li>
                    ))}
                  </ul>
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
    </main>
  );
}

function Picture({ media }: { media: Media | undefined }) {
  if (!media?.url || (media.kind ?? 'image') !== 'image') return null;
  return (
    <img class="look-picture" src={media.phone?.url ?? media.url} alt={media.alt ?? ''} loading="lazy" />
  );
}
