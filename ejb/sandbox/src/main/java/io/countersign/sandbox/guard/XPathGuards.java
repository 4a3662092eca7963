package io.countersign.sandbox.guard;

import io.countersign.script.SafeXml;
import java.io.IOException;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Guards of XPath: expressions are measured before they are compiled, documents are read as {@link XmlReadGuards} read them. */
public final class XPathGuards {
    private static final int LONGEST = 4_096;
    /** Each predicate may ask its question for every node of the document, and so may the predicate in it. */
    private static final int DEEPEST = 3;

    private XPathGuards() {}

    static void check(String expression) throws XPathExpressionException {
        ScriptThread.current().look();
        if (expression.length() > LONGEST) {
            throw new XPathExpressionException("an XPath expression is longer than " + LONGEST + " characters");
        }
        int deepest = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                depth += c == '[' ? 1 : -1;
                deepest = Math.max(deepest, depth);
            }
        }
        if (deepest > DEEPEST) {
            throw new XPathExpressionException("predicates of an XPath expression nest deeper than " + DEEPEST);
        }
    }

    private static Document read(InputSource source) throws XPathExpressionException {
        try {
            DocumentBuilderFactory factory = SafeXml.documents();
            factory.setNamespaceAware(true);
            return XmlReadGuards.parse(SafeXml.builder(factory), source);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new XPathExpressionException(e);
        }
    }

    private interface Evaluation<T> {
        T evaluate() throws XPathExpressionException;
    }

    /** What the JDK throws while it evaluates may hide what ends runs. */
    private static <T> T watched(Evaluation<T> evaluation) throws XPathExpressionException {
        Budget budget = ScriptThread.current();
        budget.look();
        try {
            T found = evaluation.evaluate();
            budget.look();
            return found;
        } catch (XPathExpressionException | RuntimeException e) {
            budget.caught(e);
            throw e;
        }
    }

    public static XPathExpression compile(XPath xpath, String expression) throws XPathExpressionException {
        check(expression);
        return watched(() -> xpath.compile(expression));
    }

    public static Object evaluate(XPath xpath, String expression, Object item, QName type)
            throws XPathExpressionException {
        check(expression);
        return watched(() -> xpath.evaluate(expression, item, type));
    }

    public static String evaluate(XPath xpath, String expression, Object item) throws XPathExpressionException {
        check(expression);
        return watched(() -> xpath.evaluate(expression, item));
    }

    public static Object evaluate(XPath xpath, String expression, InputSource source, QName type)
            throws XPathExpressionException {
        return evaluate(xpath, expression, read(source), type);
    }

    public static String evaluate(XPath xpath, String expression, InputSource source) throws XPathExpressionException {
        return evaluate(xpath, expression, read(source));
    }

    public static Object evaluate(XPathExpression expression, Object item, QName type) throws XPathExpressionException {
        return watched(() -> expression.evaluate(item, type));
    }

    public static String evaluate(XPathExpression expression, Object item) throws XPathExpressionException {
        return watched(() -> expression.evaluate(item));
    }

    public static Object evaluate(XPathExpression expression, InputSource source, QName type)
            throws XPathExpressionException {
        return evaluate(expression, read(source), type);
    }

    public static String evaluate(XPathExpression expression, InputSource source) throws XPathExpressionException {
        return evaluate(expression, read(source));
    }
}
