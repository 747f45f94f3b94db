/** How much of everything the server takes; lengths are code points. Fields stop there, so that nobody types in vain. */
export const TITLE_MAX = 120;
export const DESCRIPTION_MAX = 2_000;
export const TEXT_MAX = 500;
export const CHOICE_MAX = 200;
export const ACCEPT_MAX = 120;
export const NOTES_MAX = 2_000;
export const EXPLANATION_MAX = 1_000;
export const UNIT_MAX = 20;
export const LABEL_MAX = 40;
export const URL_MAX = 2_000;
export const ALT_MAX = 500;
export const CHOICES = { min: 2, max: 8 };
export const ACCEPTED = { min: 1, max: 20 };
export const QUESTIONS_MAX = 500;
