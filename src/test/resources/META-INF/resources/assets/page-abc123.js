// A stand-in for a script of the built pages.
export const line = "the same again, so that it can be made smaller";
