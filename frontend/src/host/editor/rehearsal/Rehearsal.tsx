import { useEffect, useMemo, useState } from 'preact/hooks';
import { language, t } from '../../../i18n';
import { formatNumber } from '../../../i18n/fill';
import type { FromFrame, PhoneShown, ScreenShown } from '../../../preview/messages';
import type { Theme } from '../../../protocol';
import { Button } from '../../../ui/Button';
import { kept } from '../../../ui/storage';
import { THEME_NAMES } from '../../../ui/themes';
import { choicesOf, LAUNCHES } from '../../launch/settings';
import { Icon } from '../../layout/Icon';
import type { Quiz } from '../../library/quiz';
import type { Editing } from '../editing';
import { toQuiz } from '../model';
import { Frame } from './Frame';
import {
  answered,
  answeredRightly,
  dueAt,
  imaginedTally,
  onward,
  opened,
  PHASES,
  PLAYER,
  phoneState,
  type Show,
  screenState,
  tallyOf,
} from './show';
import './rehearsal.css';

/** Screen and phone side by side: any question at any moment, or the whole quiz played alone. Nothing is stored. */
export default function Rehearsal({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const quiz = useMemo(() => toQuiz(editing.draft.peek()), []);
  const start = editing.draft.peek().entries.findIndex(({ key }) => key === editing.chosen.peek());
  return (
    <main class="page rehearsal">
      <Button look="ghost" class="back-link" onClick={onClose}>
        <Icon name="back" />
        {t('editor.back')}
      </Button>
      {quiz.questions.length === 0 ? (
        <p class="quiet page-none">{t('editor.noQuestions')}</p>
      ) : (
        <Shown quiz={quiz} id={editing.id.peek()} start={Math.max(0, start)} />
      )}
    </main>
  );
}

function Shown({ quiz, id, start }: { quiz: Quiz; id: string; start: number }) {
  const [look, setLook] = useState(() => choicesOf(kept(LAUNCHES), id).look);
  const [playing, setPlaying] = useState(false);
  /** Another for each time that what was tapped counts no more. */
  const [run, setRun] = useState(0);
  const [show, setShow] = useState(() => opened(quiz, start, 'question', Date.now()));

  const due = playing ? dueAt(show) : null;
  useEffect(() => {
    if (due === null) return;
    const timer = setTimeout(() => setShow(onward(show, Date.now())), Math.max(0, due - Date.now()));
    return () => clearTimeout(timer);
  }, [due, show]);

  function jump(next: Show): void {
    setRun(run + 1);
    setShow(next);
  }
  function play(): void {
    setPlaying(true);
    jump(opened(quiz, 0, 'ready', Date.now()));
  }
  function stop(): void {
    setPlaying(false);
    jump(opened(quiz, show.index, 'question', Date.now()));
  }
  function hear(message: FromFrame): void {
    if (message.type === 'answer')
      setShow(now => answered(now, message.question, message.answer, message.elapsedMs));
    else if (message.type === 'exit') stop();
  }

  const still = playing ? {} : { at: show.since };
  const seen = playing || show.phase !== 'reveal' ? show : answeredRightly(show);
  const tally = show.phase !== 'reveal' ? [] : playing ? tallyOf(show) : imaginedTally(show);
  const screen = useMemo<ScreenShown>(
    () => ({
      state: screenState(seen, tally),
      look,
      answered: seen.given[seen.index] ? 1 : 0,
      players: playing ? 1 : 0,
      tally: [],
      ...still,
    }),
    [show, look, playing],
  );
  const phone = useMemo<PhoneShown>(
    () => ({ state: phoneState(seen), run, nickname: PLAYER, ...still }),
    [show, run, playing],
  );

  return (
    <>
      <div class="page-head">
        <div>
          <h1>{t('preview.title')}</h1>
          <p class="quiet">{t('preview.note')}</p>
        </div>
        <div class="page-tools">
          <select
            class="input page-sort"
            aria-label={t('launch.look')}
            value={look.theme}
            onChange={event => setLook({ ...look, theme: event.currentTarget.value as Theme })}
          >
            {THEME_NAMES.map(name => (
              <option key={name} value={name}>
                {t(`launch.theme.${name}`)}
              </option>
            ))}
          </select>
          {playing ? (
            <Button onClick={stop}>
              <Icon name="stop" />
              {t('preview.stop')}
            </Button>
          ) : (
            <Button look="primary" onClick={play}>
              <Icon name="play" />
              {t('preview.play')}
            </Button>
          )}
        </div>
      </div>
      <div class="rehearsal-tools" role="toolbar" aria-label={t('preview.title')}>
        {playing ? (
          <Playing show={show} onNext={() => setShow(onward(show, Date.now()))} onAgain={play} />
        ) : (
          <Looking show={show} onShow={jump} />
        )}
      </div>
      <div class="rehearsal-frames">
        <Frame side="screen" title={t('preview.screen')} shown={screen} hear={hear} />
        <Frame side="phone" title={t('preview.phone')} shown={phone} hear={hear} />
      </div>
    </>
  );
}

/** Any question, at any moment of it. */
function Looking({ show, onShow }: { show: Show; onShow: (next: Show) => void }) {
  const { quiz, index, phase } = show;
  const all = quiz.questions.length;
  const go = (to: number) => onShow(opened(quiz, to, phase, Date.now()));
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={t('preview.before')}
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <Icon name="up" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={t('preview.after')}
        disabled={index + 1 === all}
        onClick={() => go(index + 1)}
      >
        <Icon name="down" />
      </button>
      <Count index={index} all={all} />
      <fieldset class="rehearsal-phases">
        <legend class="unseen">{t('preview.moment')}</legend>
        {PHASES.map(it => (
          <label key={it} class="rehearsal-phase">
            <input
              type="radio"
              name="moment"
              checked={it === phase}
              onChange={() => onShow(opened(quiz, index, it, Date.now()))}
            />
            <span>{t(`preview.${it}`)}</span>
          </label>
        ))}
      </fieldset>
    </>
  );
}

interface PlayingProps {
  show: Show;
  onNext: () => void;
  onAgain: () => void;
}

/** The one button says what it will do. */
function Playing({ show, onNext, onAgain }: PlayingProps) {
  const { quiz, index, phase } = show;
  const all = quiz.questions.length;
  const slide = phase === 'question' && quiz.questions[index]!.kind === 'slide';
  const text =
    phase === 'ready'
      ? t('preview.openNow')
      : phase === 'question' && !slide
        ? t('preview.closeNow')
        : index + 1 < all
          ? t('preview.after')
          : t('preview.toEnd');
  return (
    <>
      <Count index={index} all={all} />
      {phase === 'finished' ? (
        <Button look="primary" onClick={onAgain}>
          {t('preview.again')}
        </Button>
      ) : (
        <Button look="primary" onClick={onNext}>
          {text}
        </Button>
      )}
    </>
  );
}

function Count({ index, all }: { index: number; all: number }) {
  const n = formatNumber(language.value, index + 1);
  return (
    <p class="numbers" role="status">
      {t('preview.count', { n, all })}
    </p>
  );
}
