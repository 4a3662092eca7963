package io.countersign.sandbox.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** One public class that implements Workflow and can be made. */
final class MainClassRule {
    private final Attribution unit;

    MainClassRule(Attribution unit) {
        this.unit = unit;
    }

    /** The binary name of the workflow class; empty, with a finding, if there is none. */
    String find() {
        List<ClassTree> open = unit.unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(c -> c.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .collect(Collectors.toList());
        if (open.size() != 1) {
            Tree at = open.size() > 1 ? open.get(1) : unit.unit;
            unit.add(
                    at,
                    "MAIN_CLASS",
                    open.isEmpty()
                            ? "a script needs one public class that implements Workflow"
                            : "a script has one public class; leave public out at the others");
            return "";
        }
        ClassTree tree = open.get(0);
        Element e = unit.element(new TreePath(new TreePath(unit.unit), tree));
        return e instanceof TypeElement type && usable(tree, type) ? unit.binaryName(type) : "";
    }

    private boolean usable(ClassTree tree, TypeElement type) {
        TypeElement workflow = unit.elements.getTypeElement("io.countersign.script.Workflow");
        if (type.getKind() != ElementKind.CLASS
                        && type.getKind() != ElementKind.RECORD
                        && type.getKind() != ElementKind.ENUM
                || workflow == null
                || !unit.types.isSubtype(type.asType(), workflow.asType())) {
            unit.add(tree, "MAIN_CLASS", "class " + type.getSimpleName() + " must implement Workflow");
            return false;
        }
        boolean made = type.getKind() != ElementKind.ENUM
                && !type.getModifiers().contains(Modifier.ABSTRACT)
                && type.getEnclosedElements().stream()
                        .filter(m -> m.getKind() == ElementKind.CONSTRUCTOR)
                        .map(ExecutableElement.class::cast)
                        .anyMatch(c ->
                                c.getParameters().isEmpty() && !c.getModifiers().contains(Modifier.PRIVATE));
        if (!made) {
            unit.add(
                    tree,
                    "MAIN_CLASS",
                    "class " + type.getSimpleName()
                            + " must not be an enum or abstract, and needs a constructor without parameters that is not private");
        }
        return made;
    }
}
