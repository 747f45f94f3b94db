/**
 * A player's page on the real transport in a fake world, with everything it was told written down:
 *
 *   const phone = new Phone(world);  phone.play.join({ pin: '123456', nickname: 'Ada' });  world.run(100);
 *   phone.states, phone.receipts, phone.refusals, phone.link;  new Phone(world, link => …) is told each change of it
 */
import type { PlayState } from '../../protocol';
import { createPlay } from '../play';
import type { ConnectionState, Play, Receipt } from '../types';
import type { World } from './world';

export class Phone {
  readonly play: Play;
  readonly links: ConnectionState[] = [];
  readonly states: PlayState[] = [];
  readonly receipts: { question: number; receipt: Receipt }[] = [];
  readonly refusals: string[] = [];
  /** Every planned delay before a retry, in milliseconds. */
  readonly delays: number[] = [];

  constructor(world: World, onLink: (link: ConnectionState) => void = () => {}) {
    this.play = createPlay({
      url: 'ws://podium/ws/play',
      env: world.page(),
      events: {
        onConnection: state => {
          this.links.push(state);
          onLink(state);
          if (state.name === 'waiting' && state.retryAt !== null) this.delays.push(state.retryAt - world.now);
        },
        onSeat() {},
        onState: state => this.states.push(state),
        onPlayers() {},
        onReceipt: (question, receipt) => this.receipts.push({ question, receipt }),
        onRefused: code => this.refusals.push(code),
      },
    });
  }

  get link(): ConnectionState {
    return this.links[this.links.length - 1] ?? { name: 'idle' };
  }
  get state(): PlayState | undefined {
    return this.states[this.states.length - 1];
  }
}
