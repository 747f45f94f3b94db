import type { Question } from '../../protocol';
import { ChoicePad } from './ChoicePad';
import { NumberPad } from './NumberPad';
import { OrderPad } from './OrderPad';
import { PointPad } from './PointPad';
import type { PadProps } from './pad';
import { ScalePad } from './ScalePad';
import { TextPad } from './TextPad';

/** What a question is answered with, by its kind. */
export function Pad({ question, ...rest }: PadProps<Question>) {
  switch (question.kind) {
    case 'choice':
    case 'true-false':
    case 'poll':
      return <ChoicePad question={question} {...rest} />;
    case 'text':
    case 'word-cloud':
      return <TextPad question={question} {...rest} />;
    case 'scale':
      return <ScalePad question={question} {...rest} />;
    case 'point':
      return <PointPad question={question} {...rest} />;
    case 'number':
      return <NumberPad question={question} {...rest} />;
    case 'order':
      return <OrderPad question={question} {...rest} />;
    default:
      return null;
  }
}
