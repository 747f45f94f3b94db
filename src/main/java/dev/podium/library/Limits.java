package dev.podium.library;

import dev.podium.game.Region;

/** How much of everything a quiz may have: more than a room needs, little enough for every phone. Lengths are code points. */
final class Limits {
    static final int TITLE = 120;
    static final int DESCRIPTION = 2_000;
    static final int LANGUAGE = 35;
    static final int QUESTIONS = 500;

    static final int TEXT = 500;
    static final int EXPLANATION = 1_000;
    static final int NOTES = 2_000;
    static final long MIN_TIME_MS = 5_000;
    static final long MAX_TIME_MS = 300_000;
    static final long DEFAULT_TIME_MS = 20_000;
    static final int MAX_POINTS = 10_000;
    static final int DEFAULT_POINTS = 1_000;

    static final int MIN_CHOICES = 2;
    static final int MAX_CHOICES = 8;
    static final int CHOICE = 200;
    static final int MAX_ACCEPTED = 20;
    static final int UNIT = 20;
    static final int MAX_WORD = 60;
    static final int DEFAULT_WORD = 30;
    static final int LABEL = 40;
    static final double MIN_REGION = Region.SMALLEST;

    /** Beyond it a double no longer tells neighbouring whole numbers apart. */
    static final double MAX_NUMBER = 9_007_199_254_740_991.0;

    static final int URL = 2_000;
    static final int ALT = 500;
    /** Of a picture, in pixels: as much as its formats can have. */
    static final int SIDE = 65_535;

    static final long MAX_COUNTDOWN_MS = 30_000;
    static final long MIN_BREAK_MS = 10_000;
    static final long MAX_BREAK_MS = 3_600_000;
    /** Of a phase that a game leaves by itself. */
    static final long MIN_PACE_MS = 2_000;

    static final long MAX_PACE_MS = 120_000;
    /** What the contract lets a host choose. */
    static final int MAX_PLAYERS = 20_000;

    static final int TEAMS = 50;
    static final int TEAM = 40;
    static final int IDENTIFY = 80;

    private Limits() {}
}
