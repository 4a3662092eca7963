package io.countersign.sandbox.guard;

import io.countersign.script.Xml;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import javax.xml.xpath.XPathExpressionException;

/** Guards of the script API's own helpers where they hand work to parts of the JDK that have no checkpoints. */
public final class ScriptApiGuards {
    private ScriptApiGuards() {}

    public static Xml parse(String text) {
        return Xml.read(new WatchedReader(new StringReader(text)));
    }

    private interface Search<T> {
        T search();
    }

    /** What the JDK throws while it searches may hide what ends runs. */
    private static <T> T watched(String path, Search<T> search) {
        Budget budget = ScriptThread.current();
        try {
            XPathGuards.check(path);
            T found = search.search();
            budget.look();
            return found;
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(e.getMessage());
        } catch (RuntimeException e) {
            budget.caught(e);
            throw e;
        }
    }

    public static String text(Xml xml, String path) {
        return watched(path, () -> xml.text(path));
    }

    public static List<String> texts(Xml xml, String path) {
        return watched(path, () -> xml.texts(path));
    }

    public static List<Xml> all(Xml xml, String path) {
        return watched(path, () -> xml.all(path));
    }

    public static Optional<Xml> first(Xml xml, String path) {
        return watched(path, () -> xml.first(path));
    }

    public static boolean has(Xml xml, String path) {
        return watched(path, () -> xml.has(path));
    }
}
