package dev.podium.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Answer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class JsonTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Property
    void anyTextComesBackAsWellFormedUnicode(@ForAll String text) throws JsonProcessingException {
        var json = JsonText.start().value(text).toString();
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
        assertThat(JSON.readTree(json).textValue()).isEqualTo(wellFormed(text));
    }

    @Property
    void anyFiniteNumberComesBack(@ForAll double value) throws JsonProcessingException {
        var json = JsonText.start().value(value).toString();
        assertThat(JSON.readTree(json).doubleValue()).isEqualTo(value + 0.0);
    }

    @Example
    void wholeNumbersHaveNoFraction() {
        assertThat(JsonText.start().value(12000.0)).hasToString("12000");
        assertThat(JsonText.start().value(-0.0)).hasToString("0");
        assertThat(JsonText.start().value(0.5)).hasToString("0.5");
    }

    @Example
    void whatIsNoNumberIsNotWritten() {
        assertThatThrownBy(() -> JsonText.start().value(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void storedPicksComeBack(
            @ForAll @Size(max = 8) List<@StringLength(min = 1, max = 8) String> ids, @ForAll boolean inOrder) {
        var known = ids.stream().filter(id -> Fields.isName(id, 8)).toList();
        var answer = inOrder ? new Answer.Order(known) : new Answer.Choices(known);
        assertThat(AnswerJson.read(AnswerJson.write(answer))).contains(answer);
    }

    @Property
    void storedTextsAndNumbersComeBack(@ForAll String text, @ForAll double value) {
        var stored = Fields.isStorable(text) ? text : "";
        assertThat(AnswerJson.read(AnswerJson.write(new Answer.Text(stored)))).contains(new Answer.Text(stored));
        var number = new Answer.Number(value + 0.0);
        assertThat(AnswerJson.read(AnswerJson.write(number))).contains(number);
    }

    private static String wellFormed(String text) {
        var result = new StringBuilder();
        text.codePoints()
                .map(point -> point >= 0xD800 && point <= 0xDFFF ? 0xFFFD : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }
}
