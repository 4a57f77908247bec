package skills.evaluation.export;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import skills.evaluation.plan.Text;

/** Writes XML in the order in which it is called, an element a line. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;
    private final List<Boolean> holdsElements = new ArrayList<>();

    Xml() {
        try {
            out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            out.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private Xml step(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param attributes names and values in turn; those without a value are left out
     */
    Xml open(String name, String... attributes) {
        return step(
                () -> {
                    if (!holdsElements.isEmpty()) holdsElements.set(holdsElements.size() - 1, true);
                    out.writeCharacters("\n" + "  ".repeat(holdsElements.size()));
                    out.writeStartElement(name);
                    for (int i = 0; i < attributes.length; i += 2)
                        if (!attributes[i + 1].isEmpty())
                            out.writeAttribute(attributes[i], clean(attributes[i + 1]));
                    holdsElements.add(false);
                });
    }

    Xml close() {
        return step(
                () -> {
                    if (holdsElements.removeLast())
                        out.writeCharacters("\n" + "  ".repeat(holdsElements.size()));
                    out.writeEndElement();
                });
    }

    Xml element(String name, String content, String... attributes) {
        open(name, attributes);
        step(() -> out.writeCharacters(clean(content)));
        return close();
    }

    /** In Dutch and in English; nothing where there are no words. */
    Xml both(String name, Text text) {
        if (!text.nl().isEmpty()) element(name, text.nl(), "xml:lang", "nl");
        if (!text.en().isEmpty()) element(name, text.en(), "xml:lang", "en");
        return this;
    }

    String end() {
        step(
                () -> {
                    out.writeEndDocument();
                    out.close();
                });
        return text + "\n";
    }

    /** Without what XML cannot hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(
                        c ->
                                c == '\t'
                                        || c == '\n'
                                        || c >= 0x20 && c < 0xD800
                                        || c >= 0xE000 && c <= 0xFFFD
                                        || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
