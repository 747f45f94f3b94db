package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a client sends: a message or an error frame, never an exception. */
class WireFuzzTest {
    private static final List<String> GOLDEN = List.of(
            "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Zoë 🦊\",\"key\":\"k-1\",\"team\":\"red\",\"v\":1}",
            "{\"type\":\"resume\",\"ticket\":\"t-9fK2\",\"n\":7,\"v\":1}",
            "{\"type\":\"answer\",\"id\":\"a-1\",\"question\":3,\"answer\":{\"choices\":[\"x\",\"y\"]},\"elapsedMs\":1834}",
            "{\"type\":\"ping\",\"t\":12.5}",
            "{\"type\":\"command\",\"id\":\"c-1\",\"do\":\"extend\",\"seq\":4,\"ms\":15000}",
            "{\"type\":\"command\",\"id\":\"c-3\",\"do\":\"regrade\",\"question\":0,\"correct\":[\"x\"],\"accept\":[\"y\"]}",
            "{\"type\":\"command\",\"id\":\"c-4\",\"do\":\"regrade\",\"question\":0,\"correct\":{\"value\":1,\"tolerance\":2}}",
            "{\"type\":\"command\",\"id\":\"c-2\",\"do\":\"kick\",\"player\":\"00000000-0000-4000-8000-000000000002\"}");

    @Property
    void anyText(@ForAll String text) {
        isAnswered(text);
    }

    @Property
    void anyBytes(@ForAll byte[] bytes) {
        isAnswered(new String(bytes, StandardCharsets.UTF_8));
    }

    @Property
    void anyFieldsOfTheContractWithAnyValues(@ForAll("frames") String text) {
        isAnswered(text);
    }

    /** A message with a piece cut out, doubled or replaced. */
    @Property
    void aDamagedMessage(
            @ForAll("golden") String text, @ForAll int from, @ForAll int to, @ForAll("scraps") String scrap) {
        var a = Math.floorMod(from, text.length() + 1);
        var b = Math.floorMod(to, text.length() + 1);
        isAnswered(text.substring(0, a) + scrap + text.substring(b));
    }

    @Provide
    Arbitrary<String> golden() {
        return Arbitraries.of(GOLDEN);
    }

    @Provide
    Arbitrary<String> scraps() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "\"", "\\", "\\u0000", "\\ud800", "{", "}", "[", "]", ",", ":", "null", "1e999"),
                Arbitraries.strings().ofMaxLength(5));
    }

    @Provide
    Arbitrary<String> frames() {
        var names = Arbitraries.of(
                "pin",
                "nickname",
                "key",
                "team",
                "v",
                "ticket",
                "n",
                "id",
                "question",
                "answer",
                "elapsedMs",
                "t",
                "do",
                "seq",
                "ms",
                "player",
                "void",
                "correct",
                "accept");
        var types = Arbitraries.of("join", "resume", "answer", "ping", "leave", "command", "dance");
        var fields = Combinators.combine(names, values(3)).as((name, value) -> "\"" + name + "\":" + value);
        var objects = fields.list().ofMaxSize(8).uniqueElements(field -> field.substring(0, field.indexOf(':')));
        return Combinators.combine(types, objects).as((type, list) -> {
            var rest = String.join(",", list);
            return "{\"type\":\"" + type + "\"" + (rest.isEmpty() ? "" : ",") + rest + "}";
        });
    }

    private static Arbitrary<String> values(int depth) {
        var leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(70).map(WireFuzzTest::quoted),
                Arbitraries.of("advance", "extend", "kick", "end", "regrade", "123456")
                        .map(WireFuzzTest::quoted),
                Arbitraries.of("null", "true", "0", "-0", "1e999", "-1e-999", "50000000", "9".repeat(400)),
                Arbitraries.longs().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf));
        if (depth == 0) {
            return leaves;
        }
        Arbitrary<String> arrays =
                values(depth - 1).list().ofMaxSize(4).map(list -> "[" + String.join(",", list) + "]");
        var keys = Arbitraries.of("choices", "text", "number", "order", "point", "value", "shape");
        Function<Arbitrary<String>, Arbitrary<String>> object =
                inner -> Combinators.combine(keys, inner).as((key, value) -> "{\"" + key + "\":" + value + "}");
        return Arbitraries.oneOf(leaves, arrays, object.apply(values(depth - 1)));
    }

    private static String quoted(String text) {
        return JsonText.start().value(text).toString();
    }

    private static void isAnswered(String text) {
        isAnsweredBy(Wire.readPlay(text));
        isAnsweredBy(Wire.readHost(text));
    }

    private static void isAnsweredBy(Read<?> read) {
        if (read instanceof Read.Wrong<?> wrong) {
            var frame = Frame.error(wrong);
            assertThat(UntrustedJson.read(frame)).isPresent();
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(frame)).isTrue();
        }
    }
}
