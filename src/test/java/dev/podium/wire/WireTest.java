package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.podium.game.Answer;
import dev.podium.game.Command;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "1",
                "[]",
                "\"ping\"",
                "{",
                "{}",
                "{\"type\":\"leave\"} {}",
                "{\"type\":null}",
                "{\"type\":7}",
                "{\"type\":[\"leave\"]}",
                "{'type':'leave'}",
                "{\"type\":\"leave\",\"type\":\"leave\"}",
                "{\"type\":\"leave\",\"x\":{\"a\":1,\"a\":2}}",
                "{\"type\":\"ping\"}",
                "{\"type\":\"ping\",\"t\":\"1\"}",
                "{\"type\":\"ping\",\"t\":1e999}",
                "{\"type\":\"ping\",\"t\":NaN}",
                "{\"type\":\"resume\"}",
                "{\"type\":\"resume\",\"ticket\":\"\"}",
                "{\"type\":\"resume\",\"ticket\":5}",
                "{\"type\":\"resume\",\"ticket\":\"a\\u0000\"}",
                "{\"type\":\"resume\",\"ticket\":\"t\",\"n\":-1}",
                "{\"type\":\"resume\",\"ticket\":\"t\",\"n\":1.5}",
                "{\"type\":\"resume\",\"ticket\":\"t\",\"n\":\"7\"}",
                "{\"type\":\"resume\",\"ticket\":\"t\",\"n\":1e30}",
                "{\"type\":\"resume\",\"ticket\":\"t\",\"v\":\"1\"}",
                "{\"type\":\"join\",\"nickname\":\"Ada\",\"key\":\"k\"}",
                "{\"type\":\"join\",\"pin\":123456,\"nickname\":\"Ada\",\"key\":\"k\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"key\":\"k\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":{},\"key\":\"k\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Ada\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Ada\",\"key\":\"\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Ada\",\"key\":\"\\ud800\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Ada\",\"key\":\"\\udc00x\"}",
                "{\"type\":\"join\",\"pin\":\"123456\",\"nickname\":\"Ada\",\"key\":\"k\",\"team\":1}",
                "{\"type\":\"answer\",\"question\":0,\"answer\":{}}",
                "{\"type\":\"answer\",\"id\":\"a\",\"answer\":{}}",
                "{\"type\":\"answer\",\"id\":\"a\",\"question\":\"0\",\"answer\":{}}",
                "{\"type\":\"answer\",\"id\":\"a\",\"question\":0.5,\"answer\":{}}",
                "{\"type\":\"answer\",\"id\":\"a\",\"question\":1e999,\"answer\":{}}"
            })
    void anOddFrameIsMalformed(String text) {
        assertThat(Wire.readPlay(text)).isInstanceOf(Read.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"command\"}",
                "{\"type\":\"command\",\"do\":\"advance\",\"seq\":1}",
                "{\"type\":\"command\",\"id\":\"a\",\"seq\":1}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":7,\"seq\":1}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"advance\",\"seq\":\"1\"}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"extend\",\"seq\":1}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"extend\",\"seq\":1,\"ms\":\"5000\"}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"kick\"}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"kick\",\"player\":\"Bob\"}",
                "{\"type\":\"command\",\"id\":\"a\",\"do\":\"release\",\"player\":1}"
            })
    void anOddCommandIsMalformed(String text) {
        assertThat(Wire.readHost(text)).isInstanceOf(Read.Malformed.class);
    }

    @Test
    void whatIsNestedTooDeepIsMalformedBeforeItCostsAnything() {
        var deep = "[".repeat(8_000) + "]".repeat(8_000);
        assertThat(Wire.readPlay("{\"type\":\"leave\",\"x\":" + deep + "}")).isInstanceOf(Read.Malformed.class);
        var flat = "[".repeat(15) + "]".repeat(15);
        assertThat(Wire.readPlay("{\"type\":\"leave\",\"x\":" + flat + "}")).isInstanceOf(Read.Ok.class);
    }

    @Test
    void theLimitCountsBytes() {
        assertThat(Wire.isTooBig("x".repeat(Wire.MAX_CLIENT_BYTES))).isFalse();
        assertThat(Wire.isTooBig("x".repeat(Wire.MAX_CLIENT_BYTES + 1))).isTrue();
        assertThat(Wire.isTooBig("日".repeat(Wire.MAX_CLIENT_BYTES / 3 + 1))).isTrue();
        assertThat(Wire.isTooBig("日".repeat(Wire.MAX_CLIENT_BYTES / 3))).isFalse();
    }

    @Test
    void anErrorNamesTheIdOfItsFrame() {
        var wrong = (Read.Wrong<?>) Wire.readPlay("{\"type\":\"answer\",\"id\":\"mine\",\"question\":true}");
        assertThat(Frame.error(wrong))
                .isEqualTo(
                        "{\"type\":\"error\",\"code\":\"malformed\",\"message\":\"question is odd\",\"id\":\"mine\"}");
    }

    @Test
    void anIdThatIsNoneIsNotRepeated() {
        var wrong =
                (Read.Wrong<?>) Wire.readPlay("{\"type\":\"answer\",\"id\":\"" + "x".repeat(65) + "\",\"question\":0}");
        assertThat(wrong.id()).isNull();
        assertThat(wrong.reason()).isEqualTo("id is odd");
    }

    @Test
    void aTypeOfAnotherVersionIsUnknownAndQuotedInShort() {
        var wrong = (Read.Wrong<?>) Wire.readPlay("{\"type\":\"" + "y".repeat(10_000) + "\"}");
        assertThat(wrong).isInstanceOf(Read.Unknown.class);
        assertThat(wrong.code()).isEqualTo(ErrorCode.UNKNOWN_TYPE);
        assertThat(wrong.reason()).hasSizeLessThan(80);
    }

    @Test
    void eachDoorKnowsOnlyItsOwnTypes() {
        assertThat(Wire.readPlay("{\"type\":\"command\",\"id\":\"a\",\"do\":\"end\",\"seq\":1}"))
                .isInstanceOf(Read.Unknown.class);
        assertThat(Wire.readHost("{\"type\":\"leave\"}")).isInstanceOf(Read.Unknown.class);
    }

    @Test
    void aCommandOfAnotherVersionIsUnknownWithItsId() {
        var wrong = (Read.Wrong<?>) Wire.readHost("{\"type\":\"command\",\"id\":\"a\",\"do\":\"tick\",\"seq\":1}");
        assertThat(wrong.code()).isEqualTo(ErrorCode.UNKNOWN_COMMAND);
        assertThat(wrong.id()).isEqualTo("a");
    }

    @Test
    void fieldsOfAnotherVersionAreIgnored() {
        assertThat(Wire.readPlay("{\"type\":\"leave\",\"why\":{\"deep\":[1e999,null]}}"))
                .isEqualTo(new Read.Ok<>(new PlayMessage.Leave()));
    }

    @Test
    void aMissingVersionIsTheFirst() {
        var join = ok("{\"type\":\"join\",\"pin\":\"1\",\"nickname\":\"Ada\",\"key\":\"k\",\"team\":null}");
        assertThat(join).isEqualTo(new PlayMessage.Join("1", "Ada", "k", null, 1));
    }

    @Test
    void aNicknameIsJudgedElsewhere() {
        var join = (PlayMessage.Join)
                ok("{\"type\":\"join\",\"pin\":\"1\",\"nickname\":\"\\ud800\\u0000\",\"key\":\"k\"}");
        assertThat(join.nickname()).isEqualTo("\ud800\u0000");
    }

    @ParameterizedTest
    @CsvSource({"50000000, 50000000", "-1, -1", "2.0, 2", "9007199254740991, 9007199254740991"})
    void anyWholeIndexIsReadAndCostsNothing(String sent, long read) {
        assertThat(answer("\"question\":" + sent + ",\"answer\":{\"number\":1}").question())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1834, 1834", "1834.4, 1834", "-0.0, 0", "2147483647, 2147483647"})
    void aMeasuredTimeIsRead(String sent, long read) {
        assertThat(answer("\"question\":0,\"answer\":{\"number\":1},\"elapsedMs\":" + sent)
                        .elapsedMs())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "-1", "\"NaN\"", "\"12\"", "1e999", "2147483648", "[]", "{}", "true", "1e300"})
    void anOddTimeIsNoneAndTheAnswerStillCounts(String sent) {
        var answer = answer("\"question\":0,\"answer\":{\"number\":1},\"elapsedMs\":" + sent);
        assertThat(answer.elapsedMs()).isNull();
        assertThat(answer.answer()).isEqualTo(new Answer.Number(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "7",
                "\"nile0001\"",
                "{\"choices\":\"nile0001\"}",
                "{\"choices\":[1]}",
                "{\"choices\":[\"\"]}",
                "{\"choices\":[\"a\\u0000\"]}",
                "{\"choices\":[null]}",
                "{\"order\":{}}",
                "{\"text\":5}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"\\udc00\"}",
                "{\"number\":\"5\"}",
                "{\"number\":1e999}",
                "{\"number\":-1e999}",
                "{\"number\":true}",
                "{\"point\":[0.5]}",
                "{\"choices\":[\"a\"],\"text\":\"a\"}"
            })
    void anAnswerWithoutAShapeIsNone(String sent) {
        assertThat(answer("\"question\":0,\"answer\":" + sent).answer()).isNull();
    }

    @Test
    void aMissingAnswerIsNone() {
        assertThat(answer("\"question\":0").answer()).isNull();
    }

    @Test
    void aListLongerThanAnyQuestionIsNoAnswer() {
        var ids = "\"a\",".repeat(64) + "\"a\"";
        assertThat(answer("\"question\":0,\"answer\":{\"choices\":[" + ids + "]}")
                        .answer())
                .isNull();
    }

    @Test
    void anAnswerMayCarryFieldsOfAnotherVersion() {
        assertThat(answer("\"question\":0,\"answer\":{\"choices\":[],\"mood\":\"good\",\"text\":null}")
                        .answer())
                .isEqualTo(new Answer.Choices(List.of()));
    }

    @ParameterizedTest
    @CsvSource({"0", "-12.5", "1e3", "123456789012345678901234567890"})
    void aPingMayCarryAnyNumber(String t) {
        var ping = (PlayMessage.Ping) ok("{\"type\":\"ping\",\"t\":" + t + "}");
        assertThat(Double.parseDouble(ping.t())).isEqualTo(Double.parseDouble(t));
        assertThat(UntrustedJson.read(Frame.pong(ping.t(), 1))).isPresent();
    }

    @Test
    void aCommandThatIgnoresThePositionTakesAnyPosition() {
        assertThat(Wire.readHost("{\"type\":\"command\",\"id\":\"a\",\"do\":\"lock\",\"seq\":\"odd\"}"))
                .isEqualTo(new Read.Ok<>(new HostMessage.Command("a", new Command.Lock(), null)));
    }

    @Test
    void aCommandWithoutItsPositionHasNone() {
        assertThat(Wire.readHost("{\"type\":\"command\",\"id\":\"a\",\"do\":\"advance\"}"))
                .isEqualTo(new Read.Ok<>(new HostMessage.Command("a", new Command.Advance(), null)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "123456, 123456",
                "' 123 456 ', 123456",
                "123-456, 123456",
                "123–456, 123456",
                "12\u00a034\u200b56, 123456",
                "١٢٣٤٥٦, 123456",
                "'', ''",
                "12345a, ''",
                "1234567890123, ''",
                "-, ''"
            })
    void aPinIsReadAsPeoplePasteIt(String typed, String pin) {
        assertThat(Pin.normalise(typed)).isEqualTo(pin);
    }

    private static PlayMessage.Answer answer(String fields) {
        return (PlayMessage.Answer) ok("{\"type\":\"answer\",\"id\":\"a\"," + fields + "}");
    }

    private static PlayMessage ok(String text) {
        return switch (Wire.readPlay(text)) {
            case Read.Ok<PlayMessage>(var message) -> message;
            case Read.Wrong<PlayMessage> wrong -> throw new AssertionError(wrong.reason() + " in " + text);
        };
    }
}
