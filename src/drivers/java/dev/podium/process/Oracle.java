package dev.podium.process;

import dev.podium.client.Ack;
import dev.podium.client.Phone;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows how a game must have ended, from what the phones were promised and shown, and holds the database to it.
 *
 * <p>Every acknowledged answer is stored exactly once, nothing is stored that nobody sent, points, scores and ranks are those
 * that the contract's words give, and what everybody shows at the end is what the database holds. To be asked when the game is
 * finished, with all phones still open.
 */
public final class Oracle {
    private static final int TOLD = 5;

    private final Ledger ledger;
    private final Map<String, Phone> phones;
    private final List<Finding> findings = new ArrayList<>();

    private Oracle(Ledger ledger, List<Phone> phones) {
        this.ledger = ledger;
        this.phones = phones.stream().collect(Collectors.toMap(Phone::id, Function.identity()));
    }

    /**
     * Everything that is wrong with a finished game.
     *
     * @param watching what host and screens showed last
     */
    public static List<Finding> examine(Ledger ledger, List<Phone> phones, List<Phone.Shown> watching) {
        var oracle = new Oracle(ledger, phones);
        oracle.promisesAreKept();
        oracle.nothingIsThereTwice();
        oracle.nothingIsInvented();
        oracle.onlyWhoWasGivenMoreTimeHadMore();
        oracle.findings.addAll(Course.examine(ledger));
        oracle.findings.addAll(Scores.examine(ledger, oracle.phones));
        oracle.findings.addAll(Endings.examine(ledger, oracle.phones, watching));
        return oracle.findings;
    }

    /** @throws AssertionError when anything is wrong */
    public static Ledger judge(Connection connection, String gameId, List<Phone> phones) throws SQLException {
        var ledger = Ledger.read(connection, gameId);
        var findings = examine(ledger, phones, List.of());
        if (findings.isEmpty()) return ledger;
        throw new AssertionError(findings.size() + " findings, the first of them:\n"
                + findings.stream().limit(TOLD).map(Finding::toString).collect(Collectors.joining("\n")));
    }

    private void promisesAreKept() {
        var stored = ledger.answers().stream().collect(Collectors.groupingBy(Ledger.Row::id));
        for (var phone : phones.values()) {
            var made = made(phone);
            for (var ack : phone.acks()) {
                if (!ack.stored()) continue;
                boolean kept = ack.answer() == null
                        ? stored.getOrDefault(ack.id(), List.of()).stream()
                                .anyMatch(row -> isOf(row, phone, ack)
                                        && row.body().equals(made.get(ack.id()).getJsonObject("answer")))
                        : ledger.answers().stream()
                                .anyMatch(row ->
                                        isOf(row, phone, ack) && row.body().equals(ack.answer()));
                if (!kept) findings.add(new Finding(Finding.Kind.LOST, ack.heardAt(), phone.nickname() + ": " + ack));
            }
        }
    }

    private void nothingIsThereTwice() {
        var seen = new HashMap<String, Ledger.Row>();
        for (var row : ledger.answers()) {
            if (seen.put(row.id(), row) != null) duplicated(row);
            if (seen.put(row.player() + " " + row.question(), row) != null) duplicated(row);
        }
    }

    private void duplicated(Ledger.Row row) {
        findings.add(new Finding(Finding.Kind.DUPLICATED, heardAt(row), row.toString()));
    }

    private long heardAt(Ledger.Row row) {
        var phone = phones.get(row.player());
        if (phone == null) return Finding.NEVER;
        return phone.acks().stream()
                .filter(ack -> ack.id().equals(row.id()))
                .mapToLong(Ack::heardAt)
                .findFirst()
                .orElse(Finding.NEVER);
    }

    private void nothingIsInvented() {
        if (!ledger.seats().keySet().equals(phones.keySet()))
            invented(ledger.seats().size() + " seats for " + phones.size() + " phones");
        for (var row : ledger.answers()) {
            var phone = phones.get(row.player());
            var sent = phone == null ? null : made(phone).get(row.id());
            if (sent == null
                    || sent.getInteger("question") != row.question()
                    || !sent.getJsonObject("answer").equals(row.body())) invented(row + ", sent: " + sent);
        }
    }

    private void onlyWhoWasGivenMoreTimeHadMore() {
        for (var row : ledger.answers()) {
            boolean given = ledger.events().stream()
                    .anyMatch(event -> event.type().equals("granted")
                            && event.body().getString("player").equals(row.player())
                            && event.body().getInteger("percent") > 0);
            if (row.limitMs() != null && !given) invented("more time for " + row);
        }
    }

    private void invented(String what) {
        findings.add(new Finding(Finding.Kind.INVENTED, Finding.NEVER, what));
    }

    private static boolean isOf(Ledger.Row row, Phone phone, Ack ack) {
        return row.player().equals(phone.id()) && row.question() == ack.question();
    }

    private static Map<String, JsonObject> made(Phone phone) {
        return phone.answers().stream().collect(Collectors.toMap(a -> a.getString("id"), Function.identity()));
    }
}
