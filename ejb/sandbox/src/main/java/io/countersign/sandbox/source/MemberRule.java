package io.countersign.sandbox.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import io.countersign.sandbox.allow.AllowList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Every class, method, constructor and field that a source names must be on a list. The verifier asks the same of the
 * bytecode and is the boundary; this rule knows columns and speaks earlier.
 */
final class MemberRule extends TreePathScanner<Void, Void> {
    private final Attribution unit;
    private final AllowList allow = AllowList.standard();
    /** Expressions that were refused; what is called on their values follows from that. */
    private final Set<Tree> refused = Collections.newSetFromMap(new IdentityHashMap<>());

    MemberRule(Attribution unit) {
        this.unit = unit;
    }

    @Override
    public Void visitImport(ImportTree node, Void unused) {
        if (!(node.getQualifiedIdentifier() instanceof MemberSelectTree name)) {
            return null;
        }
        boolean all = name.getIdentifier().contentEquals("*");
        String owner = name.getExpression().toString();
        if (node.isStatic()) {
            importedType(name.getExpression(), owner);
        } else if (!all) {
            importedType(name, name.toString());
        } else if (unit.elements.getTypeElement(owner) != null) {
            importedType(name.getExpression(), owner);
        } else if (unit.elements.getPackageElement(owner) != null && !allow.hasPackage(owner)) {
            unit.add(name, "IMPORT_NOT_ALLOWED", "nothing of " + owner + " is allowed" + AllowListHints.instead(owner));
        }
        return null;
    }

    private void importedType(Tree at, String name) {
        TypeElement type = unit.elements.getTypeElement(name);
        if (type != null && !unit.ours(type) && !allow.hasClass(unit.binaryName(type))) {
            unit.add(matter(type), at, "IMPORT_NOT_ALLOWED", name + " is not allowed" + AllowListHints.instead(name));
        }
    }

    @Override
    public Void visitIdentifier(IdentifierTree node, Void unused) {
        super.visitIdentifier(node, unused);
        check(node, null, node.getName().toString());
        return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree node, Void unused) {
        super.visitMemberSelect(node, unused);
        if (!follows(node, node.getExpression())) {
            check(node, node.getExpression(), node.getIdentifier().toString());
        }
        return null;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree node, Void unused) {
        super.visitMemberReference(node, unused);
        String name = node.getName().toString();
        if (!follows(node, node.getQualifierExpression())) {
            check(node, node.getQualifierExpression(), name.equals("<init>") ? "new" : name);
        }
        return null;
    }

    private boolean follows(Tree node, Tree receiver) {
        Tree at = receiver;
        while (at != null && !refused.contains(at)) {
            at = within(at);
        }
        return at != null && refused.add(node);
    }

    /** What the value of an expression comes from; null if it is no call or the like of something else. */
    private static Tree within(Tree expression) {
        if (expression instanceof ParenthesizedTree p) {
            return p.getExpression();
        }
        if (expression instanceof TypeCastTree c) {
            return c.getExpression();
        }
        if (expression instanceof ArrayAccessTree a) {
            return a.getExpression();
        }
        return expression instanceof MethodInvocationTree m ? m.getMethodSelect() : null;
    }

    private static String matter(TypeElement type) {
        return "class " + type.getQualifiedName();
    }

    @Override
    public Void visitNewClass(NewClassTree node, Void unused) {
        Element e = unit.element(getCurrentPath());
        if (e instanceof ExecutableElement made && node.getClassBody() == null) {
            member(node, unit.typeOf(made), made, false, "new " + node.getIdentifier());
        }
        return super.visitNewClass(node, unused);
    }

    private void check(Tree node, ExpressionTree receiver, String name) {
        Element e = unit.element(getCurrentPath());
        if (e instanceof TypeElement type) {
            if (e.asType().getKind() != TypeKind.ERROR && !unit.ours(e) && !allow.hasClass(unit.binaryName(type))) {
                refused.add(node);
                unit.addAtName(
                        matter(type),
                        node,
                        name,
                        "TYPE_NOT_ALLOWED",
                        type.getQualifiedName() + " is not allowed"
                                + AllowListHints.instead(type.getQualifiedName().toString()));
            }
        } else if (e instanceof ExecutableElement method && e.getKind() != ElementKind.STATIC_INIT) {
            member(node, through(receiver), method, statically(receiver), name);
        } else if (e instanceof VariableElement field && e.getKind().isField()) {
            field(node, field, statically(receiver), name);
        }
    }

    private TypeElement through(ExpressionTree receiver) {
        return receiver == null ? null : unit.named(unit.trees.getTypeMirror(new TreePath(getCurrentPath(), receiver)));
    }

    private boolean statically(ExpressionTree receiver) {
        return receiver != null && unit.element(new TreePath(getCurrentPath(), receiver)) instanceof TypeElement;
    }

    private void member(Tree at, TypeElement through, ExecutableElement method, boolean named, String shown) {
        TypeElement owner = unit.typeOf(method);
        if (owner == null || unit.ours(owner) || unit.typeOf(method).asType().getKind() == TypeKind.ERROR) {
            return;
        }
        String signature = method.getSimpleName() + unit.descriptor(method);
        boolean array = owner.getQualifiedName().contentEquals("Array");
        if (array || listed(owner, signature) || through != null && !unit.ours(through) && listed(through, signature)) {
            if (owner.getQualifiedName().contentEquals("java.lang.Class")) {
                refuse(at, owner, method.getSimpleName().toString(), shown);
            }
            return;
        }
        if (!(named && !allow.hasClass(unit.binaryName(owner)))
                && !(shown.startsWith("new") && !allow.hasClass(unit.binaryName(owner)))) {
            refuse(at, owner, method.getSimpleName().toString(), shown);
        }
    }

    private void field(Tree at, VariableElement field, boolean named, String shown) {
        TypeElement owner = unit.typeOf(field);
        if (owner == null
                || unit.ours(owner)
                || shown.equals("length")
                || shown.equals("class")
                || shown.equals("this")
                || shown.equals("super")) {
            return;
        }
        StringBuilder signature = new StringBuilder(shown).append(' ');
        unit.describe(unit.types.erasure(field.asType()), signature);
        if (!listed(owner, signature.toString()) && !(named && !allow.hasClass(unit.binaryName(owner)))) {
            refuse(at, owner, shown, shown);
        }
    }

    private boolean listed(TypeElement owner, String signature) {
        return allow.find(unit.binaryName(owner), signature) != null;
    }

    private void refuse(Tree at, TypeElement owner, String member, String shown) {
        String name = owner.getQualifiedName().toString();
        String text = member.equals("<init>") ? "new " + name + "(...)" : name + "." + member;
        String message =
                text + " is not allowed" + AllowListHints.instead(member.equals("<init>") ? name : name + "." + member);
        refused.add(at);
        String matter = allow.hasClass(unit.binaryName(owner)) ? text : matter(owner);
        if (member.equals("<init>")) {
            unit.add(matter, at, "MEMBER_NOT_ALLOWED", message);
        } else {
            unit.addAtName(matter, at, shown, "MEMBER_NOT_ALLOWED", message);
        }
    }
}
