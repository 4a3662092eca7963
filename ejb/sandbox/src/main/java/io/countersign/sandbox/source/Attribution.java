package io.countersign.sandbox.source;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import io.countersign.sandbox.Finding;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A parsed and attributed unit: what names mean, where things are, and the findings so far. */
final class Attribution {
    final CompilationUnitTree unit;
    final Trees trees;
    final Elements elements;
    final Types types;
    private final SourcePositions positions;
    private final FindingList findings = new FindingList();

    Attribution(JavacTask task, CompilationUnitTree unit) {
        this.unit = unit;
        this.trees = Trees.instance(task);
        this.elements = task.getElements();
        this.types = task.getTypes();
        this.positions = trees.getSourcePositions();
    }

    void add(Tree at, String code, String message) {
        add(code + " " + message, at, code, message);
    }

    /** A finding that is one with others about the same matter. */
    void add(String matter, Tree at, String code, String message) {
        long start = positions.getStartPosition(unit, at);
        long line = start < 0 ? 1 : unit.getLineMap().getLineNumber(start);
        long column = start < 0 ? 1 : unit.getLineMap().getColumnNumber(start);
        findings.add(matter, new Finding((int) line, (int) column, code, message));
    }

    /** Puts the finding at the end of the tree's first dotted name, where the member's own name stands. */
    void addAtName(String matter, Tree select, String name, String code, String message) {
        long end = positions.getEndPosition(unit, select);
        long start = end < 0 ? -1 : end - name.length();
        if (start < 0) {
            return; // the compiler's own tree, as for the type behind var
        }
        findings.add(
                matter,
                new Finding(
                        (int) unit.getLineMap().getLineNumber(start),
                        (int) unit.getLineMap().getColumnNumber(start),
                        code,
                        message));
    }

    FindingList found() {
        return findings;
    }

    /** One for each matter. */
    List<Finding> findings() {
        return findings.merged();
    }

    Element element(TreePath path) {
        return trees.getElement(path);
    }

    /** Whether the script itself declares it. */
    boolean ours(Element e) {
        Element top = e;
        while (top != null && !(top instanceof TypeElement)) {
            top = top.getEnclosingElement();
        }
        return top == null || trees.getTree((TypeElement) top) != null;
    }

    TypeElement typeOf(Element member) {
        Element e = member.getEnclosingElement();
        return e instanceof TypeElement t ? t : null;
    }

    String binaryName(TypeElement type) {
        return elements.getBinaryName(type).toString();
    }

    /** The class that a reference through this type names; null for primitives, arrays and the like. */
    TypeElement named(TypeMirror type) {
        if (type == null || type.getKind() == TypeKind.ERROR) {
            return null;
        }
        TypeMirror erased = types.erasure(type);
        return erased.getKind() == TypeKind.DECLARED ? (TypeElement) ((DeclaredType) erased).asElement() : null;
    }

    String descriptor(ExecutableElement method) {
        StringBuilder out = new StringBuilder("(");
        method.getParameters().forEach(p -> describe(types.erasure(p.asType()), out));
        describe(types.erasure(method.getReturnType()), out.append(')'));
        return out.toString();
    }

    void describe(TypeMirror type, StringBuilder out) {
        switch (type.getKind()) {
            case BOOLEAN -> out.append('Z');
            case BYTE -> out.append('B');
            case SHORT -> out.append('S');
            case CHAR -> out.append('C');
            case INT -> out.append('I');
            case LONG -> out.append('J');
            case FLOAT -> out.append('F');
            case DOUBLE -> out.append('D');
            case VOID -> out.append('V');
            case ARRAY -> describe(types.erasure(((ArrayType) type).getComponentType()), out.append('['));
            case DECLARED ->
                out.append('L')
                        .append(binaryName((TypeElement) ((DeclaredType) type).asElement())
                                .replace('.', '/'))
                        .append(';');
            default -> out.append('?');
        }
    }
}
