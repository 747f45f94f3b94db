package dev.podium.formats;

import com.fasterxml.aalto.stax.OutputFactoryImpl;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A quiz as Moodle XML. */
final class MoodleFile {
    private static final String PLAIN = "plain_text";

    private final XMLStreamWriter xml;

    private MoodleFile(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static Written write(Iterable<JsonNode> questions, Function<String, Optional<Attached>> pictures) {
        var text = new StringWriter();
        try {
            // Built by its own name: to look for an implementation takes reflection.
            var xml = new OutputFactoryImpl().createXMLStreamWriter(text);
            var moodle = new MoodleFile(xml);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("quiz");
            var lost = Outgoing.all(questions, album(pictures), moodle::take);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return new Written(text.toString().getBytes(StandardCharsets.UTF_8), "application/xml", "xml", lost);
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** Beside a picture a text is a page's, where runs of spaces are one: a text that would not come back stays without. */
    private static Outgoing.Album album(Function<String, Optional<Attached>> pictures) {
        return (media, text) -> pictures.apply(media.path("url").asText())
                .map(file -> new Outgoing.Picture(
                        file, Outgoing.clean(media.path("alt").asText())))
                .filter(picture -> Html.text(page(text, picture)).equals(text));
    }

    private static String page(String text, Outgoing.Picture picture) {
        return Html.of(text, new Html.Picture(picture.file().name(), picture.words()));
    }

    private boolean take(Outgoing question) {
        try {
            return switch (question.kind()) {
                case "choice" -> choice(question);
                case "true-false" -> {
                    begin("truefalse", question);
                    var correct = question.flag("correct");
                    answer("true", correct ? "100" : "0", null);
                    answer("false", correct ? "0" : "100", null);
                    yield end();
                }
                case "text" -> {
                    begin("shortanswer", question);
                    element("usecase", "0");
                    // A star of its own would stand for anything.
                    for (var accepted : question.texts("accept")) answer(Stars.written(accepted), "100", null);
                    yield end();
                }
                case "number" -> {
                    begin("numerical", question);
                    var correct = question.number("correct");
                    var tolerance = question.number("tolerance");
                    question.takeRange(correct, tolerance);
                    answer(GiftFile.plain(correct), "100", GiftFile.plain(tolerance));
                    yield end();
                }
                case "slide" -> {
                    begin("description", question);
                    yield end();
                }
                default -> false;
            };
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** One right answer stands for all points; of several each for its part, and a wrong one takes all away. */
    private boolean choice(Outgoing question) throws XMLStreamException {
        var choices = question.choices();
        var right = choices.stream().filter(Outgoing.Choice::right).count();
        begin("multichoice", question);
        element("single", Boolean.toString(right == 1));
        for (var choice : choices) {
            answer(
                    choice.text(),
                    choice.right() ? GiftFile.part(right) : right == 1 ? "0" : "-100",
                    null,
                    choice.picture());
        }
        return end();
    }

    private void begin(String type, Outgoing question) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("question");
        xml.writeAttribute("type", type);
        xml.writeStartElement("name");
        element("text", "Question " + question.number());
        xml.writeEndElement();
        var picture = question.picture();
        xml.writeStartElement("questiontext");
        // Beside a picture it is a page's.
        content(
                question.text("text"),
                picture,
                picture.isEmpty() && question.isMarkdown() ? Questions.MARKDOWN : PLAIN);
        xml.writeEndElement();
        var explanation = question.text("explanation");
        if (explanation.isEmpty()) return;
        xml.writeStartElement("generalfeedback");
        content(explanation, Optional.empty(), PLAIN);
        xml.writeEndElement();
    }

    private boolean end() throws XMLStreamException {
        xml.writeEndElement();
        return true;
    }

    /** @param tolerance null where there is none to tell */
    private void answer(String text, String fraction, String tolerance) throws XMLStreamException {
        answer(text, fraction, tolerance, Optional.empty());
    }

    private void answer(String text, String fraction, String tolerance, Optional<Outgoing.Picture> picture)
            throws XMLStreamException {
        xml.writeStartElement("answer");
        xml.writeAttribute("fraction", fraction);
        content(text, picture, PLAIN);
        if (tolerance != null) element("tolerance", tolerance);
        xml.writeEndElement();
    }

    private void content(String text, Optional<Outgoing.Picture> picture, String format) throws XMLStreamException {
        xml.writeAttribute("format", picture.isPresent() ? "html" : format);
        element("text", picture.map(it -> page(text, it)).orElse(text));
        if (picture.isEmpty()) return;
        var file = picture.get().file();
        xml.writeStartElement("file");
        xml.writeAttribute("name", file.name());
        xml.writeAttribute("path", "/");
        xml.writeAttribute("encoding", "base64");
        xml.writeCharacters(Base64.getEncoder().encodeToString(file.bytes()));
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("Text in memory can always be written.", e);
    }
}
