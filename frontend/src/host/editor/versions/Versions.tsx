import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../api';
import { LANGUAGES, language, t } from '../../../i18n';
import { Button } from '../../../ui/Button';
import { problemText } from '../../../ui/problem';
import { answersOf } from '../../import/reply';
import { ConfirmDialog } from '../../layout/ConfirmDialog';
import { Icon } from '../../layout/Icon';
import { Waiting } from '../../layout/Waiting';
import { isKind, type QuizQuestion } from '../../library/quiz';
import { forgetVersions, listVersions, loadVersion, type QuizVersion, type QuizVersions } from '../../server';
import { say } from '../../toast';
import { moment } from '../../when';
import type { Editing } from '../editing';
import { fromQuiz, toQuiz } from '../model';
import { type Difference, differences, type Part } from './difference';
import './versions.css';

/** What the quiz was, what differs, and the way back to it: a step that can be undone like any other. */
export default function Versions({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const [list, setList] = useState<QuizVersions>();
  const [chosen, setChosen] = useState<QuizVersion>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const confirm = useRef<HTMLDialogElement>(null);
  const quiz = editing.id.value;

  async function load() {
    // What is written and not saved yet is what the versions are compared with, and restored over.
    await editing.save();
    const reply = await listVersions(quiz);
    setProblem(reply.ok ? undefined : reply.problem);
    if (!reply.ok) return;
    setList(reply.value);
    const [latest] = reply.value.items;
    if (latest) await choose(latest.version);
    else setChosen(undefined);
  }
  async function choose(version: number) {
    const reply = await loadVersion(quiz, version);
    if (reply.ok) setChosen(reply.value);
    else if (reply.problem.status === 404) await load();
    else setProblem(reply.problem);
  }
  useEffect(() => {
    void load();
  }, []);

  async function restore({ version }: QuizVersion) {
    setBusy(true);
    const trouble = await editing.restore(version);
    setBusy(false);
    if (trouble) return setProblem(trouble);
    say({ text: t('versions.restored'), action: { text: t('undo'), run: editing.undo } });
    onClose();
  }
  async function forget() {
    const reply = await forgetVersions(quiz);
    if (reply.ok) await load();
    else setProblem(reply.problem);
  }

  if (!list && !problem) return <Waiting />;
  return (
    <main class="page versions">
      <Button look="ghost" class="back-link" onClick={onClose}>
        <Icon name="back" />
        {t('editor.back')}
      </Button>
      <div class="page-head">
        <div>
          <h1>{t('versions.title')}</h1>
          <p class="quiet">{t('versions.lead', { n: list?.most ?? 0 })}</p>
        </div>
      </div>
      {problem && (
        <div class="notice notice-bad" role="alert">
          <p>{problem.status === 403 ? t('versions.notYours') : problemText(problem)}</p>
          {problem.status !== 403 && <Button onClick={load}>{t('link.retry')}</Button>}
        </div>
      )}
      {list?.items.length === 0 && <p class="quiet page-none">{t('versions.none')}</p>}
      {list && list.items.length > 0 && (
        <div class="versions-panes">
          <nav aria-label={t('versions.title')}>
            <ol class="versions-list">
              {list.items.map(it => (
                <li key={it.version}>
                  <button
                    type="button"
                    class="versions-one"
                    aria-current={it.version === chosen?.version ? 'true' : undefined}
                    onClick={() => choose(it.version)}
                  >
                    <strong class="numbers">{moment(it.savedAt, language.value)}</strong>
                    <span class="quiet">
                      {it.savedBy && (
                        <>
                          <bdi>{it.savedBy}</bdi> ·{' '}
                        </>
                      )}
                      {t('library.questions', { n: it.questions })}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            <Button look="ghost" onClick={() => confirm.current?.showModal()}>
              <Icon name="trash" />
              {t('versions.forget')}
            </Button>
          </nav>
          {chosen && (
            <Compared
              key={chosen.version}
              editing={editing}
              version={chosen}
              busy={busy}
              onRestore={() => restore(chosen)}
            />
          )}
        </div>
      )}
      <ConfirmDialog
        dialog={confirm}
        title={t('versions.forgetTitle')}
        lead={t('versions.forgetLead')}
        stay={t('versions.keep')}
        act={t('versions.forget')}
        onAct={forget}
      />
    </main>
  );
}

interface ComparedProps {
  editing: Editing;
  version: QuizVersion;
  busy: boolean;
  onRestore: () => void;
}

function Compared({ editing, version, busy, onRestore }: ComparedProps) {
  const found = differences(toQuiz(fromQuiz(version)), toQuiz(editing.draft.value));
  return (
    <section class="versions-compared" aria-label={moment(version.savedAt, language.value)}>
      <div class="versions-head">
        <p role="status">
          {found.length === 0 ? t('versions.same') : t('versions.differences', { n: found.length })}
        </p>
        <Button look="primary" busy={busy} disabled={found.length === 0} onClick={onRestore}>
          <Icon name="undo" />
          {t('versions.restore')}
        </Button>
      </div>
      <ol class="versions-differences">
        {found.map((difference, at) => (
          <li key={at} class="versions-difference">
            <Told difference={difference} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Told({ difference }: { difference: Difference }) {
  switch (difference.what) {
    case 'title':
    case 'description':
    case 'language': {
      const word = (said: string) =>
        difference.what === 'language' ? (LANGUAGES[said as keyof typeof LANGUAGES] ?? said) : said;
      return (
        <>
          <h2>{t(`editor.${difference.what}`)}</h2>
          <Pair then={word(difference.before)} now={word(difference.after)} />
        </>
      );
    }
    case 'gone':
      return (
        <>
          <h2>{t('versions.gone', { n: difference.was })}</h2>
          <Whole question={difference.before} />
        </>
      );
    case 'new':
      return (
        <>
          <h2>{t('versions.new', { n: difference.n })}</h2>
          <Whole question={difference.after} />
        </>
      );
    case 'moved':
      return (
        <>
          <h2>{t('versions.moved', { n: difference.n, was: difference.was })}</h2>
          <p class="versions-words" dir="auto">
            {difference.after.text}
          </p>
        </>
      );
    case 'changed':
      return (
        <>
          <h2>{t('versions.changed', { n: difference.n })}</h2>
          {!difference.parts.includes('text') && (
            <p class="versions-words" dir="auto">
              {difference.after.text}
            </p>
          )}
          {difference.parts.map(part => (
            <div key={part} class="versions-part">
              <h3>{partName(part)}</h3>
              <Pair then={said(difference.before, part)} now={said(difference.after, part)} />
            </div>
          ))}
        </>
      );
  }
}

function Pair({ then, now }: { then: string; now: string }) {
  return (
    <dl class="versions-pair">
      <div class="versions-then">
        <dt>{t('versions.then')}</dt>
        <dd dir="auto">{then || '–'}</dd>
      </div>
      <div class="versions-now">
        <dt>{t('versions.now')}</dt>
        <dd dir="auto">{now || '–'}</dd>
      </div>
    </dl>
  );
}

function Whole({ question }: { question: QuizQuestion }) {
  return (
    <div class="versions-words" dir="auto">
      <p>{question.text || t('editor.noText')}</p>
      <p class="quiet">{said(question, 'answers')}</p>
    </div>
  );
}

const partName = (part: Part) => (part === 'answers' ? t('place.answers') : t(`editor.${part}`));

/** A part of a question in words, in lines. */
function said(question: QuizQuestion, part: Part): string {
  switch (part) {
    case 'text':
      return question.text;
    case 'kind':
      return isKind(question.kind) ? t(`kind.${question.kind}`) : question.kind;
    case 'time':
      return question.timeLimitMs === 0
        ? t('time.none')
        : t('editor.seconds', { n: question.timeLimitMs / 1000 });
    case 'points':
      return String(question.points);
    case 'explanation':
      return question.explanation ?? '';
    case 'format':
      return question.format ? 'Markdown' : '';
    case 'media':
      return question.media ? `${question.media.alt ?? ''}\n${question.media.url}`.trim() : '';
    case 'answers':
      return answerLines(question).join('\n');
  }
}

function answerLines(question: QuizQuestion): string[] {
  const fields = question as unknown as Record<string, unknown>;
  const answers = answersOf(fields).map(({ text, right }) => (right ? `✓ ${text}` : text));
  const numbers = ['min', 'max', 'step', 'unit'].filter(
    name => fields[name] !== undefined && fields[name] !== '',
  );
  const range = numbers.map(name => `${t(`editor.${name as 'min'}`)}: ${fields[name]}`);
  const labels = Array.isArray(fields.labels) ? fields.labels.filter(Boolean).map(String) : [];
  const accents = fields.accents === 'forgive' ? [t('editor.accents')] : [];
  const region = fields.region ? [t('editor.region')] : [];
  return [...answers, ...range, ...labels, ...accents, ...region];
}
