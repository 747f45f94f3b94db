import { language, t } from '../i18n';
import { formatNumber } from '../i18n/fill';
import type { Facts } from '../protocol';
import { Crest } from '../ui/Crest';
import { content } from '../ui/content';
import { Written } from '../ui/Written';

/** Two facts of the evening. */
export function Told({ hardest, streak }: Facts) {
  return (
    <dl class="facts">
      {hardest && (
        <div>
          <dt>{t('fact.hardest')}</dt>
          <dd>
            <span class="fact-text" {...content()}>
              <Written text={hardest.text} format={hardest.format} inline />
            </span>
            <small>
              {t('fact.right', { part: formatNumber(language.value, hardest.right, { style: 'percent' }) })}
            </small>
          </dd>
        </div>
      )}
      {streak && (
        <div>
          <dt>{t('fact.streak')}</dt>
          <dd>
            <span class="fact-who">
              <Crest name={streak.nickname} />
              <bdi>{streak.nickname}</bdi>
            </span>
            <small>{t('fact.row', { n: streak.length })}</small>
          </dd>
        </div>
      )}
    </dl>
  );
}
