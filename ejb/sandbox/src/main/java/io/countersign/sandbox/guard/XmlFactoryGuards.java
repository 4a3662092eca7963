package io.countersign.sandbox.guard;

import io.countersign.script.SafeXml;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;

/**
 * Guards of the factories of XML: they are hardened from the start. What scripts set to harden them is accepted and changes
 * nothing; what would loosen them is refused.
 */
public final class XmlFactoryGuards {
    private static final String SAX = "http://xml.org/sax/features/";
    private static final String APACHE = "http://apache.org/xml/features/";

    /** The features that a script may name, each with the only value that it may give. */
    private static final Map<String, Boolean> FEATURES = Map.of(
            XMLConstants.FEATURE_SECURE_PROCESSING,
            true,
            APACHE + "disallow-doctype-decl",
            true,
            SAX + "external-general-entities",
            false,
            SAX + "external-parameter-entities",
            false,
            SAX + "validation",
            false,
            APACHE + "nonvalidating/load-external-dtd",
            false,
            APACHE + "nonvalidating/load-dtd-grammar",
            false,
            APACHE + "validation/schema",
            false,
            APACHE + "xinclude",
            false);

    private static final Set<String> WITHOUT_ACCESS = Set.of(
            XMLConstants.ACCESS_EXTERNAL_DTD,
            XMLConstants.ACCESS_EXTERNAL_SCHEMA,
            XMLConstants.ACCESS_EXTERNAL_STYLESHEET);

    private static final Set<String> ALWAYS_OFF = Set.of(
            XMLInputFactory.SUPPORT_DTD,
            XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES,
            XMLInputFactory.IS_VALIDATING);

    private static final Set<String> EITHER_WAY = Set.of(
            XMLInputFactory.IS_COALESCING,
            XMLInputFactory.IS_NAMESPACE_AWARE,
            XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES);

    private XmlFactoryGuards() {}

    public static DocumentBuilderFactory documentBuilderFactory() {
        return SafeXml.documents();
    }

    public static XMLInputFactory inputFactory() {
        return SafeXml.streams();
    }

    public static XMLOutputFactory outputFactory() {
        return XMLOutputFactory.newDefaultFactory();
    }

    public static XPathFactory xpathFactory() {
        return SafeXml.paths();
    }

    public static DocumentBuilder newDocumentBuilder(DocumentBuilderFactory factory)
            throws ParserConfigurationException {
        return SafeXml.builder(factory);
    }

    public static void setFeature(DocumentBuilderFactory factory, String name, boolean value)
            throws ParserConfigurationException {
        if (!hardens(name, value)) {
            throw new ParserConfigurationException(refusal("feature", name, value));
        }
    }

    public static void setFeature(XPathFactory factory, String name, boolean value)
            throws XPathFactoryConfigurationException {
        if (!hardens(name, value)) {
            throw new XPathFactoryConfigurationException(refusal("feature", name, value));
        }
    }

    private static boolean hardens(String name, boolean value) {
        Boolean only = FEATURES.get(Objects.requireNonNull(name));
        return only != null && only == value;
    }

    public static void setAttribute(DocumentBuilderFactory factory, String name, Object value) {
        if (!WITHOUT_ACCESS.contains(Objects.requireNonNull(name)) || !"".equals(value)) {
            throw new IllegalArgumentException(refusal("attribute", name, value));
        }
    }

    public static void setValidating(DocumentBuilderFactory factory, boolean value) {
        onlyOff("setValidating", value);
    }

    public static void setXIncludeAware(DocumentBuilderFactory factory, boolean value) {
        onlyOff("setXIncludeAware", value);
    }

    private static void onlyOff(String what, boolean value) {
        if (value) {
            throw new UnsupportedOperationException(what + "(true) is not for scripts");
        }
    }

    public static void setProperty(XMLInputFactory factory, String name, Object value) {
        boolean off = Boolean.FALSE.equals(value) || "false".equals(value);
        if (EITHER_WAY.contains(Objects.requireNonNull(name)) && value instanceof Boolean) {
            factory.setProperty(name, value);
        } else if (!(ALWAYS_OFF.contains(name) && off || WITHOUT_ACCESS.contains(name) && "".equals(value))) {
            throw new IllegalArgumentException(refusal("property", name, value));
        }
    }

    public static void setProperty(XMLOutputFactory factory, String name, Object value) {
        if (!XMLOutputFactory.IS_REPAIRING_NAMESPACES.equals(name) || !(value instanceof Boolean)) {
            throw new IllegalArgumentException(refusal("property", name, value));
        }
        factory.setProperty(name, value);
    }

    private static String refusal(String what, String name, Object value) {
        String shown = value instanceof String || value instanceof Boolean ? " = " + value : "";
        return "the XML " + what + " " + name + shown
                + " is not for scripts: documents are read without document type, entities, schema and network";
    }
}
