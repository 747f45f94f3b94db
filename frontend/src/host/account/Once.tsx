import { t } from '../../i18n';
import { Button } from '../../ui/Button';
import { copyText } from '../copy';
import { Icon } from '../layout/Icon';
import { say } from '../toast';

/** A secret that is shown this once, to be copied. */
export function Once({ words, secret }: { words: string; secret: string }) {
  async function copy() {
    say({ text: (await copyText(secret)) ? t('copied') : t('copyFailed') });
  }
  return (
    <div class="once" role="status">
      <p>{words}</p>
      <div class="once-secret">
        <code dir="ltr">{secret}</code>
        <Button onClick={copy}>
          <Icon name="copy" />
          {t('copy')}
        </Button>
      </div>
    </div>
  );
}
