/** What hosts write: quizzes, kept, checked, copied, taken in and given out as JSON. */
package dev.podium.library;
