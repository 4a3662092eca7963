package io.countersign.sandbox.source;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.countersign.sandbox.verify.DeclarationRules;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** What of the language itself is not for scripts. */
final class LanguageRules extends TreePathScanner<Void, Void> {
    private static final String INIT_CAUSE = "initCause";

    private final Attribution unit;

    LanguageRules(Attribution unit) {
        this.unit = unit;
    }

    @Override
    public Void visitCompilationUnit(CompilationUnitTree node, Void unused) {
        if (node.getModule() != null) {
            unit.add(node.getModule(), "MODULE_DECLARATION", "a script is a class, not a module");
        }
        if (node.getPackage() != null) {
            String name = node.getPackageName().toString();
            if (!DeclarationRules.mayBeIn(name)) {
                unit.add(
                        node.getPackage(),
                        "PACKAGE_NOT_ALLOWED",
                        "a script's package must not start with java, javax, jakarta or io.countersign; leave the declaration out");
            }
        }
        return super.visitCompilationUnit(node, unused);
    }

    @Override
    public Void visitSynchronized(SynchronizedTree node, Void unused) {
        unit.add(node, "SYNCHRONIZED", "a script has one thread; leave synchronized out");
        return super.visitSynchronized(node, unused);
    }

    @Override
    public Void visitModifiers(ModifiersTree node, Void unused) {
        if (node.getFlags().contains(Modifier.SYNCHRONIZED)) {
            unit.add(
                    getCurrentPath().getParentPath().getLeaf(),
                    "SYNCHRONIZED",
                    "a script has one thread; leave synchronized out");
        }
        if (node.getFlags().contains(Modifier.NATIVE)) {
            unit.add(getCurrentPath().getParentPath().getLeaf(), "NATIVE_METHOD", "native code is not for scripts");
        }
        return super.visitModifiers(node, unused);
    }

    @Override
    public Void visitCatch(CatchTree node, Void unused) {
        Tree type = node.getParameter().getType();
        TreePath parameter = new TreePath(getCurrentPath(), node.getParameter());
        if (type instanceof UnionTypeTree union) {
            TreePath at = new TreePath(parameter, union);
            union.getTypeAlternatives().forEach(t -> caught(t, unit.trees.getTypeMirror(new TreePath(at, t))));
        } else if (type != null) {
            caught(type, unit.trees.getTypeMirror(new TreePath(parameter, type)));
        }
        return super.visitCatch(node, unused);
    }

    private void caught(Tree at, TypeMirror type) {
        TypeElement named = unit.named(type);
        if (named == null) {
            return;
        }
        boolean throwable = named.getQualifiedName().contentEquals("java.lang.Throwable");
        boolean error = is(type, "java.lang.Error") && !is(type, "java.lang.AssertionError");
        if (throwable || error) {
            unit.add(
                    at,
                    "CATCH_ERROR",
                    "catching " + named.getSimpleName() + " is not allowed; catch Exception or something narrower");
        }
    }

    private boolean is(TypeMirror type, String ancestor) {
        TypeElement above = unit.elements.getTypeElement(ancestor);
        return above != null && type.getKind() == TypeKind.DECLARED && unit.types.isSubtype(type, above.asType());
    }

    @Override
    public Void visitVariable(VariableTree node, Void unused) {
        Element e = unit.element(getCurrentPath());
        if (e != null
                && e.getKind().isField()
                && e.getModifiers().contains(Modifier.STATIC)
                && !e.getModifiers().contains(Modifier.FINAL)) {
            unit.add(
                    node,
                    "MUTABLE_STATIC",
                    "static field " + node.getName()
                            + " must be final; keep what changes in an instance field or a local variable");
        }
        return super.visitVariable(node, unused);
    }

    @Override
    public Void visitClass(ClassTree node, Void unused) {
        Element e = unit.element(getCurrentPath());
        if (e instanceof TypeElement type && type.getSuperclass().getKind() == TypeKind.DECLARED) {
            TypeElement parent = unit.named(type.getSuperclass());
            if (parent != null
                    && !unit.ours(parent)
                    && !DeclarationRules.mayExtend(parent.getQualifiedName().toString())) {
                unit.add(
                        node.getExtendsClause() == null ? node : node.getExtendsClause(),
                        "EXTENDS_NOT_ALLOWED",
                        "a class may extend Object, Exception, RuntimeException or a class of the script, not "
                                + parent.getQualifiedName() + "; hold one in a field instead");
            }
        }
        for (Tree parent : node.getImplementsClause()) {
            TypeElement named = unit.named(unit.trees.getTypeMirror(new TreePath(getCurrentPath(), parent)));
            if (named != null
                    && !DeclarationRules.mayImplement(named.getQualifiedName().toString())) {
                unit.add(
                        parent,
                        "IMPLEMENTS_NOT_ALLOWED",
                        "a class must not implement " + named.getQualifiedName() + "; use the one of the JDK");
            }
        }
        return super.visitClass(node, unused);
    }

    @Override
    public Void visitMethod(MethodTree node, Void unused) {
        Element e = unit.element(getCurrentPath());
        String name = node.getName().toString();
        if (name.equals("finalize") && node.getParameters().isEmpty()) {
            unit.add(node, "OVERRIDE_NOT_ALLOWED", "finalize is not for scripts; use try with resources");
        }
        if (!DeclarationRules.mayDeclare(name)) {
            unit.add(node, "OVERRIDE_NOT_ALLOWED", "a script must not declare a method " + name);
        }
        if (e != null && name.equals(INIT_CAUSE) && is(e.getEnclosingElement().asType(), "java.lang.Throwable")) {
            unit.add(node, "OVERRIDE_NOT_ALLOWED", name + " of an exception must not be overridden");
        }
        return super.visitMethod(node, unused);
    }
}
