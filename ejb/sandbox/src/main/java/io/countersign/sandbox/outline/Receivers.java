package io.countersign.sandbox.outline;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells calls that merely share a name, such as {@code map.get(x)}, from those that could reach outside. */
final class Receivers {
    private static final Set<String> DATA_TYPES = Set.of(
            "Map",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "SortedMap",
            "EnumMap",
            "List",
            "ArrayList",
            "LinkedList",
            "Optional",
            "JsonObject",
            "JsonArray",
            "LocalDate",
            "LocalDateTime",
            "ZonedDateTime");
    private static final Map<Site.Reach, Set<String>> OTHER_GIVERS = Map.of(
            Site.Reach.HTTP,
                    Set.of("parameters", "enrichments", "headers", "secrets", "asJsonObject", "asJsonArray", "alert"),
            Site.Reach.SECRETS,
                    Set.of("parameters", "enrichments", "headers", "http", "asJsonObject", "asJsonArray", "alert"));

    private final Map<String, String> typeOfName = new HashMap<>();
    private final Set<String> declared = new HashSet<>();

    void learn(Node node) {
        if (node instanceof Parameter p) {
            name(p.getNameAsString(), p.getTypeAsString());
            declared.add(p.getNameAsString()); // the accessor, if it is a record's
        } else if (node instanceof VariableDeclarator v) {
            name(v.getNameAsString(), v.getTypeAsString());
        } else if (node instanceof TypePatternExpr p) {
            name(p.getNameAsString(), p.getTypeAsString());
        } else if (node instanceof TypeDeclaration<?> t) {
            declared.add(t.getNameAsString());
        } else if (node instanceof MethodDeclaration m) {
            declared.add(m.getNameAsString());
        }
    }

    private void name(String name, String type) {
        String plain = type.replaceAll("<.*", "");
        typeOfName.merge(name, plain, (a, b) -> a.equals(b) ? a : "");
    }

    /** Whether a call on this is certainly on something else. Words that the script itself declares prove nothing. */
    boolean other(Expression scope, Site.Reach reach) {
        if (scope instanceof NameExpr n) {
            String type = typeOfName.getOrDefault(n.getNameAsString(), "");
            return DATA_TYPES.contains(type) && !declared.contains(type);
        }
        return scope instanceof MethodCallExpr call
                && call.getArguments().isEmpty()
                && OTHER_GIVERS.getOrDefault(reach, Set.of()).contains(call.getNameAsString())
                && !declared.contains(call.getNameAsString());
    }
}
