package dev.podium.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.podium.game.Item;
import dev.podium.game.Media;
import dev.podium.game.Option;
import dev.podium.game.Question;
import dev.podium.game.Region;
import dev.podium.http.FieldError;
import dev.podium.http.Form;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionReaderTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String CHOICES = "'choices':[{'text':'a','correct':true},{'text':'b'}]";

    @ParameterizedTest(name = "{1} {2}: {0}")
    @MethodSource
    void aMistakeIsNamedByFieldAndCode(String question, String field, String code) {
        assertThat(errors(question)).contains(field + " " + code);
    }

    static Stream<Arguments> aMistakeIsNamedByFieldAndCode() {
        return Stream.of(
                arguments("{}", "kind", "required"),
                arguments("{'kind':'riddle','text':'t'}", "kind", "unknown"),
                arguments("{'kind':7,'text':'t'}", "kind", "unknown"),
                arguments("{'kind':'slide'}", "text", "required"),
                arguments("{'kind':'slide','text':' '}", "text", "required"),
                arguments("{'kind':'slide','text':7}", "text", "invalid"),
                arguments("{'kind':'slide','text':'" + "x".repeat(501) + "'}", "text", "too-long"),
                arguments("{'kind':'slide','text':'a\\u0000b'}", "text", "not-allowed"),
                arguments("{'kind':'slide','text':'a\\ud800b'}", "text", "not-allowed"),
                arguments(
                        "{'kind':'slide','text':'t','explanation':'" + "x".repeat(1001) + "'}",
                        "explanation",
                        "too-long"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':4999}", "timeLimitMs", "out-of-range"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':-1}", "timeLimitMs", "out-of-range"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':300001}", "timeLimitMs", "out-of-range"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':1e400}", "timeLimitMs", "out-of-range"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':5000.5}", "timeLimitMs", "invalid"),
                arguments("{'kind':'slide','text':'t','timeLimitMs':'20'}", "timeLimitMs", "not-a-number"),
                arguments("{'kind':'slide','text':'t','format':'html'}", "format", "unknown"),
                arguments("{'kind':'slide','text':'t','format':7}", "format", "unknown"),
                arguments("{'kind':'slide','text':'t','points':-1}", "points", "out-of-range"),
                arguments("{'kind':'slide','text':'t','points':10001}", "points", "out-of-range"),
                arguments("{'kind':'slide','text':'t','media':'a.png'}", "media", "invalid"),
                arguments("{'kind':'slide','text':'t','media':{'kind':'image'}}", "media.url", "required"),
                arguments(media("javascript:alert(1)"), "media.url", "not-allowed"),
                arguments(media("//evil.example.org/a.png"), "media.url", "not-allowed"),
                arguments(media("data:image/png;base64,AA"), "media.url", "not-allowed"),
                arguments(media("http://example.org/a.png"), "media.url", "not-allowed"),
                arguments(media("/a.png"), "media.url", "not-allowed"),
                arguments(media("/media/"), "media.url", "not-allowed"),
                arguments(media("https://example.org/a b.png"), "media.url", "not-allowed"),
                arguments(media("/media/a','width':8,'alt':'"), "media.height", "required"),
                arguments(media("/media/a','width':0,'height':8,'alt':'"), "media.width", "out-of-range"),
                arguments(
                        media("/media/a','phone':{'url':'/media/b','width':8},'alt':'"),
                        "media.phone.height",
                        "required"),
                arguments(
                        media("/media/a','phone':{'url':'http://a/b','width':8,'height':8},'alt':'"),
                        "media.phone.url",
                        "not-allowed"),
                arguments(
                        "{'kind':'poll','text':'t','choices':[{'media':{'url':'http://a/b','kind':'image'}},{'text':'a'}]}",
                        "choices[0].media.url",
                        "not-allowed"),
                arguments(
                        "{'kind':'poll','text':'t','choices':[{'text':' '},{'text':'a'}]}",
                        "choices[0].text",
                        "required"),
                arguments("{'kind':'slide','text':'t','media':{'url':'/a','kind':'page'}}", "media.kind", "unknown"),
                arguments("{'kind':'choice','text':'t'}", "choices", "too-few"),
                arguments("{'kind':'choice','text':'t','choices':{}}", "choices", "invalid"),
                arguments("{'kind':'choice','text':'t','choices':[{'text':'a','correct':true}]}", "choices", "too-few"),
                arguments("{'kind':'choice','text':'t','choices':" + options(9) + "}", "choices", "too-many"),
                arguments("{'kind':'choice','text':'t','choices':['a','b']}", "choices[0]", "invalid"),
                arguments("{'kind':'choice','text':'t','choices':" + options(3) + "}", "choices", "no-correct"),
                arguments(
                        "{'kind':'choice','text':'t','choices':[{'text':'a','correct':'yes'},{'text':'b'}]}",
                        "choices[0].correct",
                        "invalid"),
                arguments(
                        "{'kind':'choice','text':'t','choices':[{'text':'a','correct':true},{}]}",
                        "choices[1].text",
                        "required"),
                arguments(
                        "{'kind':'choice','text':'t','choices':[{'text':'a','correct':true},{'text':'a '}]}",
                        "choices[1].text",
                        "duplicate"),
                arguments(
                        "{'kind':'choice','text':'t','choices':[{'text':'a','correct':true},{'text':'" + "x".repeat(201)
                                + "'}]}",
                        "choices[1].text",
                        "too-long"),
                arguments("{'kind':'poll','text':'t','choices':[]}", "choices", "too-few"),
                arguments("{'kind':'true-false','text':'t'}", "correct", "required"),
                arguments("{'kind':'true-false','text':'t','correct':1}", "correct", "invalid"),
                arguments("{'kind':'text','text':'t'}", "accept", "too-few"),
                arguments("{'kind':'text','text':'t','accept':'a'}", "accept", "invalid"),
                arguments("{'kind':'text','text':'t','accept':['a',null]}", "accept[1]", "invalid"),
                arguments("{'kind':'text','text':'t','accept':['a','']}", "accept[1]", "required"),
                arguments("{'kind':'text','text':'t','accept':['" + "x".repeat(121) + "']}", "accept[0]", "too-long"),
                arguments("{'kind':'number','text':'t'}", "correct", "required"),
                arguments("{'kind':'number','text':'t','correct':1,'max':2}", "min", "required"),
                arguments("{'kind':'number','text':'t','correct':1,'min':0,'max':1e300}", "max", "out-of-range"),
                arguments("{'kind':'number','text':'t','correct':1,'min':0,'max':'NaN'}", "max", "not-a-number"),
                arguments("{'kind':'number','text':'t','correct':1,'min':5,'max':5}", "max", "out-of-range"),
                arguments("{'kind':'number','text':'t','correct':9,'min':0,'max':5}", "correct", "out-of-range"),
                arguments("{'kind':'number','text':'t','correct':1,'min':0,'max':5,'step':0}", "step", "out-of-range"),
                arguments("{'kind':'number','text':'t','correct':1,'min':0,'max':5,'step':6}", "step", "out-of-range"),
                arguments(
                        "{'kind':'number','text':'t','correct':1,'min':0,'max':5,'tolerance':-1}",
                        "tolerance",
                        "out-of-range"),
                arguments(
                        "{'kind':'number','text':'t','correct':1,'min':0,'max':5,'unit':'" + "x".repeat(21) + "'}",
                        "unit",
                        "too-long"),
                arguments("{'kind':'word-cloud','text':'t','maxLength':0}", "maxLength", "out-of-range"),
                arguments("{'kind':'word-cloud','text':'t','maxLength':61}", "maxLength", "out-of-range"),
                arguments("{'kind':'word-cloud','text':'t','maxLength':1.5}", "maxLength", "invalid"),
                arguments("{'kind':'scale','text':'t','min':1}", "max", "required"),
                arguments("{'kind':'scale','text':'t','min':1,'max':1}", "max", "out-of-range"),
                arguments("{'kind':'scale','text':'t','min':1,'max':5,'step':9}", "step", "out-of-range"),
                arguments("{'kind':'scale','text':'t','min':1,'max':5,'labels':['low']}", "labels", "too-few"),
                arguments("{'kind':'scale','text':'t','min':1,'max':5,'labels':['low','']}", "labels[1]", "required"),
                arguments(
                        "{'kind':'scale','text':'t','min':1,'max':5,'labels':['low','" + "x".repeat(41) + "']}",
                        "labels[1]",
                        "too-long"),
                arguments("{'kind':'point','text':'t'}", "media", "required"),
                arguments("{'kind':'point','text':'t'}", "region", "required"),
                arguments(
                        "{'kind':'point','text':'t','media':{'url':'/media/a','kind':'video'}}",
                        "media.kind",
                        "not-allowed"),
                arguments(point("'shape':'star','x':0,'y':0"), "region.shape", "unknown"),
                arguments(point("'shape':'circle','x':1.1,'y':0,'r':0.1"), "region.x", "out-of-range"),
                arguments(point("'shape':'circle','x':1,'y':0"), "region.r", "required"),
                arguments(point("'shape':'circle','x':1,'y':0,'r':0"), "region.r", "out-of-range"),
                arguments(point("'shape':'rectangle','x':0,'y':0,'width':0.5"), "region.height", "required"),
                arguments(
                        point("'shape':'rectangle','x':0.6,'y':0,'width':0.5,'height':1"),
                        "region.width",
                        "out-of-range"),
                arguments("{'kind':'order','text':'t','items':['a']}", "items", "too-few"),
                arguments("{'kind':'order','text':'t','items':['a','a']}", "items[1]", "duplicate"),
                arguments("{'kind':'order','text':'t','items':['x-ray','X\u2011Ray']}", "items[1]", "duplicate"),
                arguments(twins("New York", "new\u00A0york"), "choices[1].text", "duplicate"),
                arguments(twins("New York", "New  York"), "choices[1].text", "duplicate"),
                arguments(twins("it’s", "it´s\u200B"), "choices[1].text", "duplicate"),
                arguments(twins("a", "\u200B\u200D"), "choices[1].text", "required"),
                arguments("{'kind':'order','text':'t','items':['a','\u2060']}", "items[1]", "required"),
                arguments("{'kind':'text','text':'t','accept':['\u200B']}", "accept[0]", "required"),
                arguments(
                        "{'kind':'text','text':'t','accept':['\u0301'],'accents':'forgive'}", "accept[0]", "required"),
                arguments("{'kind':'text','text':'t','accept':['a'],'accents':'ignore'}", "accents", "unknown"),
                arguments("{'kind':'text','text':'t','accept':['a'],'accents':true}", "accents", "unknown"),
                arguments("{'kind':'order','text':'t','items':[{'id':'x','text':'a'},'b']}", "items[0]", "invalid"));
    }

    @Test
    void whatNobodySeesIsNotKept() {
        var choices = "[{'text':'Paris\u200B','correct':true},{'text':'👨\u200D👩 می\u200Cخواهم '}]";
        var read = read("{'kind':'text','text':'t','accept':['Paris\u200B','Pa\u00ADris\uFEFF']},"
                + "{'kind':'choice','text':'t','choices':" + choices + "},"
                + "{'kind':'order','text':'t','items':['a\u200E','b']}");

        assertThat(((Question.Text) read.get(0)).accept()).containsExactly("Paris", "Paris");
        assertThat(((Question.Choice) read.get(1)).choices())
                .extracting(Option::text)
                .containsExactly("Paris", "👨\u200D👩 می\u200Cخواهم");
        assertThat(((Question.Order) read.get(2)).items())
                .extracting(Item::text)
                .containsExactly("a", "b");
    }

    @Test
    void aTextQuestionMayForgiveAccents() {
        var forgiving = "{'kind':'text','text':'t','accept':['café'],'accents':'forgive'}";

        assertThat(((Question.Text) read(forgiving).getFirst()).forgivesAccents())
                .isTrue();
        assertThat(((Question.Text) read(forgiving.replace(",'accents':'forgive'", ""))
                                .getFirst())
                        .forgivesAccents())
                .isFalse();
        assertThat(QuestionJson.write(read(forgiving).getFirst())
                        .path("accents")
                        .textValue())
                .isEqualTo("forgive");
    }

    @Test
    void everyMistakeOfAQuestionIsNamedAtOnce() {
        assertThat(errors("{'kind':'choice','text':'','points':'x','choices':[{'text':''},{'text':'b'}]}"))
                .containsExactly(
                        "text required", "points not-a-number", "choices[0].text required", "choices no-correct");
    }

    @Test
    void noTimeLimitIsSaidByAZero() {
        assertThat(read("{'kind':'text','text':'t','accept':['a'],'timeLimitMs':0}")
                        .getFirst()
                        .timeLimitMs())
                .isZero();
    }

    @Test
    void aChoiceIsAPictureATextOrBoth() {
        var media = "'media':{'url':'/media/a.png','kind':'image','alt':'A pear'}";
        var choices = "[{" + media + ",'correct':true},{" + media + "},{'text':'Both'," + media + "},{'text':'Text'}]";
        var read = read("{'kind':'choice','text':'t','choices':" + choices + "},"
                + "{'kind':'poll','text':'t','choices':" + choices + "}");

        assertThat(((Question.Choice) read.getFirst()).choices())
                .extracting(Option::text)
                .containsExactly("", "", "Both", "Text");
        assertThat(((Question.Poll) read.getLast()).choices())
                .extracting(Option::words)
                .containsExactly("A pear", "A pear", "Both", "Text");
        assertThat(QuestionJson.write(read.getFirst()).at("/choices/0").has("text"))
                .isFalse();
    }

    @Test
    void aPictureKeepsItsSizeAndItsSmallRendition() {
        var media = "{'url':'/media/a','kind':'image','width':1600,'height':900,"
                + "'phone':{'url':'/media/b','width':720,'height':405}}";
        var read = read("{'kind':'slide','text':'t','media':" + media + "}").getFirst();

        assertThat(read.basics().media())
                .isEqualTo(new Media(
                        "/media/a",
                        "image",
                        null,
                        new Media.Size(1_600, 900),
                        new Media.Rendition("/media/b", new Media.Size(720, 405))));
        assertThat(QuestionJson.write(read).get("media").toString()).isEqualTo(media.replace('\'', '"'));
    }

    @Test
    void aRegionIsReadAsItWasDrawn() {
        var read = read(point("'shape':'circle','x':0.5,'y':0.25,'r':0.1") + ","
                + point("'shape':'rectangle','x':0,'y':0.5,'width':1,'height':0.5"));

        assertThat(read)
                .extracting(question -> ((Question.Point) question).region())
                .containsExactly(new Region.Circle(0.5, 0.25, 0.1), new Region.Rectangle(0, 0.5, 1, 0.5));
    }

    @Test
    void aCloudTakesThirtyLettersAndAScaleHasNoLabelsUnlessItSaysSo() {
        var read = read("{'kind':'word-cloud','text':'t'},{'kind':'scale','text':'t','min':1,'max':5}");

        assertThat(((Question.WordCloud) read.getFirst()).maxLength()).isEqualTo(30);
        assertThat(((Question.Scale) read.getLast()).labels()).isEmpty();
        assertThat(((Question.Scale) read.getLast()).step()).isEqualTo(1);
    }

    @Test
    void whatIsAbsentHasItsDefault() {
        assertThat(read("{'kind':'number','text':'t','correct':1,'min':0,'max':5}")
                        .getFirst())
                .isInstanceOfSatisfying(Question.Number.class, number -> {
                    assertThat(number.timeLimitMs()).isEqualTo(20_000);
                    assertThat(number.points()).isEqualTo(1_000);
                    assertThat(number.step()).isEqualTo(1);
                    assertThat(number.tolerance()).isZero();
                    assertThat(number.unit()).isNull();
                    assertThat(number.explanation()).isNull();
                });
    }

    @Test
    void idsOfAHostMeanNothing() {
        var question = read("{'kind':'true-false','text':'t','correct':true,'trueId':'me','falseId':'you'}")
                .getFirst();

        assertThat(question)
                .isInstanceOfSatisfying(
                        Question.TrueFalse.class,
                        it -> assertThat(it.trueId() + it.falseId()).isEmpty());
    }

    @Test
    void unknownFieldsAreIgnored() {
        assertThat(errors("{'kind':'choice','text':'t','mood':'good'," + CHOICES + "}"))
                .isEmpty();
    }

    @Test
    void lengthsCountWhatPeopleSeeAsCharacters() {
        assertThat(errors("{'kind':'slide','text':'" + "😀".repeat(500) + "'}")).isEmpty();
    }

    @Test
    void tenThousandQuestionsAreRefusedUnread() {
        var many = "{'kind':'slide','text':'t'},".repeat(9_999) + "{}";

        assertThat(errors(many, "questions")).containsExactly("questions too-many");
    }

    @Test
    void aReplyStaysBoundedHoweverManyMistakesThereAre() {
        assertThat(errors("{},".repeat(499) + "{}", "questions[0]")).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aPlanIsNotReadFromSomethingElse() throws JsonProcessingException {
        var written = MAPPER.readTree(quiz("{'kind':'true-false','text':'t','correct':true}"))
                .get("questions");

        assertThatThrownBy(() -> QuestionJson.frozen(written)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QuestionJson.frozen(MAPPER.readTree("7")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String twins(String one, String other) {
        return "{'kind':'choice','text':'t','choices':[{'text':'" + one + "','correct':true},{'text':'" + other
                + "'}]}";
    }

    private static String media(String url) {
        return "{'kind':'slide','text':'t','media':{'url':'" + url + "','kind':'image'}}";
    }

    private static String point(String region) {
        return "{'kind':'point','text':'t','media':{'url':'/media/a.png','kind':'image'},'region':{" + region + "}}";
    }

    private static String options(int count) {
        var options = new StringBuilder("[{'text':'0'}");
        for (var i = 1; i < count; i++) {
            options.append(",{'text':'").append(i).append("'}");
        }
        return options.append("]").toString();
    }

    private static List<String> errors(String question) {
        return errors(question, "questions[0].");
    }

    /** Field and code of each, the field without what all of them begin with. */
    private static List<String> errors(String questions, String prefix) {
        var form = form(questions);
        DraftQuestions.read(form);
        return form.errors().stream().map(error -> describe(error, prefix)).toList();
    }

    private static String describe(FieldError error, String prefix) {
        var field = prefix.endsWith(".") && error.field().startsWith(prefix)
                ? error.field().substring(prefix.length())
                : error.field();
        return field + " " + error.code().wireName();
    }

    private static List<Question> read(String questions) {
        return QuestionJson.stored(form(questions).raw("questions"));
    }

    private static Form form(String questions) {
        try {
            return Form.of(MAPPER.readTree(quiz(questions)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(questions, e);
        }
    }

    private static String quiz(String questions) {
        return ("{'questions':[" + questions + "]}").replace('\'', '"');
    }
}
