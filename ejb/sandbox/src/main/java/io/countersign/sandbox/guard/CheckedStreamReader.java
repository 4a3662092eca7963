package io.countersign.sandbox.guard;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** A stream reader that ends at a document type: the parser behind it passes over one, and over the references that need it. */
final class CheckedStreamReader extends StreamReaderDelegate {
    private CheckedStreamReader(XMLStreamReader reader) {
        super(reader);
    }

    static XMLStreamReader of(XMLStreamReader reader) throws XMLStreamException {
        CheckedStreamReader checked = new CheckedStreamReader(reader);
        checked.check(reader.getEventType());
        return checked;
    }

    @Override
    public int next() throws XMLStreamException {
        return check(super.next());
    }

    @Override
    public int nextTag() throws XMLStreamException {
        int event = next();
        while (event == XMLStreamConstants.SPACE
                || event == XMLStreamConstants.COMMENT
                || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                || (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) && isWhiteSpace()) {
            event = next();
        }
        if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            throw new XMLStreamException("expected a start or end tag", getLocation());
        }
        return event;
    }

    private int check(int event) throws XMLStreamException {
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException(
                    "document types and entities of their own are not allowed in XML that a script reads",
                    getLocation());
        }
        return event;
    }
}
