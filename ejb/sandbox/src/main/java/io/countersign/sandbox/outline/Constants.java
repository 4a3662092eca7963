package io.countersign.sandbox.outline;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithSimpleName;
import io.countersign.sandbox.Outline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What an expression's text will be, as far as the source alone tells. A name is followed only if it is declared once in
 * the whole unit and never assigned again: better {@code {…}} than a wrong word.
 */
final class Constants {
    private static final int LONGEST = 400;
    private static final int DEEPEST = 40;

    private final Map<String, VariableDeclarator> once = new HashMap<>();
    private final Set<String> changing = new HashSet<>();
    private final Set<String> types = new HashSet<>();

    Constants(CompilationUnit unit) {
        unit.walk(this::learn);
        changing.forEach(once::remove);
    }

    private void learn(Node node) {
        if (node instanceof VariableDeclarator v) {
            if (once.put(v.getNameAsString(), v) != null || v.getInitializer().isEmpty()) {
                changing.add(v.getNameAsString());
            }
        } else if (node instanceof Parameter || node instanceof TypePatternExpr) {
            changing.add(((NodeWithSimpleName<?>) node).getNameAsString());
        } else if (node instanceof TypeDeclaration<?> t) {
            types.add(t.getNameAsString());
        } else if (node instanceof AssignExpr a) {
            changing.add(lastName(a.getTarget()));
        } else if (node instanceof UnaryExpr u && u.getOperator() != UnaryExpr.Operator.MINUS) {
            changing.add(lastName(u.getExpression()));
        }
    }

    private static String lastName(Expression e) {
        if (e instanceof EnclosedExpr inner) {
            return lastName(inner.getInner());
        }
        return e instanceof FieldAccessExpr f
                ? f.getNameAsString()
                : e instanceof NameExpr n ? n.getNameAsString() : "";
    }

    /** The text, {@link Outline#VARIABLE} for what is not known of it. */
    String text(Expression e) {
        String text = text(e, 0);
        text = text.replace(Outline.VARIABLE + Outline.VARIABLE, Outline.VARIABLE);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + Outline.VARIABLE;
    }

    private String text(Expression e, int depth) {
        if (depth > DEEPEST) {
            return Outline.VARIABLE;
        }
        if (e instanceof StringLiteralExpr s) {
            return s.asString();
        } else if (e instanceof TextBlockLiteralExpr t) {
            return t.asString();
        } else if (e instanceof CharLiteralExpr c) {
            return String.valueOf(c.asChar());
        } else if (e instanceof IntegerLiteralExpr i) {
            return i.asNumber().toString();
        } else if (e instanceof EnclosedExpr inner) {
            return text(inner.getInner(), depth + 1);
        } else if (e instanceof BinaryExpr b && b.getOperator() == BinaryExpr.Operator.PLUS) {
            return sum(b, depth);
        } else if (e instanceof NameExpr n) {
            return named(n, n.getNameAsString(), depth);
        } else if (e instanceof FieldAccessExpr f && ofThisUnit(f.getScope())) {
            return named(f, f.getNameAsString(), depth);
        } else if (e instanceof MethodCallExpr call) {
            return formatted(call, depth);
        }
        return Outline.VARIABLE;
    }

    /** A sum is a text if one of its sides is; the left side of a long chain is a sum again. */
    private String sum(BinaryExpr b, int depth) {
        boolean words = holdsText(b, 0);
        if (!words) {
            return Outline.VARIABLE;
        }
        String left = text(b.getLeft(), depth + 1);
        String right = text(b.getRight(), depth + 1);
        return left.length() > 4 * LONGEST ? left : left + right;
    }

    private boolean holdsText(Expression e, int depth) {
        if (e instanceof BinaryExpr b && depth < DEEPEST) {
            return holdsText(b.getLeft(), depth + 1) || holdsText(b.getRight(), depth + 1);
        }
        return e instanceof StringLiteralExpr
                || e instanceof TextBlockLiteralExpr
                || e instanceof NameExpr n && ofTypeString(once.get(n.getNameAsString()))
                || e instanceof FieldAccessExpr f && ofTypeString(once.get(f.getNameAsString()));
    }

    private static boolean ofTypeString(VariableDeclarator v) {
        return v != null && v.getTypeAsString().equals("String");
    }

    private boolean ofThisUnit(Expression scope) {
        return scope.isThisExpr() || scope instanceof NameExpr n && types.contains(n.getNameAsString());
    }

    private String named(Node use, String name, int depth) {
        VariableDeclarator v = once.get(name);
        if (v == null || v.getInitializer().isEmpty() || !reaches(v, use)) {
            return Outline.VARIABLE;
        }
        Expression initial = v.getInitializer().get();
        boolean text = ofTypeString(v)
                || v.getTypeAsString().equals("var")
                || v.getTypeAsString().equals("int");
        return text ? text(initial, depth + 1) : Outline.VARIABLE;
    }

    /** A field is known everywhere; a local variable only inside of the block that declares it. */
    private static boolean reaches(VariableDeclarator v, Node use) {
        Node declaration = v.getParentNode().orElse(null);
        if (declaration instanceof FieldDeclaration) {
            return true;
        }
        Node block = declaration;
        while (block != null
                && !(block instanceof com.github.javaparser.ast.stmt.Statement s && !s.isExpressionStmt())) {
            block = block.getParentNode().orElse(null);
        }
        return block != null && block.isAncestorOf(use);
    }

    /** {@code "…%s…".formatted(x)} and {@code String.format("…%s…", x)}: the words between the values. */
    private String formatted(MethodCallExpr call, int depth) {
        Expression scope = call.getScope().orElse(null);
        Expression format = null;
        if (scope != null && call.getNameAsString().equals("formatted")) {
            format = scope;
        } else if (scope != null
                && call.getNameAsString().equals("format")
                && scope.toString().equals("String")
                && call.getArguments().size() > 0) {
            format = call.getArgument(0);
        }
        if (!(format instanceof StringLiteralExpr || format instanceof TextBlockLiteralExpr)) {
            return Outline.VARIABLE;
        }
        String pattern = text(format, depth + 1).replace("%%", "\0").replace("%n", "\n");
        return pattern.replaceAll("%[-#+ 0,(\\d$.<]*[a-zA-Z]", Matcher.quoteReplacement(Outline.VARIABLE))
                .replace('\0', '%');
    }
}
