import { Component, type FunctionComponent } from 'preact';

/** The same part, which is drawn again only when one of its props is another. */
export function steady<P extends object>(Part: FunctionComponent<P>) {
  return class Steady extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before = this.props as Record<string, unknown>;
      return Object.entries(next).some(([name, value]) => before[name] !== value);
    }
    override render() {
      return <Part {...(this.props as P)} />;
    }
  };
}
