/** Names one state of all words; put in by the build (`words.ts`). */
declare const WORDS_VERSION: string;
