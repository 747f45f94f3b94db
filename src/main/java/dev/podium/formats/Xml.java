package dev.podium.formats;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.podium.http.Code;
import dev.podium.http.Problem;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;

/**
 * An element of a file that nobody vouches for.
 *
 * @param line where it begins, from 1
 * @param content its own text, without that of its children
 */
record Xml(String name, int line, Map<String, String> attributes, StringBuilder content, List<Xml> children) {
    private static final int MAX_DEPTH = 50;

    /** @throws dev.podium.http.Problem.Refusal 422 when it is not well-formed, nested too deeply, or declares a DTD or entities */
    static Xml parse(String text) {
        // Built by its own name: to look for an implementation takes reflection.
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Else a mistake in a text is found where it is taken, and thrown unchecked.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        try {
            return root(factory.createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw refused("This is not well-formed XML (line " + e.getLocation().getLineNumber() + ").");
        }
    }

    private static Xml root(XMLStreamReader reader) throws XMLStreamException {
        var open = new ArrayDeque<Xml>();
        var root = Optional.<Xml>empty();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (open.size() == MAX_DEPTH) throw refused("This XML is nested too deeply.");
                    var element = element(reader);
                    if (open.isEmpty()) root = Optional.of(element);
                    else open.peek().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.peek().content.append(reader.getText());
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("A DTD or an entity of one's own is not read.");
                default -> {}
            }
        }
        return root.orElseThrow(() -> refused("This XML is empty."));
    }

    private static Xml element(XMLStreamReader reader) {
        var attributes = new HashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var line = reader.getLocation().getLineNumber();
        return new Xml(reader.getLocalName(), line, attributes, new StringBuilder(), new ArrayList<>());
    }

    private static RuntimeException refused(String message) {
        return Problem.invalid("file", Code.INVALID, message).refusal();
    }

    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    Stream<Xml> all(String wanted) {
        return children.stream().filter(it -> it.name.equals(wanted));
    }

    Optional<Xml> child(String wanted) {
        return all(wanted).findFirst();
    }

    /** The content of a child; empty where there is none. */
    String text(String wanted) {
        return child(wanted).map(it -> it.content.toString().strip()).orElse("");
    }
}
