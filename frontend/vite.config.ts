import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { precompress } from './precompress.ts';
import { weight } from './weight.ts';
import { words } from './words.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `/host`, `/screen` and `/check` are pages of their own, in the dev server as in the application. */
const prettyAddresses: Plugin = {
  name: 'pretty-addresses',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const page = /^\/(host|screen|check)\/?(\?.*)?$/.exec(request.url ?? '');
      if (page) request.url = `/${page[1]}.html${page[2] ?? ''}`;
      next();
    });
  },
};

/** All browsers that are meant know WOFF2; the style sheet of formulas names each of its fonts in two older formats too. */
const modernFonts: Plugin = {
  name: 'modern-fonts',
  enforce: 'pre',
  transform: (code, id) =>
    /katex\S*\.css/.test(id) ? code.replace(/,url\([^)]*\) ?format\("(woff|truetype)"\)/g, '') : undefined,
};

/** What the phone's form shares with the other pages: words, calls, the connection; nothing that knows Preact. */
const BASE =
  /signals-core|preload-helper|src\/(api|i18n\/(index|fill)|transport\/(?!watch|passes|second|browserSecond)\w+|ui\/(base|begun|pin|storage))\.\w+$/;
/** What all other pages stand on besides. */
const GROUND =
  /node_modules\/(preact|@preact\/signals)\/|src\/ui\/(Boundary|Button|Countdown|Crest|LanguagePicker|Logo|Ring|shapes|Steps)\.\w+$/;

/** What a game is shown with, on phones and screens; a host needs it only in a game. */
const STAGE = /src\/ui\/(CountUp|Written|awake|content|later|markup\/setter|numbers|reached)\.\w+$/;
/** What all pages of a host share. */
const HOSTING =
  /src\/(host\/(?!cockpit|rehearsal|report|launch|import\/|mend\/|account\/|editor\/(?!drafts)|games\/endGame|library\/(?:ChooseQuiz|dialogs\/|QuizView))|ui\/Field)/;

export default defineConfig({
  plugins: [prettyAddresses, modernFonts, words, weight, precompress],
  server: {
    port: Number(process.env.PODIUM_PAGES_PORT ?? 5173),
    strictPort: true,
    proxy: {
      '/api': 'http://localhost:8080',
      '/q': 'http://localhost:8080',
      '/ws': { target: 'ws://localhost:8080', ws: true },
    },
  },
  build: {
    target: ['es2022', 'safari15.4', 'chrome94', 'firefox93'],
    assetsDir: 'assets',
    // The policy of the pages allows no data: scripts or styles; only small pictures would be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        phone: at('index.html'),
        host: at('host.html'),
        screen: at('screen.html'),
        check: at('check.html'),
        preview: at('preview.html'),
        rescue: at('src/rescue.ts'),
      },
      // In one file each: a phone on a slow line asks for two scripts, not for eight.
      output: {
        // Pages of any age ask for this one.
        entryFileNames: ({ name }) => (name === 'rescue' ? 'rescue.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE },
            { name: 'ground', test: GROUND },
            { name: 'stage', test: STAGE },
            { name: 'hosting', test: HOSTING },
          ],
        },
      },
    },
  },
  // Timers are the tests' own; what takes long is a busy machine, which is no failure.
  test: {
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
