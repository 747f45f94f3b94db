import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Result } from '../../api';
import { knowEnglish, t } from '../../i18n';
import english from '../../i18n/en/import.json';
import { problemText } from '../../ui/problem';
import { placeText } from '../errors';
import { Icon } from '../layout/Icon';
import type { QuizSummary } from '../library/quiz';
import { type ExportFormat, type ExportLoss, exportPath, listLosses } from '../server';
import './import.css';

knowEnglish(english);

const FORMATS: readonly ExportFormat[] = ['json', 'zip', 'kahoot', 'gift', 'moodle'];
const isOwn = (format: ExportFormat) => format === 'json' || format === 'zip';

/** A quiz as a file, and what the file cannot hold, told before it is fetched. */
export default function ExportDialog({ quiz, onClose }: { quiz: QuizSummary; onClose: () => void }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [format, setFormat] = useState<ExportFormat>('json');
  const [losses, setLosses] = useState<Result<ExportLoss[]>>();
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    setLosses(undefined);
    if (isOwn(format)) return;
    let current = true;
    void listLosses(quiz.id, format).then(reply => current && setLosses(reply));
    return () => {
      current = false;
    };
  }, [format]);
  return (
    <dialog class="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id} dir="auto">
        {t('export.title', { title: quiz.title })}
      </h2>
      <fieldset class="export-formats">
        <legend class="unseen">{t('export.format')}</legend>
        {FORMATS.map(it => (
          <label key={it} class="export-format">
            <input type="radio" name="format" checked={it === format} onChange={() => setFormat(it)} />
            {t(`export.as.${it}`)}
          </label>
        ))}
      </fieldset>
      <div class="export-losses" role="status">
        {format === 'json' ? (
          <p class="quiet">{t('export.questions')}</p>
        ) : format === 'zip' || (losses?.ok && losses.value.length === 0) ? (
          <p class="quiet">{t('export.whole')}</p>
        ) : losses && !losses.ok ? (
          <p>{problemText(losses.problem)}</p>
        ) : (
          losses && <Losses losses={losses.value} />
        )}
      </div>
      <div class="dialog-do">
        <a
          class="button button-primary"
          href={exportPath(quiz.id, format)}
          download
          onClick={() => dialog.current?.close()}
        >
          <Icon name="download" />
          {t('export.download')}
        </a>
        <button type="button" class="button button-plain" onClick={() => dialog.current?.close()}>
          {t('close')}
        </button>
      </div>
    </dialog>
  );
}

function Losses({ losses }: { losses: ExportLoss[] }) {
  const questions = [...new Set(losses.map(loss => loss.row))];
  return (
    <>
      <p>{t('export.lost')}</p>
      <ul class="notice-rows">
        {questions.map(row => (
          <li key={row}>
            {t('import.row', { n: row })}{' '}
            {losses
              .filter(loss => loss.row === row)
              .map(lossText)
              .join(', ')}
          </li>
        ))}
      </ul>
    </>
  );
}

function lossText({ field, code }: ExportLoss): string {
  if (!field) return code === 'required' ? t('export.unfinished') : t('export.absent');
  return field === 'accents' ? t('export.accents') : (placeText(field) ?? field);
}
