import { answerClass, Shape } from './shapes';

/** Three steps made of the answers' own tiles, and the light on the highest: what one comes here for. */
export function Steps() {
  return (
    <div class="steps" aria-hidden="true">
      {[1, 0, 2].map(place => (
        <span key={place} class={`step tile ${answerClass(place)}`}>
          <Shape place={place} />
        </span>
      ))}
    </div>
  );
}
