import { t } from '../../i18n';
import type { PointQuestion } from '../library/quiz';
import type { PartOf } from './part';
import { RegionField } from './RegionField';

/** The right place on the question's picture. */
export function PointKey({ part }: { part: PartOf<PointQuestion> }) {
  const { question, change, wrong } = part;
  const { media, region } = question;
  const mistake = wrong('region') ?? wrong('media');

  if (!media?.url || (media.kind ?? 'image') !== 'image') {
    return (
      <div class="stage-answers">
        <p class={mistake ? 'field-error' : 'stage-note'} role={mistake ? 'alert' : undefined}>
          {t('editor.pointPicture')}
        </p>
      </div>
    );
  }
  return (
    <div class="stage-answers">
      <RegionField media={media} region={region} onRegion={next => change({ region: next }, 'region')} />
      {mistake && (
        <p class="field-error" role="alert">
          {mistake}
        </p>
      )}
    </div>
  );
}
