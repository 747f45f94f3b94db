import { useEffect, useState } from 'preact/hooks';
import type { FieldError, Problem } from '../../api';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/editor.json';
import { Button } from '../../ui/Button';
import { Field } from '../../ui/Field';
import { problemText } from '../../ui/problem';
import { keep, kept } from '../../ui/storage';
import { hasDraft } from '../editor/drafts';
import { uploads } from '../editor/media/uploads';
import { fieldText } from '../errors';
import { Icon } from '../layout/Icon';
import { useTitle } from '../layout/useTitle';
import type { Quiz, QuizSummary } from '../library/quiz';
import { Thumb } from '../library/Thumb';
import { replace } from '../navigation';
import { href } from '../route';
import { loadQuiz, openGame } from '../server';
import { LookChoice } from './LookChoice';
import { Radio, Switch } from './options';
import { Rounds } from './Rounds';
import {
  type Choices,
  choicesOf,
  FILTERS,
  LAUNCHES,
  lookMistakes,
  PACES,
  PRESET_NAMES,
  presetOf,
  RANKS,
  remember,
  type Settings,
  sent,
  settingsOf,
  teamNames,
  typedSettings,
} from './settings';
import { Unfinished } from './Unfinished';
import './launch.css';

knowEnglish(english);

const COUNTDOWNS_S = [0, 3, 5, 10];
const BREAKS_MIN = [0, 2, 5, 10, 15, 20, 30];
const PACES_S = [3, 5, 8, 12, 20, 30, 60];

/** The last page before the lobby: how this game is to be played. */
export default function Launch({ quiz: id }: { quiz: string }) {
  const [quiz, setQuiz] = useState<Quiz>();
  const [more, setMore] = useState<QuizSummary[]>([]);
  const [choices, setChoices] = useState(() => choicesOf(kept(LAUNCHES), id));
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  useTitle(t('launch.title'));
  const load = () =>
    loadQuiz(id).then(reply => {
      if (reply.ok) setQuiz(reply.value);
      setProblem(reply.ok ? undefined : reply.problem);
    });
  useEffect(() => void load(), [id]);

  const isUploading = [...uploads.value.values()].some(({ trouble }) => !trouble);
  const { settings, look, teams, teamSize, identify } = choices;
  const choose = (part: Partial<Choices>) => setChoices({ ...choices, ...part });
  const set = (part: Partial<Settings>) => choose({ settings: { ...settings, ...part } });
  const preset = presetOf(settings);

  async function launch(event: Event, rehearsal = false) {
    event.preventDefault();
    // What is wrong, or on its way, says so beside its field.
    if (busy || isUploading || lookMistakes(look).length > 0) return;
    setBusy(true);
    const quizzes = [id, ...more.map(round => round.id)] as const;
    const reply = await openGame(quizzes, { ...sent(settings), look, ...typedSettings(choices) }, rehearsal);
    setBusy(false);
    if (reply.ok) keep(LAUNCHES, remember(kept(LAUNCHES), id, choices));
    if (reply.ok) replace({ page: 'cockpit', game: reply.value.id });
    else setProblem(reply.problem);
  }

  const empty = quiz?.questions.length === 0 || has(problem, 'quizId');
  const teamMistake = problem?.errors?.find(error => error.field.startsWith('settings.teams'));
  const unfinished = problem?.errors?.filter(error => error.field.startsWith('questions[')) ?? [];
  const rounds = more.map((round, at) => ({
    ...round,
    mistakes: problem?.errors?.flatMap(error => within(error, `quizIds[${at + 1}].`)) ?? [],
  }));
  const said = unfinished.length > 0 || rounds.some(({ mistakes }) => mistakes.length > 0);
  const elsewhere = problem && !teamMistake && !has(problem, 'quizId') && !said;
  return (
    <main class="page launch">
      <a class="back-link" href={href({ page: 'editor', quiz: id })}>
        <Icon name="back" />
        {t('launch.back')}
      </a>
      <form class="card launch-card" onSubmit={launch}>
        <div class="launch-quiz">
          {quiz && <Thumb first={quiz.questions[0]} face={id} />}
          <div>
            <p class="quiet">{t('launch.title')}</p>
            <h1 dir="auto">{quiz?.title ?? ' '}</h1>
            {quiz && <p class="quiet">{t('library.questions', { n: quiz.questions.length })}</p>}
          </div>
        </div>

        {quiz && !empty && (
          <Rounds
            first={{ title: quiz.title, questions: quiz.questions.length }}
            more={more}
            onChange={setMore}
          />
        )}

        <fieldset class="choices-3">
          <legend class="field-label">{t('launch.preset')}</legend>
          {PRESET_NAMES.map(name => (
            <Radio
              key={name}
              group="preset"
              on={name === preset}
              title={t(`launch.preset.${name}`)}
              hint={t(`launch.preset.${name}.hint`)}
              onChoose={() => choose({ settings: settingsOf(name) })}
            />
          ))}
          <p class="quiet presets-own" role="status">
            {preset ? t('launch.presetHint') : t('launch.presetOwn')}
          </p>
        </fieldset>

        <fieldset class="choices-2">
          <legend class="field-label">{t('launch.scoring')}</legend>
          <Radio
            group="scoring"
            on={settings.scoring === 'speed'}
            title={t('launch.speed')}
            hint={t('launch.speedHint')}
            onChoose={() => set({ scoring: 'speed' })}
          />
          <Radio
            group="scoring"
            on={settings.scoring === 'accuracy'}
            title={t('launch.accuracy')}
            hint={t('launch.accuracyHint')}
            onChoose={() => set({ scoring: 'accuracy' })}
          />
        </fieldset>

        <div class="switches">
          <Switch
            on={settings.lateJoin}
            title={t('launch.lateJoin')}
            hint={t('launch.lateJoinHint')}
            onChange={lateJoin => set({ lateJoin })}
          />
          <Switch
            on={settings.approval}
            title={t('launch.approval')}
            hint={t('launch.approvalHint')}
            onChange={approval => set({ approval })}
          />
          <Switch
            on={settings.names === 'made'}
            title={t('launch.names')}
            hint={t('launch.namesHint')}
            onChange={made => set({ names: made ? 'made' : 'chosen' })}
          />
          <Switch
            on={settings.partialCredit}
            title={t('launch.partial')}
            hint={t('launch.partialHint')}
            onChange={partialCredit => set({ partialCredit })}
          />
          <Switch
            on={settings.streaks && settings.scoring === 'speed'}
            disabled={settings.scoring === 'accuracy'}
            title={t('launch.streaks')}
            hint={t('launch.streaksHint')}
            onChange={streaks => set({ streaks })}
          />
          <Switch
            on={settings.shuffleChoices}
            title={t('launch.shuffle')}
            hint={t('launch.shuffleHint')}
            onChange={shuffleChoices => set({ shuffleChoices })}
          />
          <Switch
            on={settings.phoneText}
            title={t('launch.phoneText')}
            hint={t('launch.phoneTextHint')}
            onChange={phoneText => set({ phoneText })}
          />
          <Switch
            on={settings.automatic}
            title={t('launch.automatic')}
            hint={t('launch.automaticHint')}
            onChange={automatic => set({ automatic })}
          />
          <Switch
            on={settings.carry}
            title={t('launch.carry')}
            hint={t('launch.carryHint')}
            onChange={carry => set({ carry })}
          />
        </div>

        <LookChoice look={look} onChange={changed => choose({ look: changed })} />

        <div class="launch-fields">
          <Field
            label={t('launch.ranks')}
            hint={t('launch.ranksHint')}
            control={described => (
              <select
                {...described}
                class="input"
                value={settings.ranks}
                onChange={event => set({ ranks: event.currentTarget.value as Settings['ranks'] })}
              >
                {RANKS.map(name => (
                  <option key={name} value={name}>
                    {t(`launch.ranks.${name}`)}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            label={t('launch.filter')}
            hint={t('launch.filterHint')}
            control={described => (
              <select
                {...described}
                class="input"
                value={settings.filter}
                onChange={event => set({ filter: event.currentTarget.value as Settings['filter'] })}
              >
                {FILTERS.map(name => (
                  <option key={name} value={name}>
                    {t(`launch.filter.${name}`)}
                  </option>
                ))}
              </select>
            )}
          />
          <Switch
            on={settings.facts}
            title={t('launch.facts')}
            hint={t('launch.factsHint')}
            onChange={facts => set({ facts })}
          />
          <Field
            label={t('launch.countdown')}
            hint={t('launch.countdownHint')}
            control={described => (
              <select
                {...described}
                class="input numbers"
                value={settings.countdownMs === 'auto' ? 'auto' : settings.countdownMs / 1000}
                onChange={event => {
                  const { value } = event.currentTarget;
                  set({ countdownMs: value === 'auto' ? 'auto' : Number(value) * 1000 });
                }}
              >
                <option value="auto">{t('launch.countdownAuto')}</option>
                {COUNTDOWNS_S.map(n => (
                  <option key={n} value={n}>
                    {n === 0 ? t('launch.countdownNone') : t('editor.seconds', { n })}
                  </option>
                ))}
              </select>
            )}
          />
          <Field
            label={t('launch.break')}
            hint={t('launch.breakHint')}
            control={described => (
              <select
                {...described}
                class="input numbers"
                value={settings.breakMs / 60_000}
                onChange={event => set({ breakMs: Number(event.currentTarget.value) * 60_000 })}
              >
                {BREAKS_MIN.map(n => (
                  <option key={n} value={n}>
                    {n === 0 ? t('launch.breakNone') : t('launch.breakMinutes', { n })}
                  </option>
                ))}
              </select>
            )}
          />
          {settings.automatic &&
            PACES.map(name => (
              <Field
                key={name}
                label={t(`launch.pace.${name}`)}
                control={described => (
                  <select
                    {...described}
                    class="input numbers"
                    value={settings.pace[name] / 1000}
                    onChange={event =>
                      set({ pace: { ...settings.pace, [name]: Number(event.currentTarget.value) * 1000 } })
                    }
                  >
                    {PACES_S.map(n => (
                      <option key={n} value={n}>
                        {t('editor.seconds', { n })}
                      </option>
                    ))}
                  </select>
                )}
              />
            ))}
          <Field
            label={t('launch.teams')}
            hint={t('launch.teamsHint')}
            error={teamMistake && fieldText(teamMistake)}
            control={described => (
              <textarea
                {...described}
                class="input"
                dir="auto"
                rows={3}
                value={teams}
                onInput={event => choose({ teams: event.currentTarget.value })}
              />
            )}
          />
          {teamNames(teams).length > 0 && (
            <>
              <Field
                label={t('launch.teamsBy')}
                control={described => (
                  <select
                    {...described}
                    class="input"
                    value={settings.drawTeams ? 'draw' : 'choice'}
                    onChange={event => set({ drawTeams: event.currentTarget.value === 'draw' })}
                  >
                    <option value="choice">{t('launch.teamsBy.choice')}</option>
                    <option value="draw">{t('launch.teamsBy.draw')}</option>
                  </select>
                )}
              />
              <Field
                label={t('launch.teamSize')}
                hint={t('launch.teamSizeHint')}
                control={described => (
                  <input
                    {...described}
                    class="input numbers"
                    type="number"
                    min={1}
                    value={teamSize}
                    onInput={event => choose({ teamSize: event.currentTarget.value })}
                  />
                )}
              />
            </>
          )}
          <Field
            label={t('launch.identify')}
            hint={t('launch.identifyHint')}
            control={described => (
              <input
                {...described}
                class="input"
                dir="auto"
                maxLength={80}
                value={identify}
                onInput={event => choose({ identify: event.currentTarget.value })}
              />
            )}
          />
        </div>

        <div class="launch-do">
          {empty && (
            <p class="field-error" role="alert">
              {t('launch.empty')}
            </p>
          )}
          {hasDraft(id) && (
            <p class="notice notice-note">
              {t('launch.unsaved')} <a href={href({ page: 'editor', quiz: id })}>{t('import.open')}</a>
            </p>
          )}
          {unfinished.length > 0 && <Unfinished quiz={id} mistakes={unfinished} />}
          {rounds.map(
            ({ id: round, title, mistakes }, at) =>
              mistakes.length > 0 && <Unfinished key={at} quiz={round} title={title} mistakes={mistakes} />,
          )}
          {elsewhere && (
            <p class="field-error" role="alert">
              {problem.status === 404 ? t('editor.gone') : problemText(problem)}
            </p>
          )}
          {!quiz && problem && problem.status !== 404 && <Button onClick={load}>{t('link.retry')}</Button>}
          <Button look="primary" large type="submit" busy={busy || isUploading} disabled={empty || !quiz}>
            <Icon name="play" />
            {t('launch.submit')}
          </Button>
          <Button
            look="ghost"
            busy={busy || isUploading}
            disabled={empty || !quiz}
            title={t('launch.rehearseHint')}
            onClick={event => launch(event, true)}
          >
            {t('launch.rehearse')}
          </Button>
        </div>
      </form>
    </main>
  );
}

/** What is wrong inside something, as if that were all there is. */
const within = (error: FieldError, place: string): FieldError[] =>
  error.field.startsWith(place) ? [{ ...error, field: error.field.slice(place.length) }] : [];

const has = (problem: Problem | undefined, field: string) =>
  problem?.errors?.some(error => error.field === field) ?? false;
