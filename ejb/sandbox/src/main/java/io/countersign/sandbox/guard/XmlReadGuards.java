package io.countersign.sandbox.guard;

import io.countersign.script.SafeXml;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.xml.sax.EntityResolver;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Guards of what reads XML: the parsers have no checkpoints, so the budget is looked at whenever they fetch more to read. */
public final class XmlReadGuards {
    private XmlReadGuards() {}

    /** The same source, watched; without a stream it would be an address. */
    static InputSource watch(InputSource source) {
        InputSource watched = new InputSource();
        if (source.getCharacterStream() != null) {
            watched.setCharacterStream(new WatchedReader(source.getCharacterStream()));
        } else if (source.getByteStream() != null) {
            watched.setByteStream(new WatchedInput(source.getByteStream()));
        } else {
            throw new IllegalArgumentException("an InputSource needs a Reader or an InputStream");
        }
        watched.setEncoding(source.getEncoding());
        return watched;
    }

    public static Document parse(DocumentBuilder builder, InputSource source) throws SAXException, IOException {
        return builder.parse(watch(source));
    }

    public static Document parse(DocumentBuilder builder, InputStream in) throws SAXException, IOException {
        return builder.parse(watch(new InputSource(in)));
    }

    public static void setErrorHandler(DocumentBuilder builder, ErrorHandler handler) {
        builder.setErrorHandler(handler == null ? new SafeXml.Thrower() : handler);
    }

    /** There are no entities to resolve; scripts that mean to forbid them say so in this way, too. */
    public static void setEntityResolver(DocumentBuilder builder, EntityResolver resolver) {
        // nothing would ask it
    }

    public static XMLStreamReader streamReader(XMLInputFactory factory, Reader in) throws XMLStreamException {
        return CheckedStreamReader.of(factory.createXMLStreamReader(new WatchedReader(in)));
    }

    public static XMLStreamReader streamReader(XMLInputFactory factory, InputStream in) throws XMLStreamException {
        return CheckedStreamReader.of(factory.createXMLStreamReader(new WatchedInput(in)));
    }

    public static XMLStreamReader streamReader(XMLInputFactory factory, InputStream in, String encoding)
            throws XMLStreamException {
        return CheckedStreamReader.of(factory.createXMLStreamReader(new WatchedInput(in), encoding));
    }

    public static XMLEventReader eventReader(XMLInputFactory factory, Reader in) throws XMLStreamException {
        return factory.createXMLEventReader(streamReader(factory, in));
    }

    public static XMLEventReader eventReader(XMLInputFactory factory, InputStream in) throws XMLStreamException {
        return factory.createXMLEventReader(streamReader(factory, in));
    }

    public static XMLEventReader eventReader(XMLInputFactory factory, InputStream in, String encoding)
            throws XMLStreamException {
        return factory.createXMLEventReader(streamReader(factory, in, encoding));
    }
}
