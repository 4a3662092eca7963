package io.countersign.sandbox.weave;

import io.countersign.sandbox.verify.ScriptTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves classes that the verifier has agreed to. */
public final class Weaver {
    /** Of a method's bytes and of a class's constants. */
    private static final int LARGEST = 65_535;

    private Weaver() {}

    /**
     * The same classes with checkpoints and guards.
     *
     * @throws NotWeavableException if a method or class grows beyond what a class file can hold, or came out without a
     *     checkpoint where it needs one
     */
    public static Woven weave(Map<String, byte[]> classes) {
        ScriptTypes types = new ScriptTypes(classes.values());
        Calls calls = Calls.of(classes.values(), types);
        Guards guards = new Guards(types);
        Map<String, byte[]> woven = new TreeMap<>();
        classes.forEach((name, bytes) -> woven.put(name, weave(bytes, calls, guards)));
        return new Woven(woven, WeaveCheck.check(woven.values()));
    }

    private static byte[] weave(byte[] bytes, Calls calls, Guards guards) {
        ClassReader reader = new ClassReader(bytes);
        try {
            return weave(reader, calls, guards);
        } catch (MethodTooLargeException e) {
            throw new NotWeavableException(
                    e.getClassName(),
                    e.getMethodName() + e.getDescriptor(),
                    true,
                    "comes to " + e.getCodeSize() + " bytes with its checkpoints, more than the " + LARGEST
                            + " that a class file can hold");
        } catch (ClassTooLargeException e) {
            throw new NotWeavableException(
                    e.getClassName(),
                    "",
                    true,
                    "comes to " + e.getConstantPoolCount() + " constants with its checkpoints, more than the " + LARGEST
                            + " that a class file can hold");
        }
    }

    private static byte[] weave(ClassReader reader, Calls calls, Guards guards) {
        List<MethodPlan> plans = plans(reader);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    private int next;

                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] thrown) {
                        MethodVisitor out = super.visitMethod(access, name, descriptor, signature, thrown);
                        MethodPlan plan = plans.get(next++);
                        return new MethodWeaver(
                                out,
                                plan,
                                calls.nesting(reader.getClassName(), name + descriptor),
                                plan.weight(name),
                                guards);
                    }
                },
                ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }

    private static List<MethodPlan> plans(ClassReader reader) {
        List<MethodPlan> plans = new ArrayList<>();
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] thrown) {
                        MethodPlan plan = new MethodPlan();
                        plans.add(plan);
                        return plan;
                    }
                },
                ClassReader.SKIP_FRAMES);
        return plans;
    }
}
