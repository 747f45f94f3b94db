/**
 * Every kind of question as phones and screens are told of it, without a server. How to use it:
 *
 *   game.show(asked(KINDS.point));               // to a phone of fakeGame
 *   game.show(told(KINDS.scale, { number: 4 })); // its reveal, with what this phone had answered
 *   const screen = await fakeScreen(page, shown(KINDS.cloud));  screen.show(counted(KINDS.cloud));
 *   await drawPictures(page);                    // before page.goto: the pictures that the questions show
 */
import type { Page } from '@playwright/test';
import type {
  Answer,
  Choice,
  LiveTally,
  Media,
  PlayState,
  Question,
  ScreenState,
  Tally,
} from '../src/protocol';

interface Sample {
  question: Question;
  /** What only the reveal says. */
  key?: unknown;
  tally: Tally;
}

const base = { index: 3, total: 9, points: 0, timeLimitMs: 30_000 };
const picture = (name: string, alt: string, width = 900, height = 600): Media => ({
  kind: 'image',
  url: `/media/${name}-${width}x${height}.svg`,
  alt,
  width,
  height,
});
const flags = (texts: string[]): Choice[] =>
  ['Nile', 'Rhine', 'Volga', 'Amur'].map((alt, i) => ({
    id: `c${i}`,
    text: texts[i] ?? '',
    media: picture(`answer${i}`, alt, 400, 300),
  }));
const counts = [4, 9, 1, 2].map((count, i) => ({ id: `c${i}`, count }));

const WORDS = [
  'Curious',
  'ready',
  'tired',
  'coffee',
  'happy',
  'hungry',
  '快乐',
  'سعيد',
  'a little nervous',
  'Émue',
  'calm',
  'awake',
  'full of questions',
  'sunny',
  'ok',
  'très bien',
  'gespannt',
  'مستعد',
  '好奇',
  'late',
];

/** More than a cloud shows. */
export const MANY = [
  ...WORDS,
  'proud',
  'سريع',
  '开心',
  'cold',
  'nervous',
  'Neugierig auf alles',
  'rain',
  'great',
  'مبتهج جدا',
  'slow',
  '有点累',
  'excited',
  'thoughtful',
  'Zug verpasst',
  'hopeful',
  'restless',
  'fine',
  'hangry',
  'überrascht',
  'sleepy',
];

/** The same in one script each, short and long, as halls of these languages say. */
export const MANY_OF = {
  zh: (
    '好奇 期待 有点累 咖啡 开心 饿了 紧张 平静 清醒 满脑子问题 阳光 还行 非常好 迫不及待 准备好了 迟到了 自豪 很快 寒冷 下雨 ' +
    '太棒了 慢慢来 激动 若有所思 错过了火车 充满希望 坐立不安 挺好的 又饿又气 惊讶 困 学习新东西 朋友 周一综合症 灵感 放松 忙 感恩 想睡觉 世界'
  ).split(' '),
  ar: (
    'فضولي|متحمس|متعب قليلا|قهوة|سعيد|جائع|متوتر|هادئ|مستيقظ|مليء بالأسئلة|مشمس|لا بأس|جيد جدا|لا أطيق الانتظار|مستعد|متأخر|فخور|سريع|بارد|ممطر|' +
    'رائع|على مهل|مبتهج|أفكر كثيرا|فاتني القطار|متفائل|قلق|بخير|غاضب|متفاجئ|نعسان|أتعلم شيئا جديدا|أصدقاء|يوم الاثنين|إلهام|مسترخ|مشغول|ممتن|أريد النوم|العالم'
  ).split('|'),
};

export const KINDS = {
  cloud: {
    question: {
      ...base,
      kind: 'word-cloud',
      text: 'How do you come here today, in one word?',
      maxLength: 30,
    },
    tally: WORDS.map((text, i) => ({ text, count: Math.max(1, Math.round(24 / (i + 1))) })),
  },
  scale: {
    question: {
      ...base,
      kind: 'scale',
      text: 'How sure are you of what we learned today?',
      min: 1,
      max: 5,
      step: 1,
      labels: ['Not sure at all', 'Completely sure'],
    },
    tally: [1, 2, 3, 4, 5].map((n, i) => ({ from: n, to: n, count: [1, 2, 6, 11, 4][i]! })),
  },
  wideScale: {
    question: {
      ...base,
      kind: 'scale',
      text: 'How was the day?',
      min: 0,
      max: 100,
      step: 1,
      labels: ['A disaster', 'A delight'],
    },
    tally: Array.from({ length: 20 }, (_, i) => ({ from: i * 5, to: i * 5 + 5, count: (i * 7) % 11 })),
  },
  point: {
    question: {
      ...base,
      points: 1000,
      kind: 'point',
      text: 'Where does the river begin?',
      media: picture('map', 'A map with a river from north to south'),
    },
    key: { shape: 'circle', x: 0.62, y: 0.4, r: 0.08 },
    tally: Array.from({ length: 60 }, (_, i) => ({
      x: 0.62 + 0.16 * Math.sin(i * 2.4) * ((i % 7) / 7),
      y: 0.4 + 0.2 * Math.cos(i * 2.4) * ((i % 5) / 5),
      count: 1 + (i % 3),
    })),
  },
  tallPoint: {
    question: {
      ...base,
      points: 1000,
      kind: 'point',
      text: 'Where is the door?',
      media: picture('tower', 'A tower', 500, 1000),
    },
    key: { shape: 'rectangle', x: 0.35, y: 0.7, width: 0.3, height: 0.2 },
    tally: [{ x: 0.5, y: 0.8, count: 3 }],
  },
  pictures: {
    question: {
      ...base,
      points: 1000,
      kind: 'choice',
      multiple: false,
      text: 'Which of these is the Rhine?',
      choices: flags([]),
    },
    key: ['c1'],
    tally: counts,
  },
  picturesAndTexts: {
    question: {
      ...base,
      kind: 'poll',
      text: 'Where would you go?',
      choices: flags(['To the Nile', 'Along the Rhine', 'Down the Volga', 'Over the Amur']),
    },
    tally: counts,
  },
  formulas: {
    question: {
      ...base,
      points: 1000,
      kind: 'choice',
      multiple: false,
      format: 'markdown',
      text: 'Which is **always** the same as $\\frac{x^2 - 1}{x + 1}$, if $x \\neq -1$?',
      choices: ['$x - 1$', '$\\frac{x}{x - 1}$', '$\\sqrt{x^2 - 1}$', 'None of *these*'].map((text, i) => ({
        id: `c${i}`,
        text,
      })),
      explanation: 'Because $$x^2 - 1 = (x - 1)(x + 1)$$',
    },
    key: ['c0'],
    tally: counts,
  },
  silent: {
    question: {
      ...base,
      points: 1000,
      timeLimitMs: 0,
      kind: 'choice',
      multiple: false,
      text: '',
      choices: flags([]).map(({ id }) => ({ id, text: '' })),
    },
    key: ['c1'],
    tally: counts,
  },
} as const satisfies Record<string, Sample> as Record<
  | 'cloud'
  | 'scale'
  | 'wideScale'
  | 'point'
  | 'tallPoint'
  | 'pictures'
  | 'picturesAndTexts'
  | 'formulas'
  | 'silent',
  Sample
>;

const right = ({ question, key }: Sample) =>
  ({ ...question, ...(key !== undefined && { correct: key }) }) as Question;

/** Open, as a phone is told. */
export const asked = ({ question }: Sample): PlayState => ({ phase: 'question', question });
/** At its reveal. */
export const told = (sample: Sample, answer: Answer): PlayState => ({
  phase: 'reveal',
  question: right(sample),
  mine: {
    answer,
    correct: sample.key === undefined ? null : false,
    fraction: 0,
    points: 0,
    elapsedMs: 4_000,
    streak: 0,
  },
  score: 2_400,
  rank: 3,
  players: 24,
});
/** Open, as a screen is told. */
export const shown = ({ question }: Sample): ScreenState => ({
  phase: 'question',
  question,
  opensAt: Date.now() - 1_000,
  ...(question.timeLimitMs > 0 && { closesAt: Date.now() + question.timeLimitMs }),
});
export const counted = (sample: Sample): ScreenState => ({
  phase: 'reveal',
  question: right(sample),
  players: 24,
  tally: sample.tally,
});

export async function fakeScreen(page: Page, first: ScreenState) {
  let seq = 0;
  let send = (_message: object) => {};
  const frame = (state: ScreenState, type: string) => ({
    type,
    heartbeatMs: 15_000,
    serverTime: Date.now(),
    seq: ++seq,
    state,
  });
  await page.routeWebSocket(/\/ws\/screen\//, socket => {
    send = message => socket.send(JSON.stringify(message));
    send(frame(first, 'welcome'));
  });
  await page.goto('/screen#a-link');
  return {
    show: (state: ScreenState) => send(frame(state, 'state')),
    tally: (message: Omit<LiveTally, 'type'>) => send({ type: 'tally', ...message }),
  };
}

/** Each picture has the size that its name tells, and a net of tenths, so that places can be read off it. */
export async function drawPictures(page: Page): Promise<void> {
  await page.route('**/media/**', route => {
    const { pathname } = new URL(route.request().url());
    const [, name, width, height] = /(\w+)-(\d+)x(\d+)/.exec(pathname) ?? ['', pathname, 600, 400];
    const hue = [...name!].reduce((sum, letter) => sum + letter.charCodeAt(0) * 37, 0) % 360;
    const lines = Array.from({ length: 9 }, (_, i) => {
      const part = `${(i + 1) * 10}%`;
      return `<path/><line x1="${part}" x2="${part}" y2="100%"/><line y1="${part}" y2="${part}" x2="100%"/>`;
    });
    return route.fulfill({
      contentType: 'image/svg+xml',
      body: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="hsl(${hue} 45% 72%)"/><g stroke="hsl(${hue} 45% 50%)">${lines.join('')}</g></svg>`,
    });
  });
}
