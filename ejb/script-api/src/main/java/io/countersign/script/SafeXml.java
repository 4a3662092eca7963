package io.countersign.script;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Not for scripts. The only way in which XML is read: by the JDK's own parsers, which no service or property replaces, without document
 * types, so without entities, and without anything that is fetched. Elements nest {@value #DEEPEST} deep at most.
 */
public final class SafeXml {
    /** Of elements in elements. */
    public static final int DEEPEST = 1_000;

    private static final String DISALLOW_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MAX_DEPTH = "jdk.xml.maxElementDepth";

    private SafeXml() {}

    /** A factory of document builders; the builders are to be made by {@link #builder}. */
    public static DocumentBuilderFactory documents() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(DISALLOW_DOCTYPE, true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK's XML parser cannot be made safe", e);
        }
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        factory.setAttribute(MAX_DEPTH, Integer.toString(DEEPEST));
        return factory;
    }

    /** A builder that writes nothing to the standard error. */
    public static DocumentBuilder builder(DocumentBuilderFactory factory) throws ParserConfigurationException {
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(new Thrower());
        return builder;
    }

    /** A factory of stream readers. A document type is neither read nor followed, but shows as an event: the caller refuses it. */
    public static XMLInputFactory streams() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(MAX_DEPTH, Integer.toString(DEEPEST));
        return factory;
    }

    /** A factory of XPath evaluators without functions beyond the standard's. */
    public static XPathFactory paths() {
        XPathFactory factory = XPathFactory.newDefaultInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (XPathFactoryConfigurationException e) {
            throw new IllegalStateException("this JDK's XPath cannot be made safe", e);
        }
        return factory;
    }

    /** The JDK's own handler prints. */
    public static final class Thrower implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // a warning is none of the caller's
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
