import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../api';
import { knowEnglish, language, t } from '../../i18n';
import english from '../../i18n/en/report.json';
import { formatNumber } from '../../i18n/fill';
import type { Regrade } from '../../protocol';
import { Button } from '../../ui/Button';
import { problemText } from '../../ui/problem';
import { removeGame } from '../games/running';
import { Icon } from '../layout/Icon';
import { Menu } from '../layout/Menu';
import { useTitle } from '../layout/useTitle';
import { Waiting } from '../layout/Waiting';
import { go } from '../navigation';
import { href } from '../route';
import { deletePlayer, loadReport, regrade, reportCsv, reportSheet, ungrade } from '../server';
import { say } from '../toast';
import { moment } from '../when';
import { Compare } from './Compare';
import { People } from './People';
import { PlayerPath } from './PlayerPath';
import { PlayerTable } from './PlayerTable';
import { QuestionTable } from './QuestionTable';
import { type PlayerReport, type QuestionReport, type Report, SEPARATORS, usualSeparator } from './report';
import './report.css';

knowEnglish(english);

/** What happened in a game: what was hard, and how everybody did. */
export default function ReportPage({ game: id }: { game: string }) {
  const [report, setReport] = useState<Report>();
  const [problem, setProblem] = useState<Problem>();
  const [whose, setWhose] = useState<PlayerReport>();
  const [compared, setCompared] = useState<QuestionReport[]>();
  useTitle(report ? t('report.titleOf', { title: report.game.title }) : t('report.title'));
  const load = () =>
    loadReport(id).then(reply => {
      setReport(reply.ok ? reply.value : undefined);
      setProblem(reply.ok ? undefined : reply.problem);
    });
  useEffect(() => void load(), [id]);

  if (problem) {
    return (
      <main class="page empty">
        <h1>{problem.status === 404 ? t('cockpit.noGame') : problemText(problem)}</h1>
        <div class="notice-do">
          {problem.status !== 404 && (
            <Button look="primary" onClick={load}>
              {t('link.retry')}
            </Button>
          )}
          <Button onClick={() => go({ page: 'games' })}>{t('cockpit.toGames')}</Button>
        </div>
      </main>
    );
  }
  if (!report) return <Waiting />;
  const { game, questions, players } = report;
  const usual = usualSeparator(language.value);
  const again = async (change: ReturnType<typeof ungrade>) => {
    const reply = await change;
    if (!reply.ok) say({ text: problemText(reply.problem) });
    await load();
  };
  const grading = {
    regrade: (question: number, how: Regrade) => void again(regrade(id, question, how)),
    ungrade: (question: number) => void again(ungrade(id, question)),
  };
  const erase = async (player: string, name: string) => {
    setWhose(undefined);
    const reply = await deletePlayer(id, player);
    say({ text: reply.ok ? t('path.erased', { name }) : problemText(reply.problem) });
    await load();
  };
  const del = () => {
    removeGame({ id, title: game.title });
    go({ page: 'games' });
  };
  return (
    <main class="page report">
      <a class="back-link" href={href({ page: 'games' })}>
        <Icon name="back" />
        {t('games.title')}
      </a>
      <div class="page-head">
        <div>
          <h1 dir="auto">{game.title}</h1>
          <p class="quiet">{moment(game.finishedAt ?? game.createdAt, language.value)}</p>
        </div>
        <div class="page-tools">
          {!game.finishedAt && (
            <a class="button button-plain" href={href({ page: 'cockpit', game: id })}>
              {t('games.resume')}
            </a>
          )}
          <a class="button button-plain" href={reportCsv(id, usual)} download>
            <Icon name="download" />
            {t('report.csv')}
          </a>
          <Menu label={t('report.csvWith')} summary={<Icon name="down" />}>
            {SEPARATORS.map(separator => (
              <a key={separator} href={reportCsv(id, separator)} download>
                {t(`separator.${separator}`)}
              </a>
            ))}
          </Menu>
          <a class="button button-primary" href={reportSheet(id)} download>
            <Icon name="download" />
            {t('report.xlsx')}
          </a>
        </div>
      </div>
      <Facts report={report} />
      <People report={report} onPath={setWhose} />
      <Compare game={id} quiz={game.quizId} onCompare={setCompared} />
      {report.rounds && !report.carry && <p class="quiet">{t('report.places')}</p>}
      <QuestionTable
        questions={questions}
        rounds={report.rounds}
        players={game.players}
        grading={grading}
        compared={compared}
      />
      <PlayerTable players={players} questions={questions} rounds={report.rounds} onPath={setWhose} />
      <Kept until={game.keptUntil} onDelete={game.finishedAt ? del : undefined} />
      {whose && (
        <PlayerPath
          key={whose.id ?? whose.nickname}
          player={whose}
          questions={questions}
          onClose={() => setWhose(undefined)}
          onErase={game.finishedAt && whose.id ? () => void erase(whose.id!, whose.nickname) : undefined}
        />
      )}
    </main>
  );
}

/** For those who ask, parents for example: what is stored, for how long, and the way to delete it. */
function Kept({ until, onDelete }: { until: number | undefined; onDelete: (() => void) | undefined }) {
  return (
    <section class="kept">
      <div>
        <h2>{t('privacy.title')}</h2>
        <p class="quiet">{t('privacy.text')}</p>
        {until !== undefined && (
          <p class="quiet">{t('privacy.until', { when: moment(until, language.value) })}</p>
        )}
      </div>
      {onDelete && (
        <Button look="danger" onClick={onDelete}>
          <Icon name="trash" />
          {t('report.delete')}
        </Button>
      )}
    </section>
  );
}

/** The whole game in three numbers. */
function Facts({ report: { game, questions } }: { report: Report }) {
  const asked = questions.filter(question => question.asked);
  const fractions = asked.flatMap(({ fraction }) => (fraction === undefined ? [] : [fraction]));
  const mean = fractions.length > 0 ? fractions.reduce((a, b) => a + b, 0) / fractions.length : null;
  const format = (n: number, options?: Intl.NumberFormatOptions) => formatNumber(language.value, n, options);
  return (
    <dl class="facts">
      <Fact name={t('report.players')} value={format(game.players)} />
      <Fact
        name={t('report.asked')}
        value={
          asked.length === questions.length
            ? format(asked.length)
            : `${format(asked.length)} / ${format(questions.length)}`
        }
      />
      <Fact name={t('report.right')} value={mean === null ? '–' : format(mean, { style: 'percent' })} />
    </dl>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div class="fact">
    <dt>{name}</dt>
    <dd class="numbers">{value}</dd>
  </div>
);
