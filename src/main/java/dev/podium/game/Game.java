package dev.podium.game;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A running game, without its players: an immutable state that grows by events. It is the fold of its log: {@link #apply} over
 * all events, from {@link #opened}, gives it again. Which event a command leads to is said by {@link Rules}.
 *
 * @param seq how many events there were
 * @param question the current one, from 0; -1 in the lobby
 * @param opensAt of the current question; null before the first
 * @param closesAt of the current question, when phones stop taking taps; null until it has opened, for a slide, and
 *     without a limit until somebody closes it
 * @param pausedAt null unless paused
 * @param voided the skipped questions
 * @param since when this phase began
 * @param judged the questions whose key was put right after their reveal
 * @param ended what the game was when it ended; null while it runs
 * @param until when a break is to end, or another phase that was paused is left by itself; null where nobody has said
 * @param unasked the questions that a round has left out which was ended early, and another one follows on
 * @param cutAt when a host closed the open question for all, those with more time included; else null
 */
public record Game(
        long seq,
        Phase phase,
        int question,
        Long opensAt,
        Long closesAt,
        Long pausedAt,
        boolean locked,
        Set<Integer> voided,
        long since,
        Map<Integer, Key> judged,
        Ended ended,
        Long until,
        Set<Integer> unasked,
        Long cutAt) {

    /** Answers on their way get so long after phones have stopped taking taps. */
    public static final long ON_THEIR_WAY_MS = 500;

    /** From {@code closesAt} to the close: for answers on their way, and 250 ms for the last buffers. */
    public static final long GRACE_MS = ON_THEIR_WAY_MS + 250;

    /** What an open question has left at least after an outage. */
    public static final long LEFT_AFTER_OUTAGE_MS = 5_000;

    /** For so long the end of a game can be taken back; as long its PIN rests. */
    public static final long RESTORABLE_MS = 3_600_000;

    public Game {
        voided = Set.copyOf(voided);
        judged = Map.copyOf(judged);
        unasked = Set.copyOf(unasked);
    }

    /** One that runs, as it was judged when it was played. */
    public Game(
            long seq,
            Phase phase,
            int question,
            Long opensAt,
            Long closesAt,
            Long pausedAt,
            boolean locked,
            Set<Integer> voided,
            long since) {
        this(
                seq, phase, question, opensAt, closesAt, pausedAt, locked, voided, since, Map.of(), null, null,
                Set.of(), null);
    }

    /** A game that has just been opened: its lobby. */
    public static Game opened(long now) {
        return new Game(0, Phase.LOBBY, -1, null, null, null, false, Set.of(), now);
    }

    /** The game after an event that happened {@code at}. Asks no questions: the log is right. */
    public Game apply(Event event, long at) {
        return switch (event) {
            case Event.Readied(int next, long opens) -> enter(Phase.READY, next, opens, null, at);
            case Event.Opened(long opens, Long closes) -> enter(Phase.QUESTION, question, opens, closes, at);
            case Event.Closing(long closes) ->
                times(opensAt, closesAt == null ? (Long) closes : earlier(closesAt, closes), pausedAt, closes);
            case Event.Closed() -> enter(Phase.REVEAL, question, opensAt, endedAt(at), at);
            case Event.Skipped() -> skipped(at);
            case Event.Ranked() -> enter(Phase.STANDINGS, question, opensAt, closesAt, at);
            case Event.Recessed(Long end) -> recessed(question, unasked, end, at);
            case Event.Retimed(long end) -> until(end, pausedAt);
            case Event.Resumed(long end) -> until(end, null);
            case Event.Appended(var _, int before, Long end) ->
                phase == Phase.FINISHED ? appended(before, end, at) : locked(locked);
            case Event.Finished() -> finished(at);
            case Event.Restored() -> phase == Phase.FINISHED ? restored(at) : judged(judged, withoutVoid(question));
            case Event.Returned() -> enter(Phase.REVEAL, question, opensAt, closesAt, at);
            case Event.Regraded(int index, Key key) -> judged(with(index, key), voided);
            case Event.Ungraded(int index) -> judged(without(index), voided);
            case Event.Paused() -> times(opensAt, closesAt, at, cutAt);
            case Event.Continued(long shift) ->
                times(plus(opensAt, shift), plus(closesAt, shift), null, plus(cutAt, shift));
            case Event.Extended(long ms) -> times(opensAt, plus(closesAt, ms), pausedAt, plus(cutAt, ms));
            case Event.Shifted(long gap) -> shift(gap, at);
            case Event.Locked() -> locked(true);
            case Event.Unlocked() -> locked(false);
            case Event.Kicked _, Event.Released _, Event.Admitted _, Event.AdmittedAll _ -> locked(locked);
            case Event.Granted _, Event.Drawn _ -> locked(locked);
            case Event.Hidden _, Event.Unhidden _ -> locked(locked);
        };
    }

    /** When {@link Command.Tick} has something to do next; empty when only people move the game on. */
    public OptionalLong dueAt(Plan plan) {
        return paused() ? OptionalLong.empty() : plannedAt(plan);
    }

    /** The same, whether it is paused or not. */
    OptionalLong plannedAt(Plan plan) {
        var pace = plan.settings().course().pace();
        return switch (phase) {
            case READY -> OptionalLong.of(opensAt);
            case QUESTION ->
                closesAt == null ? automatic(plan, opensAt + pace.slideMs()) : OptionalLong.of(endsAt() + GRACE_MS);
            case REVEAL -> automatic(plan, until == null ? since + pace.revealMs() : until);
            case STANDINGS -> automatic(plan, until == null ? since + pace.standingsMs() : until);
            case BREAK -> until == null ? OptionalLong.empty() : automatic(plan, until);
            case LOBBY, FINISHED -> OptionalLong.empty();
        };
    }

    /** Whether the results of a question were shown; a slide has none, and counts as shown once it is over. */
    public boolean revealed(int index) {
        return !unasked.contains(index) && (index < question || index == question && resultsShown());
    }

    /** Whether nobody gains or loses by a question: it was skipped, or declared void. */
    public boolean isVoid(int index) {
        return voided.contains(index) || judged.get(index) instanceof Key.Void;
    }

    /** A question of the plan as it counts: with the key that was put right, where one was. */
    public Question question(Plan plan, int index) {
        return Keys.judged(plan.question(index), judged.get(index));
    }

    /** The plan as it counts. */
    public Plan judged(Plan plan) {
        if (judged.isEmpty()) {
            return plan;
        }
        return plan.with(Keys.judged(plan.questions(), judged));
    }

    /** The questions that scores are made of, in their order. */
    public IntStream counting(Plan plan) {
        return revealed(plan).filter(index -> plan.question(index).scored() && !isVoid(index));
    }

    /** The question whose results are the last that were shown. */
    public OptionalInt lastRevealed(Plan plan) {
        return revealed(plan).filter(index -> plan.question(index).answerable()).max();
    }

    /** How many questions somebody could have right when the game is over: those that had opened, count and are not void. */
    public int counted(Plan plan) {
        return (int) IntStream.rangeClosed(0, question)
                .filter(index -> !unasked.contains(index) && (index < question || opensAt <= since))
                .filter(index -> plan.question(index).scored() && !isVoid(index))
                .count();
    }

    public boolean paused() {
        return pausedAt != null;
    }

    /** The same as a player sees it who has so many milliseconds more for the open question. */
    public Game lasting(long extraMs) {
        if (phase != Phase.QUESTION || closesAt == null || extraMs == 0) {
            return this;
        }
        long closes = closesAt + extraMs;
        var last = cutAt == null ? (Long) closes : (Long) Math.max(closesAt, Math.min(closes, cutAt));
        return new Game(
                seq, phase, question, opensAt, last, pausedAt, locked, voided, since, judged, ended, until, unasked,
                cutAt);
    }

    /** Whether only those with more time can still answer the open question; whatever arrived is theirs. */
    public boolean overForMost(long now) {
        return phase == Phase.QUESTION && closesAt != null && (paused() ? pausedAt : now) > closesAt + ON_THEIR_WAY_MS;
    }

    /** Whether the question is due to close, and stays open for those with more time alone. */
    public boolean outlasts(long now) {
        return phase == Phase.QUESTION && closesAt != null && cutAt == null && !paused() && now >= closesAt + GRACE_MS;
    }

    /** When nobody can answer any more who has no more time than others. */
    private long endsAt() {
        return cutAt == null ? closesAt : Math.max(closesAt, cutAt);
    }

    /** While paused: what is left until the opening, the close or the end of the break. Empty otherwise, and for a paused open slide. */
    public OptionalLong remainingMs() {
        var end = switch (phase) {
            case READY -> opensAt;
            case QUESTION -> closesAt;
            case BREAK -> until;
            case LOBBY, REVEAL, STANDINGS, FINISHED -> null;
        };
        return paused() && end != null ? OptionalLong.of(Math.max(0, end - pausedAt)) : OptionalLong.empty();
    }

    private static OptionalLong automatic(Plan plan, long at) {
        return plan.settings().automatic() ? OptionalLong.of(at) : OptionalLong.empty();
    }

    private IntStream revealed(Plan plan) {
        return IntStream.range(0, Math.min(question + 1, plan.size())).filter(this::revealed);
    }

    private boolean resultsShown() {
        return phase == Phase.FINISHED
                ? ended != null && ended.revealed()
                : phase == Phase.REVEAL || phase == Phase.STANDINGS || phase == Phase.BREAK;
    }

    private Game enter(Phase next, int index, Long opens, Long closes, long at) {
        return new Game(
                seq + 1, next, index, opens, closes, null, locked, voided, at, judged, null, null, unasked, null);
    }

    private Game skipped(long at) {
        var revealed = enter(Phase.REVEAL, question, opensAt, endedAt(at), at);
        return revealed.judged(judged, andVoid(question), seq + 1);
    }

    /** A break after a question. */
    private Game recessed(int index, Set<Integer> left, Long end, long at) {
        return new Game(
                seq + 1,
                Phase.BREAK,
                index,
                opensAt,
                closesAt,
                null,
                locked,
                voided,
                at,
                judged,
                null,
                end,
                left,
                null);
    }

    /** The round that had ended is left behind whole, with what it did not come to. */
    private Game appended(int before, Long end, long at) {
        var left = new HashSet<>(unasked);
        IntStream.range(0, before).filter(index -> !revealed(index)).forEach(left::add);
        return recessed(before - 1, left, end, at);
    }

    private Game until(Long end, Long paused) {
        return new Game(
                seq + 1, phase, question, opensAt, closesAt, paused, locked, voided, since, judged, ended, end, unasked,
                cutAt);
    }

    private Game times(Long opens, Long closes, Long paused, Long cut) {
        return new Game(
                seq + 1, phase, question, opens, closes, paused, locked, voided, since, judged, ended, until, unasked,
                cut);
    }

    private Game locked(boolean lock) {
        return new Game(
                seq + 1, phase, question, opensAt, closesAt, pausedAt, lock, voided, since, judged, ended, until,
                unasked, cutAt);
    }

    private Game judged(Map<Integer, Key> keys, Set<Integer> voids) {
        return judged(keys, voids, seq + 1);
    }

    private Game judged(Map<Integer, Key> keys, Set<Integer> voids, long number) {
        return new Game(
                number, phase, question, opensAt, closesAt, pausedAt, locked, voids, since, keys, ended, until, unasked,
                cutAt);
    }

    private Game finished(long at) {
        var before = new Ended(phase, closesAt, paused() ? pausedAt : at);
        return new Game(
                seq + 1,
                Phase.FINISHED,
                question,
                opensAt,
                endedAt(at),
                null,
                locked,
                voided,
                at,
                judged,
                before,
                until,
                unasked,
                null);
    }

    /** A countdown or an open question waits, with what was left of it, until somebody lets it go on; a break's clock runs on. */
    private Game restored(long at) {
        var timed = ended.phase() == Phase.READY || ended.phase() == Phase.QUESTION;
        var paused = timed ? (Long) ended.stoppedAt() : null;
        var end = until == null ? null : (Long) (at + Math.max(0, until - ended.stoppedAt()));
        return new Game(
                seq + 1,
                ended.phase(),
                question,
                opensAt,
                ended.closesAt(),
                paused,
                locked,
                voided,
                at,
                judged,
                null,
                end,
                unasked,
                null);
    }

    /** An open question never opens after the present: its log may be younger than the last sign of life. */
    private Game shift(long gap, long at) {
        if (phase == Phase.READY) {
            return times(opensAt + gap, closesAt, pausedAt, cutAt);
        }
        var opens = Math.max(opensAt, Math.min(opensAt + gap, at));
        return times(opens, shifted(closesAt, gap, at), pausedAt, shifted(cutAt, gap, at));
    }

    private static Long shifted(Long end, long gap, long at) {
        return end == null ? null : (Long) Math.max(end + gap, at + LEFT_AFTER_OUTAGE_MS);
    }

    /** A question that ended before its time took no answers after that. */
    private Long endedAt(long at) {
        return closesAt == null ? null : (Long) Math.max(opensAt, Math.min(closesAt, at));
    }

    private Set<Integer> andVoid(int index) {
        var all = new HashSet<>(voided);
        all.add(index);
        return all;
    }

    private Set<Integer> withoutVoid(int index) {
        var others = new HashSet<>(voided);
        others.remove(index);
        return others;
    }

    private Map<Integer, Key> with(int index, Key key) {
        var all = new HashMap<>(judged);
        all.put(index, key);
        return all;
    }

    private Map<Integer, Key> without(int index) {
        var others = new HashMap<>(judged);
        others.remove(index);
        return others;
    }

    private static Long earlier(long one, long other) {
        return Math.min(one, other);
    }

    private static Long plus(Long time, long ms) {
        return time == null ? null : (Long) (time + ms);
    }
}
