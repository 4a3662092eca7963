package io.countersign.sandbox.source;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Strings that the compiler would fold to more than a class file can hold. Names are taken by their last part and their
 * longest declaration, so the length is never too small; it is measured before the compiler folds.
 */
final class ConstantRule extends TreeScanner<Void, Void> {
    private static final long MOST = 65_535;

    private final Map<String, VariableTree> variables = new HashMap<>();
    private final Map<String, Long> lengths = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Attribution unit;

    ConstantRule(Attribution unit) {
        this.unit = unit;
    }

    /** Whether the compiler may go on. */
    boolean check(CompilationUnitTree tree) {
        scan(tree, null);
        boolean fine = true;
        for (VariableTree v : variables.values()) {
            if (length(v.getInitializer()) > MOST) {
                unit.add(
                        v,
                        "CONSTANT_TOO_LONG",
                        "constant " + v.getName()
                                + " grows beyond 65535 characters; build it in a method with a StringBuilder");
                fine = false;
            }
        }
        return fine;
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        if (node.getInitializer() != null) {
            variables.merge(node.getName().toString(), node, (a, b) -> b);
        }
        return super.visitVariable(node, unused);
    }

    private long length(Tree e) {
        if (e instanceof LiteralTree l) {
            return String.valueOf(l.getValue()).length();
        }
        if (e instanceof ParenthesizedTree p) {
            return length(p.getExpression());
        }
        if (e instanceof BinaryTree b && b.getKind() == Tree.Kind.PLUS) {
            return sum(b);
        }
        if (e instanceof IdentifierTree i) {
            return ofVariable(i.getName().toString());
        }
        return e instanceof MemberSelectTree m ? ofVariable(m.getIdentifier().toString()) : 0;
    }

    private long sum(BinaryTree binary) {
        long total = 0;
        ExpressionTree at = binary;
        while (at instanceof BinaryTree b && b.getKind() == Tree.Kind.PLUS) {
            total += length(b.getRightOperand());
            at = b.getLeftOperand();
        }
        return Math.min(total + length(at), Integer.MAX_VALUE);
    }

    private long ofVariable(String name) {
        VariableTree variable = variables.get(name);
        if (variable == null || !open.add(name)) {
            return 0;
        }
        Long known = lengths.get(name);
        long length = known != null ? known : length(variable.getInitializer());
        lengths.put(name, length);
        open.remove(name);
        return length;
    }
}
