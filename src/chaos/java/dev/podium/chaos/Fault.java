package dev.podium.chaos;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Something that goes wrong, when in a game it does, and how it is done. */
enum Fault {
    KILL_LOBBY("kill-lobby", Moment.JOINING, Deeds::kill),
    KILL_READY("kill-ready", Moment.READY, Deeds::kill),
    KILL_QUESTION("kill-question", Moment.QUESTION, Deeds::kill),
    KILL_REVEAL("kill-reveal", Moment.REVEAL, Deeds::kill),
    KILL_STANDINGS("kill-standings", Moment.STANDINGS, Deeds::kill),
    KILL_ALL("kill-all", Moment.QUESTION, Deeds::killAll),
    ROLLING_UPDATE("rolling-update", Moment.QUESTION, Deeds::update),
    KILL_POSTGRES("kill-postgres", Moment.QUESTION, Deeds::killPostgres),
    STALL_POSTGRES("stall-postgres", Moment.QUESTION, Deeds::stallPostgres),
    KILL_WAITING("kill-waiting", Moment.QUESTION, Deeds::killWaiting),
    LOSE_BUS("lose-bus", Moment.QUESTION, Deeds::loseBus),
    DROP("drop", Moment.QUESTION, Deeds::drop),
    HALF_OPEN("half-open", Moment.QUESTION, Deeds::halfOpen),
    DELAY("delay", Moment.READY, Deeds::delay),
    STALLED_READER("stalled-reader", Moment.QUESTION, Deeds::stallReaders),
    REPEAT("repeat", Moment.READY, Deeds::repeat),
    NO_UPGRADES("no-upgrades", Moment.READY, Deeds::refuseUpgrades),
    FLOOD("flood", Moment.QUESTION, Deeds::flood),
    REPORT_STORM("report-storm", Moment.QUESTION, Deeds::stormReports),
    NAME_STORM("name-storm", Moment.QUESTION, Deeds::stormNames),
    RESUME_AT_CLOSE("resume-at-close", Moment.QUESTION, Deeds::resumeAtClose),
    REGRADE("regrade", Moment.QUESTION, Deeds::regrade),
    RESTORE("restore", Moment.QUESTION, Deeds::restore),
    BACK("back", Moment.STANDINGS, Deeds::back),
    DOOR("door", Moment.QUESTION, Deeds::door),
    APPEND("append", Moment.QUESTION, Deeds::append),
    CLOCK_OFF("clock-off", Moment.READY, Deeds::setClockOff, Deeds::clockOff),
    HAPROXY("haproxy", Moment.QUESTION, Deeds::kill);

    enum Moment {
        JOINING,
        READY,
        QUESTION,
        REVEAL,
        STANDINGS
    }

    /** Does it, undoes it, and tells the try when it began and when it was over. */
    @FunctionalInterface
    interface Deed {
        void strike(Arena arena, Try attempt) throws Exception;
    }

    /** What must be so before its moment comes. */
    @FunctionalInterface
    interface Preparation {
        void of(Arena arena);
    }

    private final String title;
    private final Moment moment;
    private final Preparation preparation;
    private final Deed deed;

    Fault(String title, Moment moment, Deed deed) {
        this(title, moment, Arena::awaitInstances, deed);
    }

    Fault(String title, Moment moment, Preparation preparation, Deed deed) {
        this.title = title;
        this.moment = moment;
        this.preparation = preparation;
        this.deed = deed;
    }

    String title() {
        return title;
    }

    Moment moment() {
        return moment;
    }

    void prepare(Arena arena) {
        preparation.of(arena);
    }

    void strike(Arena arena, Try attempt) throws Exception {
        deed.strike(arena, attempt);
    }

    /** Only then may an answer meet a close in time: a host who ends a game waits for none that are on their way. */
    boolean mayCutOff() {
        return isOfDatabase() || this == RESTORE;
    }

    private boolean isOfDatabase() {
        return this == KILL_POSTGRES || this == STALL_POSTGRES || this == KILL_WAITING;
    }

    /** Whether another instance lives meanwhile, so that everybody is to be back soon. */
    boolean leavesAnother() {
        return title.startsWith("kill-") && !isOfDatabase() && this != KILL_ALL || this == HAPROXY;
    }

    /**
     * @param titles empty means all
     * @throws IllegalArgumentException where one is unknown
     */
    static List<Fault> named(List<String> titles) {
        if (titles.isEmpty()) return List.of(values());
        return titles.stream().map(Fault::named).toList();
    }

    private static Fault named(String title) {
        return Arrays.stream(values())
                .filter(fault -> fault.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault is called " + title + "; there are "
                        + Arrays.stream(values()).map(Fault::title).collect(Collectors.joining(", "))));
    }
}
