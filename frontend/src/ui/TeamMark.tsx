import { answerClass, Shape } from './shapes';

/** A team's colour and shape beside its name, which is what is read out. */
export function TeamMark({ place }: { place: number }) {
  return (
    <span class={`team-mark tile ${answerClass(place)}`} aria-hidden="true">
      <Shape place={place} />
    </span>
  );
}
