package io.countersign.sandbox.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** One public class that implements Workflow and can be made. */
final class MainClassRule {
    private static final String MAIN_CLASS = "MAIN_CLASS";
    private static final String WORKFLOW = "Workflow";

    private final Attribution unit;
    private final boolean unresolved;

    /** {@code unresolved}: names were not found, so that a class may implement more than can be seen. */
    MainClassRule(Attribution unit, boolean unresolved) {
        this.unit = unit;
        this.unresolved = unresolved;
    }

    /** The binary name of the workflow class; empty, with a finding, if there is none. */
    String find() {
        List<ClassTree> open = unit.unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(c -> c.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .collect(Collectors.toList());
        if (open.isEmpty()) {
            notPublic();
            return "";
        }
        if (open.size() > 1) {
            unit.add(open.get(1), MAIN_CLASS, "a script has one public class; leave public out at the others");
            return "";
        }
        ClassTree tree = open.get(0);
        Element e = unit.element(new TreePath(new TreePath(unit.unit), tree));
        return e instanceof TypeElement type && usable(tree, type) ? unit.binaryName(type) : "";
    }

    private void notPublic() {
        List<ClassTree> classes = unit.unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .toList();
        Optional<ClassTree> meant = classes.stream()
                .filter(MainClassRule::saysWorkflow)
                .findFirst()
                .or(() -> classes.size() == 1 ? Optional.of(classes.get(0)) : Optional.empty());
        unit.add(
                meant.map(Tree.class::cast).orElse(unit.unit),
                MAIN_CLASS,
                meant.map(c -> "make class " + c.getSimpleName() + " public: a").orElse("a")
                        + " script needs one public class that implements Workflow");
    }

    private static boolean saysWorkflow(ClassTree tree) {
        return tree.getImplementsClause().stream()
                .map(Tree::toString)
                .anyMatch(name -> name.equals(WORKFLOW) || name.endsWith("." + WORKFLOW));
    }

    private boolean usable(ClassTree tree, TypeElement type) {
        TypeElement workflow = unit.elements.getTypeElement("io.countersign.script.Workflow");
        if (type.getKind() != ElementKind.CLASS
                        && type.getKind() != ElementKind.RECORD
                        && type.getKind() != ElementKind.ENUM
                || workflow == null
                || !unit.types.isSubtype(type.asType(), workflow.asType())) {
            if (!unresolved || !saysWorkflow(tree)) {
                unit.add(tree, MAIN_CLASS, "class " + type.getSimpleName() + " must implement Workflow");
            }
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
                    MAIN_CLASS,
                    "class " + type.getSimpleName()
                            + " must not be an enum or abstract, and needs a constructor without parameters that is not private");
        }
        return made;
    }
}
