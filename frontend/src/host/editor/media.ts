import { t } from '../../i18n';
import type { Media } from '../../protocol';

/** Pages that show a video; none of them is a file that could be played elsewhere. */
const PAGES =
  /^(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|youtube-nocookie\.com|vimeo\.com|dailymotion\.com|bilibili\.com|tiktok\.com)$/;

/** Why a picture, sound or video would not be shown, as far as its address tells. */
export function mediaTrouble({ url }: Media): 'http' | 'page' | null {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return null;
  }
  if (PAGES.test(address.hostname)) return 'page';
  return address.protocol === 'http:' ? 'http' : null;
}

/** The same in words. */
export function troubleText(media: Media): string | undefined {
  const trouble = mediaTrouble(media);
  if (trouble === 'http') return t('editor.mediaHttp');
  return trouble === 'page' ? t('editor.mediaPage') : undefined;
}
