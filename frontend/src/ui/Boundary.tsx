import { Component, type ComponentChildren } from 'preact';
import { t } from '../i18n';
import { Button } from './Button';

interface Props {
  /** When this changes, for example with the next state of the game, what broke is tried again. */
  reset?: unknown;
  children: ComponentChildren;
}

/** Around each page: where a view breaks, it says so and what helps, and is not empty. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(error: unknown) {
    reportError(error);
    this.setState({ broken: true });
  }

  override componentDidUpdate({ reset }: Props) {
    if (this.state.broken && reset !== this.props.reset) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div class="broken" role="alert">
        <h1>{t('stale.title')}</h1>
        <p>{t('stale.text')}</p>
        <Button look="primary" large onClick={() => location.reload()}>
          {t('stale.reload')}
        </Button>
      </div>
    );
  }
}
