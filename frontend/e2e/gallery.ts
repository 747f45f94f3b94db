/**
 * What the gallery hangs: every view of a screen with data as real games have it, in three scripts, and the frames it is looked at
 * in. `rows()` gives those of a run: each view in every theme, every size and every language, but not in all of their
 * combinations; `PODIUM_GALLERY=all` gives these too.
 */
import type { CountedChoice, Facts, Question, Row, ScreenState, Seat, Theme } from '../src/protocol';

export const THEMES: Theme[] = ['hall', 'paper', 'velvet', 'arcade', 'meadow'];
export const SIZES = [
  { width: 1024, height: 768 },
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
];
export const LANGUAGES = ['en', 'ar', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

const SAID = {
  en: {
    title: 'Rivers, roads and railways of the world',
    question: 'Which of these rivers flows through four capital cities?',
    long: 'Which of these statements about the railway, its builders and its cities is the right one? ',
    choices: [
      'The Danube',
      'The Rhine',
      'The Nile',
      'The Volga',
      'The Elbe',
      'The Loire',
      'The Tagus',
      'The Po',
    ],
    names: [
      'Mia',
      'Noah',
      'Lina',
      'Chloé Marchand',
      'Yara',
      'Omar',
      'Emil',
      'Aisha',
      'Quizmaster Quentin',
      'Zoé',
    ],
    teams: ['Owls', 'Foxes', 'Bears', 'The unbeatable lanterns'],
    words: ['Danube', 'danube', 'Donau', 'Rhine', 'Inn', 'The Blue Danube', 'Sava', 'Tisza'],
    ends: ['Never heard of it', 'I could teach it'],
    why: 'Vienna, Bratislava, Budapest and Belgrade lie on the Danube, more capitals than on any other river.',
  },
  ar: {
    title: 'أنهار العالم وطرقه وسككه الحديدية',
    question: 'أي من هذه الأنهار يمر بأربع عواصم؟',
    long: 'أي من هذه العبارات عن السكة الحديدية وبناتها ومدنها هي العبارة الصحيحة؟ ',
    choices: ['الدانوب', 'الراين', 'النيل', 'الفولغا', 'الإلبه', 'اللوار', 'التاجة', 'البو'],
    names: ['ليلى', 'عمر', 'ياسمين', 'محمد عبد الرحمن', 'سارة', 'Noah', 'نور', 'خالد', 'مريم', 'زياد'],
    teams: ['البوم', 'الثعالب', 'الدببة', 'المصابيح التي لا تُقهر'],
    words: ['الدانوب', 'دانوب', 'الراين', 'النيل', 'الفرات', 'دجلة', 'بردى', 'العاصي'],
    ends: ['لم أسمع به قط', 'أستطيع أن أُدرّسه'],
    why: 'تقع فيينا وبراتيسلافا وبودابست وبلغراد على الدانوب، وهي عواصم أكثر مما على أي نهر آخر.',
  },
  zh: {
    title: '世界的河流、道路与铁路',
    question: '下列哪条河流经四个国家的首都？',
    long: '关于这条铁路、它的建造者以及沿线城市的下列说法中，哪一项才是正确的？',
    choices: ['多瑙河', '莱茵河', '尼罗河', '伏尔加河', '易北河', '卢瓦尔河', '塔霍河', '波河'],
    names: ['小雨', '王芳', '李伟', '欧阳明月清风', '张敏', 'Noah', '刘洋', '陈静', '杨帆', '赵磊'],
    teams: ['猫头鹰', '狐狸', '熊', '永不熄灭的灯笼队'],
    words: ['多瑙河', '多瑙', '莱茵河', '尼罗河', '长江', '黄河', '湄公河', '恒河'],
    ends: ['从没听说过', '我可以讲给大家听'],
    why: '维也纳、布拉迪斯拉发、布达佩斯和贝尔格莱德都在多瑙河畔，比任何其他河流经过的首都都多。',
  },
} satisfies Record<Language, object>;

const NOW = 1_795_410_000_000;
const DOOR = { pin: '482913', joinUrl: 'https://quiz.example.org/?pin=482913' };

type Of<P extends ScreenState['phase']> = Extract<ScreenState, { phase: P }>;
interface View {
  state: ScreenState;
  /** What it is about: it has to be seen, and take its part of the picture. */
  main: string;
  /** As much as an editor lets one write: smaller type is better than a cut one. */
  full?: boolean;
}

/** Every view in a language. */
export function views(language: Language): Record<string, View> {
  const { title, question, long, choices, names, teams, words, ends, why } = SAID[language];
  const options = (n: number, full = false) =>
    choices
      .slice(0, n)
      .map((text, i) => ({ id: `c${i}`, text: full ? `${text}: ${long.repeat(4)}`.slice(0, 200) : text }));
  const about = (kind: string, rest: object, text = question) =>
    ({ index: 2, total: 12, kind, text, points: 1000, timeLimitMs: 20_000, ...rest }) as unknown as Question;
  const everything = long.repeat(12).slice(0, 500);

  const ready = (asked: Question): Of<'ready'> => ({
    phase: 'ready',
    language,
    question: asked,
    opensAt: NOW + 3_000,
    ...DOOR,
  });
  const open = (asked: Question): Of<'question'> => ({
    phase: 'question',
    language,
    question: asked,
    opensAt: NOW,
    closesAt: NOW + 20_000,
    ...DOOR,
  });
  const reveal = (asked: Question, tally: object[]): Of<'reveal'> => ({
    phase: 'reveal',
    language,
    question: { explanation: why, ...asked } as Question,
    tally: tally as CountedChoice[],
    players: 60,
    answered: 57,
    ...DOOR,
  });
  const counts = (n: number): CountedChoice[] =>
    Array.from({ length: n }, (_, i) => ({ id: `c${i}`, count: [31, 4, 0, 17, 9, 1, 22, 5][i]! }));

  const seats = (n: number, sides = 0): Seat[] =>
    Array.from({ length: n }, (_, i) => ({
      id: `${n} ${i}`,
      nickname:
        i < names.length ? names[i]! : `${names[i % names.length]} ${Math.floor(i / names.length) + 1}`,
      ...(sides && { team: `t${(i * 7) % sides}` }),
    }));
  const lobby = (n: number, rest: object = {}): Of<'lobby'> => ({
    phase: 'lobby',
    language,
    title,
    ...DOOR,
    players: n,
    roster: seats(Math.min(n, 200)),
    ...rest,
  });
  const rows = (scores: number[], delta = 900): Row[] =>
    scores.map((score, i) => ({
      rank: scores.indexOf(score) + 1,
      nickname: seats(scores.length)[i]!.nickname,
      score,
      delta: Math.max(0, delta - 60 * i),
      moved: [1, -1, 0, 3, 0, -2, 0, 0, 1, 0][i % 10]!,
    }));
  const one = (row: Row): Row => ({ ...row, rounds: [row.score - 400, 400] });
  const recess = (top: Row[], rest: object = {}): Of<'break'> => ({
    phase: 'break',
    language,
    title,
    round: { index: 1, total: 3, title },
    until: NOW + 299_000,
    next: { title: question },
    top: top.map(one),
    players: 60,
    ...DOOR,
    ...rest,
  });
  const standings = (top: Row[], rest: object = {}): Of<'standings'> => ({
    phase: 'standings',
    language,
    top,
    players: 60,
    ...DOOR,
    ...rest,
  });
  const finished = (top: Row[], rest: object = {}): Of<'finished'> => ({
    phase: 'finished',
    language,
    top,
    players: top.length,
    ...rest,
  });
  const sides = teams.map((name, place) => ({
    rank: place + 1,
    id: `t${place}`,
    place,
    name,
    score: 7_350.5 - 811 * place,
    delta: 640 - 50 * place,
  }));
  const ten = [9_870, 9_120, 9_120, 8_400, 7_955, 7_100, 6_300, 6_300, 5_025, 950];
  const facts: Facts = {
    hardest: { index: 4, text: everything, right: 0.08 },
    streak: { nickname: names[3]!, length: 9 },
  };

  const two = { choices: options(2), multiple: false };
  const eight = { choices: options(8, true), multiple: true };
  const truth = {
    choices: [
      { id: 'c0', text: 'true', value: true },
      { id: 'c1', text: 'false', value: false },
    ],
  };
  const number = { min: 0, max: 9_000, step: 1, unit: 'km' };
  const items = { items: options(5) };
  const map = { url: '/media/map-900x600.svg', kind: 'image' as const, alt: title, width: 900, height: 600 };
  const point = { media: map };
  const pointed = Array.from({ length: 40 }, (_, i) => ({
    x: 0.55 + 0.3 * Math.sin(i * 2.4) * ((i % 7) / 7),
    y: 0.45 + 0.4 * Math.cos(i * 2.4) * ((i % 5) / 5),
    count: 1 + (i % 3),
  }));
  const scale = { min: 1, max: 5, step: 1, labels: ends, points: 0 };
  const places = [2, 5, 14, 30, 6].map((count, i) => ({ from: i + 1, to: i + 1, count }));
  const percent = { ...scale, min: 0, max: 100 };
  const tens = [0, 1, 3, 2, 7, 12, 9, 14, 6, 3].map((count, i) => ({ from: 10 * i, to: 10 * i + 10, count }));
  const cloud = [...words, ...choices].map((text, i) => ({ text, count: Math.max(1, 24 - 2 * i) }));
  const bins = [1, 4, 9, 17, 12, 3].map((count, i) => ({ from: 1_500 * i, to: 1_500 * (i + 1), count }));

  return {
    'lobby of nobody': { state: lobby(0), main: '.pin-digits' },
    'lobby of 3': { state: lobby(3), main: '.pin-digits' },
    'lobby of 60': { state: lobby(60), main: '.pin-digits' },
    'lobby of 500': { state: lobby(500), main: '.wall' },
    'lobby of teams': {
      state: lobby(24, { roster: seats(24, 4), teams: teams.map((name, i) => ({ id: `t${i}`, name })) }),
      main: '.pin-digits',
    },
    'locked lobby': { state: lobby(8, { locked: true }), main: '.pin-digits' },
    ready: { state: ready(about('choice', {})), main: '.ready-text' },
    'long ready': { state: ready(about('order', {}, everything)), main: '.ready-text', full: true },
    slide: { state: open(about('slide', { points: 0 })), main: '.ready-text' },
    'two choices': { state: open(about('choice', two)), main: '.answers' },
    'eight long choices': { state: open(about('choice', eight, everything)), main: '.answers', full: true },
    'true or false': { state: open(about('true-false', truth)), main: '.answers' },
    'poll of three': { state: open(about('poll', { choices: options(3), points: 0 })), main: '.answers' },
    text: { state: open(about('text', { maxLength: 60 })), main: '.answers' },
    number: { state: open(about('number', number)), main: '.answers' },
    order: { state: open(about('order', items)), main: '.answers' },
    point: { state: open(about('point', point)), main: '.heat-picture' },
    scale: { state: open(about('scale', scale)), main: '.answers' },
    'word cloud': { state: open(about('word-cloud', { maxLength: 30, points: 0 })), main: '.answers' },
    paused: {
      state: { ...open(about('choice', two)), paused: true, remainingMs: 12_000 },
      main: '.paused',
    },
    'two choices, told': {
      state: reveal(about('choice', { ...two, correct: ['c0'] }), counts(2)),
      main: '.answers',
    },
    'four choices, told': {
      state: reveal(about('choice', { choices: options(4), multiple: false, correct: ['c0'] }), counts(4)),
      main: '.answers',
    },
    'eight long choices, told': {
      state: reveal(about('choice', { ...eight, correct: ['c0', 'c7'] }, everything), counts(8)),
      main: '.answers',
      full: true,
    },
    'true or false, told': {
      state: reveal(about('true-false', { ...truth, correct: ['c1'] }), counts(2)),
      main: '.answers',
    },
    'poll of three, told': {
      state: reveal(about('poll', { choices: options(3), points: 0 }), counts(3)),
      main: '.answers',
    },
    'text, told': {
      state: reveal(
        about('text', { maxLength: 60, correct: words.slice(0, 2) }),
        words.map((text, i) => ({ text, count: 24 - 3 * i })),
      ),
      main: '.answers',
    },
    'number, told': {
      state: reveal(about('number', { ...number, correct: { value: 2_850, tolerance: 150 } }), bins),
      main: '.answers',
    },
    'order, told': {
      state: reveal(about('order', { ...items, correct: ['c3', 'c0', 'c4', 'c1', 'c2'] }), counts(5)),
      main: '.answers',
    },
    'point, told': {
      state: reveal(
        about('point', { ...point, correct: { shape: 'circle', x: 0.55, y: 0.45, r: 0.1 } }),
        pointed,
      ),
      main: '.heat-picture',
    },
    'scale, told': { state: reveal(about('scale', scale), places), main: '.scale-columns' },
    'scale of a hundred, told': { state: reveal(about('scale', percent), tens), main: '.scale-told' },
    'word cloud, told': {
      state: reveal(about('word-cloud', { maxLength: 30, points: 0 }), cloud),
      main: '.cloud',
    },
    'nobody answered': {
      state: reveal(about('choice', { ...two, correct: ['c0'] }), [
        { id: 'c0', count: 0 },
        { id: 'c1', count: 0 },
      ]),
      main: '.answers',
    },
    'board of one': { state: standings(rows([1_200])), main: '.board-rows' },
    'board of three': { state: standings(rows([2_400, 1_950, 800])), main: '.board-rows' },
    'board of ten with ties': { state: standings(rows(ten)), main: '.board-rows' },
    'board of teams': { state: standings(rows(ten), { teams: sides }), main: '.board-rows' },
    break: { state: recess(rows(ten)), main: '.evening' },
    'break of one': { state: recess(rows([1_200]).map(one)), main: '.evening' },
    'break of teams': { state: recess(rows(ten), { teams: sides }), main: '.evening' },
    'break without places': { state: recess([], { ranks: 'own' }), main: '.break-pause' },
    'secret places': { state: standings([], { ranks: 'own' }), main: '.secret' },
    'podium of one': { state: finished(rows([1_200])), main: '.podium' },
    'podium of three': { state: finished(rows([9_870, 9_120, 8_400])), main: '.podium' },
    'podium with ties and facts': { state: finished(rows(ten), { facts }), main: '.podium' },
    'podium of two teams': {
      state: finished(rows(ten), { teams: sides.slice(0, 2), facts }),
      main: '.podium',
    },
  };
}

export interface Frame {
  theme: Theme;
  size: { width: number; height: number };
  language: Language;
  /** Names of views. */
  views: string[];
}

/** What is looked at in a run, the views that share a frame together. */
export function frames(): Frame[] {
  const names = Object.keys(views('en'));
  if (process.env.PODIUM_GALLERY === 'all') {
    return THEMES.flatMap(theme =>
      SIZES.flatMap(size => LANGUAGES.map(language => ({ theme, size, language, views: names }))),
    );
  }
  return THEMES.flatMap((theme, t) =>
    SIZES.map((size, s) => ({
      theme,
      size,
      // Five themes, four sizes and three languages share no factor: a view that takes a step in each meets all of them.
      language: LANGUAGES[(t + s) % LANGUAGES.length]!,
      views: names.filter((_, v) => (t + v) % SIZES.length === s),
    })),
  );
}
