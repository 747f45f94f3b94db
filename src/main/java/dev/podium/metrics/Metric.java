package dev.podium.metrics;

import java.util.Locale;

/** Every metric of Podium's own; Prometheus calls it {@code podium_answers_waiting} and adds {@code _total} or {@code _seconds}. */
public enum Metric {
    /** Sockets and streams that are open, by who looks through them. */
    SOCKETS,
    /** Streams of the second line that are open. */
    STREAMS,
    /** Closed by the server, by the code it gave. */
    SOCKETS_CLOSED,
    /** Clients told to send less. */
    SOCKETS_SLOWED_DOWN,
    /** Hosts' commands refused because too many were under way. */
    SOCKETS_BUSY,
    /** Frames that met a failure nobody foresaw; must stay 0. */
    SOCKETS_FAILED,
    /** Hosts whose sign-in is watched. */
    HOSTS_WATCHED,
    /** Games that somebody watches through this instance. */
    ROOMS,
    /** PINs whose game is known without asking. */
    PINS_KNOWN,
    /** From asking for the answers to an open question to the frame that tells how they stand. */
    TALLY,
    /** Showing everybody in a room the same step, from the first to the last; what networks take is not in it. */
    FAN_OUT,
    /** From a hint to the moment it is heard, by this instance's own hints to itself. */
    BUS_LAG,
    /** Whether this instance hears of the others' steps: 1, or 0. */
    BUS_LISTENING,
    /** Tries that failed and are made again, by what was tried, and whether a moment may mend it or it is a fault. */
    FAILURES,
    /** Hosts' commands that wait for a sign of life from the database. */
    COMMANDS_WAITING,
    /** The database's clock less this machine's, in milliseconds: harms no game, but logs. */
    CLOCK_OFFSET_MS,
    /** Games whose times an outage has left behind; must stay 0. */
    OUTAGE_LEFT_BEHIND,
    /** Answers stamped in time that met a closed question; must stay 0. */
    ANSWERS_LATE_IN_TIME,
    /** Answers, of those on their way to a commit. */
    ANSWERS_WAITING,
    /** Answers for which there was no room. */
    ANSWERS_REFUSED,
    /** From an answer's arrival to its commit, for the first of each statement, which waits longest. */
    ANSWERS_COMMIT,
    /** How many answers a statement had. */
    ANSWERS_ROWS,
    JOINS_WAITING,
    JOINS_REFUSED,
    JOINS_COMMIT,
    JOINS_ROWS,
    RESUMES_WAITING,
    RESUMES_REFUSED,
    RESUMES_COMMIT,
    RESUMES_ROWS,
    /** Phones that came back, by what had become of them, or why they have no seat. */
    RESUMES_DECIDED,
    DEPARTURES_WAITING,
    DEPARTURES_REFUSED,
    DEPARTURES_COMMIT,
    DEPARTURES_ROWS,
    HOLDINGS_WAITING,
    HOLDINGS_REFUSED,
    HOLDINGS_COMMIT,
    HOLDINGS_ROWS,
    /** Questions that are judged again right now. */
    REGRADES_RUNNING,
    REGRADES_REFUSED,
    /** Reports that are written right now. */
    REPORTS_RUNNING,
    REPORTS_WAITING,
    REPORTS_REFUSED,
    /** Uploads that were asked for, by where they were found. */
    MEDIA_ASKED;

    /** What all of them begin with. */
    public static final String PREFIX = "podium.";

    private final String id = PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '.');

    /** What the registry calls it. */
    public String id() {
        return id;
    }

    /**
     * What the registry calls one of gathered writes.
     *
     * @param writes in the plural, like answers
     */
    public static String id(String writes, String what) {
        return PREFIX + writes + "." + what;
    }
}
