import type { ComponentChildren } from 'preact';
import { language, t } from '../../i18n';
import { formatNumber } from '../../i18n/fill';
import type { Correction, CountedPoint, HostState, Question, Regrade, Tally } from '../../protocol';
import { Button } from '../../ui/Button';
import { Countdown } from '../../ui/Countdown';
import { content } from '../../ui/content';
import { Minutes } from '../../ui/Minutes';
import { isScored } from '../../ui/scored';
import { Written } from '../../ui/Written';
import { Icon } from '../layout/Icon';
import { KeyButton } from '../mend/KeyButton';
import { mendable } from '../mend/key';
import { sizeOf } from '../size';
import { AnswerList } from './AnswerList';
import type { CockpitLink } from './link';
import { PointTally } from './PointTally';
import { Ranking } from './Ranking';

/** What is going on in the room now. The key is marked here, and only here, before the reveal. */
export function StageView({
  link,
  state,
  title,
  children,
}: {
  link: CockpitLink;
  state: HostState;
  title: string | undefined;
  /** What stands in the lobby besides. */
  children?: ComponentChildren;
}) {
  switch (state.phase) {
    case 'lobby':
      return (
        <Lobby link={link} state={state} title={title ?? state.title}>
          {children}
        </Lobby>
      );
    case 'ready':
    case 'question':
      return <Asked link={link} state={state} question={state.question} />;
    case 'reveal':
      return (
        <section class="now" data-phase="reveal" aria-label={t('phase.reveal')}>
          <Heading question={state.question} phase={t('phase.reveal')} />
          {state.voided && (
            <p class="notice notice-note">{state.regraded ? t('cockpit.uncounted') : t('cockpit.voided')}</p>
          )}
          <Counted link={link} question={state.question} tally={state.tally ?? []} revealed />
          <Corrections link={link} state={state} />
          <Explanation question={state.question} />
          <Notes text={state.notes} />
        </section>
      );
    case 'standings':
      return (
        <section class="now" data-phase="standings" aria-label={t('phase.standings')}>
          <p class="now-phase">{t('phase.standings')}</p>
          <Ranking top={state.top} teams={state.teams} />
          <p class="corrections">
            <Correct link={link} what={{ do: 'back' }} text={t('cockpit.back')} />
          </p>
        </section>
      );
    case 'break':
      return (
        <section class="now" data-phase="break" aria-label={t('phase.break')}>
          <div class="now-top">
            <div class="now-words">
              <p class="now-phase">{t('phase.break')}</p>
              {state.next && (
                <h2 class="now-question">
                  {t('break.next')} <bdi>{state.next.title}</bdi>
                </h2>
              )}
            </div>
            <div class="now-time" translate={false}>
              <Minutes
                clock={link.clock}
                endsAt={state.until}
                remainingMs={state.remainingMs}
                label={n => t('break.left', { n })}
                soon={t('break.soon')}
              />
            </div>
          </div>
          <Ranking top={state.top} teams={state.teams} />
        </section>
      );
    case 'finished':
      return (
        <section class="now" data-phase="finished" aria-label={t('phase.finished')}>
          <p class="now-phase">{t('phase.finished')}</p>
          <h2 class="now-question">{t('cockpit.over')}</h2>
          <Ranking top={state.top} teams={state.teams} />
          <p class="corrections">
            <Correct link={link} what={{ do: 'restore' }} text={t('cockpit.restoreEnd')} />
          </p>
        </section>
      );
  }
}

interface LobbyProps {
  link: CockpitLink;
  state: HostState;
  title: string;
  children: ComponentChildren;
}

function Lobby({ link, state, title, children }: LobbyProps) {
  const { players } = link.roster.value;
  return (
    <section class="now now-lobby" data-phase="lobby" aria-label={t('phase.lobby')}>
      <p class="now-phase">{t('phase.lobby')}</p>
      <h2 class="now-question" {...content()}>
        {title}
      </h2>
      <p class="now-count numbers" translate={false}>
        <strong>{formatNumber(language.value, players)}</strong>
        <span class="quiet">{t('cockpit.joined', { n: players })}</span>
      </p>
      {players === 0 && <p class="quiet now-hint">{t('cockpit.lobbyHint')}</p>}
      {state.next && <p class="quiet">{t('cockpit.ahead', { n: state.next.total })}</p>}
      {children}
      <p class="quiet now-hint">{t('cockpit.powerSaving')}</p>
    </section>
  );
}

/** The answers so far; single words of a cloud can be taken off it, and put back. */
function Counted({
  link,
  question,
  tally,
  revealed = false,
}: {
  link: CockpitLink;
  question: Question;
  tally: Tally | undefined;
  /** Whether answers can be judged again. */
  revealed?: boolean;
}) {
  const hides = question.kind === 'word-cloud' || question.kind === 'text';
  const hidden = link.hidden.value;
  if (question.kind === 'point')
    return <PointTally question={question} tally={tally as CountedPoint[] | undefined} />;
  return (
    <>
      <AnswerList
        question={question}
        tally={tally}
        onHide={hides ? text => link.hide('hide', question.index, text) : undefined}
        onGrade={
          revealed
            ? regrade => link.correct({ do: 'regrade', question: question.index, ...regrade })
            : undefined
        }
      />
      {hidden.length > 0 && (
        <p class="hidden-texts">
          {t('cockpit.hidden')}{' '}
          {hidden.map(text => (
            <Button key={text} onClick={() => link.hide('unhide', question.index, text)}>
              <bdi>{text}</bdi> · {t('cockpit.unhide')}
            </Button>
          ))}
        </p>
      )}
    </>
  );
}

/** What can be put right about a question as a whole. */
function Corrections({ link, state }: { link: CockpitLink; state: Extract<HostState, { phase: 'reveal' }> }) {
  const { question, voided, regraded } = state;
  const skipped = voided && !regraded;
  if (!isScored(question.kind) && !skipped) return null;
  const regrade = (how: Regrade) => link.correct({ do: 'regrade', question: question.index, ...how });
  return (
    <div class="corrections">
      {regraded && (
        <>
          <span class="tag tag-note">{t('grading.corrected')}</span>
          <Correct link={link} what={{ do: 'ungrade', question: question.index }} text={t('grading.undo')} />
        </>
      )}
      {skipped && <Correct link={link} what={{ do: 'restore' }} text={t('cockpit.restoreSkip')} />}
      {!skipped && <KeyButton asked={mendable(question)} onGrade={regrade} />}
      {!voided && (
        <Correct
          link={link}
          what={{ do: 'regrade', question: question.index, void: true }}
          text={t('grading.void')}
        />
      )}
    </div>
  );
}

function Correct({ link, what, text }: { link: CockpitLink; what: Correction; text: string }) {
  return (
    <Button onClick={() => link.correct(what)} busy={link.busy.value.has(what.do)}>
      {text}
    </Button>
  );
}

type Timed = Extract<HostState, { phase: 'ready' | 'question' }>;

function Asked({ link, state, question }: { link: CockpitLink; state: Timed; question: Question }) {
  const ready = state.phase === 'ready';
  const endsAt = ready ? state.opensAt : state.closesAt;
  const slide = question.kind === 'slide';
  const { players } = link.roster.value;
  const answered = link.answered.value;
  return (
    <section class="now" data-phase={state.phase} aria-label={ready ? t('phase.ready') : t('phase.question')}>
      <div class="now-top">
        <div class="now-words">
          <Heading question={question} phase={ready ? t('phase.ready') : t('phase.question')} />
        </div>
        {(ready || !slide) && (
          <div class="now-time" translate={false}>
            <Countdown
              clock={link.clock}
              endsAt={endsAt}
              remainingMs={state.remainingMs}
              totalMs={ready ? undefined : question.timeLimitMs}
            />
            {state.paused && (
              <span class="tag tag-note">
                <Icon name="pause" />
                {t('cockpit.paused')}
              </span>
            )}
          </div>
        )}
      </div>
      {!ready && !slide && (
        <div class="answered">
          <p class="numbers" translate={false}>
            <strong>{formatNumber(language.value, answered)}</strong> {t('cockpit.answered', { n: players })}
          </p>
          <div class="meter" aria-hidden="true">
            <span style={{ '--part': players > 0 ? Math.min(1, answered / players) : 0 }} />
          </div>
        </div>
      )}
      <Counted link={link} question={question} tally={ready ? undefined : (link.tally.value ?? undefined)} />
      <Explanation question={question} />
      <Notes text={state.notes} />
    </section>
  );
}

function Heading({ question, phase }: { question: Question; phase: string }) {
  const { media } = question;
  return (
    <>
      <p class="now-phase">
        {t('cockpit.place', {
          question: formatNumber(language.value, question.index + 1),
          all: formatNumber(language.value, question.total),
        })}
        <span aria-hidden="true"> · </span>
        {phase}
        {question.points > 0 && (
          <>
            <span aria-hidden="true"> · </span>
            {t('cockpit.points', { n: question.points })}
          </>
        )}
      </p>
      <h2 class="now-question" data-size={sizeOf(question.text)} {...content()}>
        <Written text={question.text} format={question.format} />
      </h2>
      {media && (media.kind ?? 'image') === 'image' && (
        <img class="now-picture" src={media.phone?.url ?? media.url} alt={media.alt ?? ''} />
      )}
    </>
  );
}

/** What the author wanted to say or do here. */
export function Notes({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <p class="now-notes">
      <strong>{t('cockpit.notes')}</strong> <bdi {...content()}>{text}</bdi>
    </p>
  );
}

function Explanation({ question }: { question: Question }) {
  if (!question.explanation) return null;
  return (
    <p class="now-explanation">
      <strong>{t('cockpit.explanation')}</strong>{' '}
      <bdi {...content()}>
        <Written text={question.explanation} format={question.format} />
      </bdi>
    </p>
  );
}
