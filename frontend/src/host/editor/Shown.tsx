import type { Format } from '../../protocol';
import { content } from '../../ui/content';
import { Written } from '../../ui/Written';

interface Props {
  text: string;
  format: Format | undefined;
  inline?: boolean;
}

/** What becomes of a text that is being written, where that is something else. */
export function Shown({ text, format, inline = false }: Props) {
  if (format !== 'markdown' || !/[$*_`#>\\]|^\s*(-|\d+[.)])\s/m.test(text)) return null;
  return (
    <span class="shown" {...content()}>
      <Written text={text} format={format} inline={inline} />
    </span>
  );
}
