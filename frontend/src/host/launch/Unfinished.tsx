import type { FieldError } from '../../api';
import { t } from '../../i18n';
import { mistakeText } from '../errors';
import { href } from '../route';

interface Props {
  quiz: string;
  /** Of a quiz that only follows. */
  title?: string;
  mistakes: FieldError[];
}

/** Which questions have to be finished first, with a way to each. */
export function Unfinished({ quiz, title, mistakes }: Props) {
  const first = new Map<number, FieldError & { place: string }>();
  for (const mistake of mistakes) {
    const [, index, place = ''] = /^questions\[(\d+)\]\.?(.*)$/.exec(mistake.field) ?? [];
    const question = Number(index) + 1;
    if (!first.has(question)) first.set(question, { ...mistake, place });
  }
  return (
    <div class="notice notice-note" role="alert">
      <div class="notice-words">
        <p>{title ? t('launch.roundUnfinished', { title }) : t('launch.unfinished')}</p>
        <ul class="notice-rows">
          {[...first].map(([question, { code, place }]) => (
            <li key={question}>
              <a href={href({ page: 'editor', quiz, question })}>{mistakeText(question, place, code)}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
