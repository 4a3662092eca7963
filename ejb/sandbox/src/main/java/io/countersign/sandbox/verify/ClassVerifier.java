package io.countersign.sandbox.verify;

import io.countersign.sandbox.Finding;
import io.countersign.sandbox.allow.AllowList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.ModuleVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Reads class files and refuses what is not allowed; nothing is loaded before it has agreed. */
public final class ClassVerifier extends ClassVisitor {
    /** What the compiler is asked for; no preview features. */
    private static final int VERSION = Opcodes.V17;

    private final ScriptTypes types;
    private final List<Finding> findings;

    private ClassVerifier(ScriptTypes types, List<Finding> findings) {
        super(Opcodes.ASM9);
        this.types = types;
        this.findings = findings;
    }

    /** Everything that is wrong with the classes, by binary name; never throws for what is in them. */
    public static List<Finding> verify(Map<String, byte[]> classes) {
        List<Finding> findings = new ArrayList<>();
        try {
            classes.values().forEach(ClassLayout::check);
            ScriptTypes types = new ScriptTypes(classes.values());
            classes.forEach((name, bytes) -> {
                ClassReader reader = new ClassReader(bytes);
                if (!reader.getClassName().replace('/', '.').equals(name)) {
                    findings.add(new Finding(1, 1, "CLASS_NAME", "class file " + name + " holds another class"));
                }
                reader.accept(new ClassVerifier(types, findings), 0);
            });
        } catch (RuntimeException e) {
            findings.add(new Finding(1, 1, "CLASS_MALFORMED", "a class file cannot be read"));
        }
        return findings;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        if (version != VERSION) {
            refuse("CLASS_VERSION", "class files of this version are not allowed");
        }
        if (!DeclarationRules.mayBeIn(packageOf(name))) {
            refuse("PACKAGE_NOT_ALLOWED", DeclarationRules.PACKAGE_RULE);
        }
        if (!DeclarationRules.mayExtend(parent.replace('/', '.')) && !types.own(parent)) {
            refuse("EXTENDS_NOT_ALLOWED", "a class must not extend " + parent.replace('/', '.'));
        }
        for (String i : interfaces) {
            boolean annotation = (access & Opcodes.ACC_ANNOTATION) != 0 && i.equals("java/lang/annotation/Annotation");
            if (!annotation && !types.own(i) && !implementable(i.replace('/', '.'))) {
                refuse("IMPLEMENTS_NOT_ALLOWED", "a class must not implement " + i.replace('/', '.'));
            }
        }
    }

    private static String packageOf(String internalName) {
        int end = internalName.lastIndexOf('/');
        return end < 0 ? "" : internalName.substring(0, end).replace('/', '.');
    }

    private static boolean implementable(String name) {
        return AllowList.standard().hasClass(name) && DeclarationRules.mayImplement(name);
    }

    @Override
    public ModuleVisitor visitModule(String name, int access, String version) {
        refuse("MODULE_DECLARATION", "a script is a class, not a module");
        return null;
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        if ((access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_FINAL) == 0) {
            refuse("MUTABLE_STATIC", "static field " + name + " must be final");
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        if ((access & (Opcodes.ACC_SYNCHRONIZED | Opcodes.ACC_NATIVE)) != 0) {
            refuse("MODIFIER_NOT_ALLOWED", "method " + name + " must be neither synchronized nor native");
        }
        if (name.equals("finalize") && descriptor.equals("()V") || !DeclarationRules.mayDeclare(name)) {
            refuse("OVERRIDE_NOT_ALLOWED", "a script must not declare a method " + name);
        }
        return new CodeVerifier(name, types, findings);
    }

    private void refuse(String code, String message) {
        findings.add(new Finding(1, 1, code, message));
    }
}
