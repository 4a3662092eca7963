package io.countersign.script;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * An element or attribute of an XML document, or the document itself. Paths are XPath 1.0 with names without prefixes:
 * {@code //job/status} finds {@code <p:status>} too. Document types, and so entities of a document's own, are refused.
 */
public final class Xml {
    private final Node node;

    private Xml(Node node) {
        this.node = node;
    }

    /**
     * The document that a text is.
     *
     * @throws IllegalArgumentException if it is none; the message names line and column
     */
    public static Xml parse(String text) {
        return read(new StringReader(text));
    }

    /** Not for scripts: {@link #parse} of what is read. */
    public static Xml read(Reader in) {
        try {
            DocumentBuilderFactory factory = SafeXml.documents();
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            Document document = SafeXml.builder(factory).parse(new InputSource(in));
            dropPrefixes(document);
            return new Xml(document);
        } catch (SAXParseException e) {
            throw new IllegalArgumentException(
                    "not XML: line " + e.getLineNumber() + ", column " + e.getColumnNumber() + ": " + e.getMessage());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalArgumentException("not XML: " + e.getMessage());
        }
    }

    private static void dropPrefixes(Document document) {
        Node at = document.getDocumentElement();
        while (at != null && at != document) {
            Node next = at;
            if (at instanceof Element element) {
                dropPrefixes(element.getAttributes(), document);
                next = element.getNamespaceURI() == null
                        ? element
                        : document.renameNode(element, null, element.getLocalName());
            }
            at = following(next, document);
        }
    }

    private static void dropPrefixes(NamedNodeMap attributes, Document document) {
        List<Attr> prefixed = new ArrayList<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getNamespaceURI() != null) {
                prefixed.add(attribute);
            }
        }
        for (Attr attribute : prefixed) {
            Element owner = attribute.getOwnerElement();
            if (XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                owner.removeAttributeNode(attribute);
            } else if (!owner.hasAttribute(attribute.getLocalName())) {
                document.renameNode(attribute, null, attribute.getLocalName());
            }
        }
    }

    /** In the order of the document. */
    private static Node following(Node node, Node end) {
        if (node.getFirstChild() != null) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != null && at != end && at.getNextSibling() == null) {
            at = at.getParentNode();
        }
        return at == null || at == end ? null : at.getNextSibling();
    }

    /** A text as it stands in an element or an attribute: {@code &}, {@code <}, {@code >} and both quotes as entities. */
    public static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&apos;");
                case '\t' -> out.append("&#9;");
                case '\n' -> out.append("&#10;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (c < ' ' || c == 0xfffe || c == 0xffff || c >= 0xd800 && c <= 0xdfff) {
                        throw new IllegalArgumentException("XML has no character U+%04X".formatted(c));
                    }
                    out.appendCodePoint(c);
                }
            }
        });
        return out.toString();
    }

    /** The text of what the path finds first, without blanks around it; empty if it finds nothing. Also a number or boolean that it comes to. */
    public String text(String path) {
        try {
            return SafeXml.paths().newXPath().evaluate(path, node).strip();
        } catch (XPathExpressionException e) {
            throw unusable(path, e);
        }
    }

    /** The texts of all that the path finds, in the order of the document. */
    public List<String> texts(String path) {
        return all(path).stream().map(Xml::text).toList();
    }

    /** What the path finds first. */
    public Optional<Xml> first(String path) {
        return all(path).stream().findFirst();
    }

    /** Whether the path finds anything. */
    public boolean has(String path) {
        return !all(path).isEmpty();
    }

    /** All that the path finds, in the order of the document. */
    public List<Xml> all(String path) {
        try {
            NodeList found = (NodeList) SafeXml.paths().newXPath().evaluate(path, node, XPathConstants.NODESET);
            List<Xml> all = new ArrayList<>();
            for (int i = 0; i < found.getLength(); i++) {
                all.add(new Xml(found.item(i)));
            }
            return List.copyOf(all);
        } catch (XPathExpressionException e) {
            throw unusable(path, e);
        }
    }

    private static IllegalArgumentException unusable(String path, XPathExpressionException e) {
        Throwable why = e.getCause() == null ? e : e.getCause();
        return new IllegalArgumentException("the path " + path + " cannot be used: " + why.getMessage());
    }

    /** All text in it, without blanks around it. */
    public String text() {
        Node of = node instanceof Document document ? document.getDocumentElement() : node;
        String text = of.getTextContent();
        return text == null ? "" : text.strip();
    }

    /** The value of an attribute of this element. */
    public Optional<String> attribute(String name) {
        Node of = node instanceof Document document ? document.getDocumentElement() : node;
        return of instanceof Element element && element.hasAttribute(name)
                ? Optional.of(element.getAttribute(name))
                : Optional.empty();
    }

    /** The name, without prefix; of a document that of its root. */
    public String name() {
        Node of = node instanceof Document document ? document.getDocumentElement() : node;
        return of.getNodeName();
    }

    /** All text in it. */
    @Override
    public String toString() {
        return text();
    }
}
