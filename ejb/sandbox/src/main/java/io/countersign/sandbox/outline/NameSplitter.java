package io.countersign.sandbox.outline;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import io.countersign.sandbox.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The source's own words at a place: what a call of that name in that line is given. */
final class NameSplitter {
    private final Map<String, List<Node>> calls = new HashMap<>();
    private final Receivers receivers = new Receivers();
    private final Constants constants;

    private NameSplitter(CompilationUnit unit) {
        this.constants = new Constants(unit);
        unit.walk(this::learn);
    }

    /** Reads a source that the compiler took; null if this parser does not. */
    static NameSplitter of(String source) {
        ParserConfiguration settings = new ParserConfiguration()
                .setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17)
                .setAttributeComments(false);
        CompilationUnit unit =
                new JavaParser(settings).parse(source).getResult().orElse(null);
        return unit == null || unit.getParsed() != Node.Parsedness.PARSED ? null : new NameSplitter(unit);
    }

    private void learn(Node node) {
        receivers.learn(node);
        if (node instanceof MethodCallExpr call) {
            keep(call.getName(), call.getNameAsString(), call);
        } else if (node instanceof MethodReferenceExpr reference) {
            keep(reference, reference.getIdentifier(), reference);
        }
    }

    private void keep(Node at, String name, Node call) {
        at.getRange().ifPresent(range -> calls.computeIfAbsent(key(name, range.begin.line), k -> new ArrayList<>())
                .add(call));
    }

    private static String key(String name, int line) {
        return name + ":" + line;
    }

    /** The arguments of every call that the place may be; those of a method reference are unknown. Never empty. */
    List<List<String>> at(Site site, int count) {
        List<List<String>> said = new ArrayList<>();
        for (Node node : calls.getOrDefault(key(site.member(), site.line()), List.of())) {
            if (node instanceof MethodCallExpr call && call.getArguments().size() == count) {
                Expression scope = call.getScope().orElse(null);
                if (!receivers.other(scope, site.reach())) {
                    said.add(call.getArguments().stream().map(constants::text).toList());
                }
            } else if (node instanceof MethodReferenceExpr) {
                said.add(unknown(count));
            }
        }
        return said.isEmpty() ? List.of(unknown(count)) : said;
    }

    /** Arguments of which nothing is known. */
    static List<String> unknown(int count) {
        return Collections.nCopies(count, Outline.VARIABLE);
    }
}
