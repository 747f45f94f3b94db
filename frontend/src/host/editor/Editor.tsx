import { useEffect, useMemo, useState } from 'preact/hooks';
import { knowEnglish, language, t } from '../../i18n';
import english from '../../i18n/en/editor.json';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { Lazy } from '../layout/Lazy';
import { useTitle } from '../layout/useTitle';
import { Waiting } from '../layout/Waiting';
import { loadQuizzes } from '../library/quizzes';
import { go, replace } from '../navigation';
import { BulkSettings } from './BulkSettings';
import { Canvas } from './Canvas';
import { type Aside, EditorHead } from './EditorHead';
import { type Editing, openEditing } from './editing';
import { focusMistake } from './focus';
import { areUploads } from './media/uploads';
import { useFiles } from './media/useFiles';
import { Notices } from './Notices';
import { QuestionList } from './QuestionList';
import { QuestionSettings } from './QuestionSettings';
import { QuizCanvas } from './QuizCanvas';
import { createSelection, type Selection } from './selection';
import { useCopied } from './useCopied';
import './editor.css';
import './media/media.css';

knowEnglish(english);

interface Props {
  quiz: string;
  question?: number | undefined;
  /** Where a new quiz lands. */
  folder?: string | undefined;
}

/** Three panes: the questions, the chosen one as the screen will show it, and its settings. */
export default function Editor({ quiz, question, folder }: Props) {
  const [tries, setTries] = useState(0);
  /** What stands in the place of the panes, if anything. */
  const [aside, setAside] = useState<Aside | null>(null);
  // A new quiz gets an address of its own with the first change; it stays the one that is open here.
  const editing = useMemo(
    () => openEditing(quiz, language.peek(), id => replace({ page: 'editor', quiz: id }), folder),
    [tries],
  );
  useEffect(() => {
    if (question !== undefined) void putRight(editing, question);
    return () => {
      void editing.close().then(saved => (saved ? loadQuizzes() : undefined));
    };
  }, [editing]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keyed(event, editing);
      if (!act || aside) return;
      event.preventDefault();
      act();
    };
    const onLeave = (event: Event) => {
      if ((!editing.lasting.peek() && editing.dirty.peek()) || areUploads()) event.preventDefault();
    };
    addEventListener('keydown', onKey);
    addEventListener('beforeunload', onLeave);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('beforeunload', onLeave);
    };
  }, [editing, aside]);
  const selection = useMemo(createSelection, [editing]);
  useFiles(editing);
  useCopied(editing, selection);
  useTitle(editing.draft.value.title || t('editor.untitled'));

  const status = editing.status.value;
  if (status.name === 'loading') return <Waiting />;
  if (status.name === 'missing') {
    return (
      <main class="page empty">
        <h1>{status.problem.status === 404 ? t('editor.gone') : problemText(status.problem)}</h1>
        <div class="notice-do">
          {status.problem.status !== 404 && (
            <Button look="primary" onClick={() => setTries(tries + 1)}>
              {t('link.retry')}
            </Button>
          )}
          <Button onClick={() => go({ page: 'library' })}>{t('editor.toLibrary')}</Button>
        </div>
      </main>
    );
  }
  const back = { editing, onClose: () => setAside(null) };
  if (aside === 'import')
    return <Lazy key={aside} load={() => import('../import/EditorImport')} words="import" {...back} />;
  if (aside === 'versions')
    return <Lazy key={aside} load={() => import('./versions/Versions')} words="editor" {...back} />;
  if (aside === 'preview')
    return <Lazy key={aside} load={() => import('./rehearsal/Rehearsal')} words="editor" {...back} />;
  return (
    <main class="editor">
      <EditorHead editing={editing} onAside={setAside} />
      <Notices editing={editing} />
      <div class="editor-panes">
        <QuestionList editing={editing} selection={selection} />
        <Chosen editing={editing} selection={selection} />
      </div>
    </main>
  );
}

/** What a key does; one history serves all fields, so the browser's own for each of them is not asked. */
function keyed(event: KeyboardEvent, editing: Editing): (() => void) | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === 's') return event.repeat ? () => {} : () => void editing.save();
  if (key === 'z') return event.shiftKey ? editing.redo : editing.undo;
  return key === 'y' ? editing.redo : null;
}

/** A question that could not be played: it is opened, with what is wrong beside its fields. */
async function putRight(editing: Editing, question: number): Promise<void> {
  await editing.loaded;
  editing.choose(editing.draft.peek().entries[question - 1]?.key ?? null);
  if (!(await editing.check())) focusMistake();
}

function Chosen({ editing, selection }: { editing: Editing; selection: Selection }) {
  const { draft, chosen } = editing;
  const index = draft.value.entries.findIndex(it => it.key === chosen.value);
  const entry = draft.value.entries[index];
  const bulk = selection.value && <BulkSettings editing={editing} selection={selection} />;
  if (!entry)
    return (
      <>
        <QuizCanvas editing={editing} beside={bulk !== null} />
        {bulk}
      </>
    );
  return (
    <>
      <Canvas key={`c ${entry.key}`} editing={editing} entry={entry} index={index} />
      {bulk ?? <QuestionSettings key={`s ${entry.key}`} editing={editing} entry={entry} index={index} />}
    </>
  );
}
