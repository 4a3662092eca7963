package io.countersign.sandbox.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.countersign.sandbox.Finding;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class files that no honest compiler makes of any source: the boundary does not rely on who made them. */
class ClassVerifierTest {
    private static final String OBJECT = "java/lang/Object";
    private static final Handle CONCAT = new Handle(
            Opcodes.H_INVOKESTATIC,
            "java/lang/invoke/StringConcatFactory",
            "makeConcatWithConstants",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;[Ljava/lang/Object;)Ljava/lang/invoke/CallSite;",
            false);

    static Stream<Arguments> code() {
        return Stream.of(
                code("SYNCHRONIZED", m -> {
                    m.visitVarInsn(Opcodes.ALOAD, 0);
                    m.visitInsn(Opcodes.MONITORENTER);
                }),
                code("CONSTANT_NOT_ALLOWED", m -> m.visitLdcInsn(exit(Opcodes.H_INVOKESTATIC))),
                code("CONSTANT_NOT_ALLOWED", m -> m.visitLdcInsn(Type.getMethodType("()V"))),
                code(
                        "CONSTANT_NOT_ALLOWED",
                        m -> m.visitLdcInsn(
                                new ConstantDynamic("c", "Ljava/lang/Object;", exit(Opcodes.H_INVOKESTATIC)))),
                code("TYPE_NOT_ALLOWED", m -> m.visitLdcInsn(Type.getObjectType("java/lang/Runtime"))),
                code("TYPE_NOT_ALLOWED", m -> m.visitTypeInsn(Opcodes.NEW, "java/lang/Thread")),
                code("TYPE_NOT_ALLOWED", m -> {
                    m.visitInsn(Opcodes.ACONST_NULL);
                    m.visitTypeInsn(Opcodes.CHECKCAST, "[[Ljava/lang/ClassLoader;");
                }),
                code("MEMBER_NOT_ALLOWED", m -> call(m, Opcodes.INVOKESTATIC, "java/lang/System", "exit", "(I)V")),
                code(
                        "MEMBER_NOT_ALLOWED",
                        m -> call(m, Opcodes.INVOKEVIRTUAL, "Made", "getClass", "()Ljava/lang/Class;")),
                code(
                        "MEMBER_NOT_ALLOWED",
                        m -> call(m, Opcodes.INVOKEVIRTUAL, "[I", "getClass", "()Ljava/lang/Class;")),
                code("MEMBER_NOT_ALLOWED", m -> call(m, Opcodes.INVOKEVIRTUAL, "Made", "wait", "()V")),
                // a listed name with another descriptor is another member
                code("MEMBER_NOT_ALLOWED", m -> call(m, Opcodes.INVOKESTATIC, "java/lang/Math", "max", "(JI)J")),
                code(
                        "MEMBER_NOT_ALLOWED",
                        m -> m.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "in", "Ljava/io/InputStream;")),
                // what may be read must not be written
                code("MEMBER_NOT_ALLOWED", m -> {
                    m.visitInsn(Opcodes.ICONST_0);
                    m.visitFieldInsn(Opcodes.PUTSTATIC, "java/lang/Integer", "MAX_VALUE", "I");
                }),
                code("DYNAMIC_NOT_ALLOWED", m -> m.visitInvokeDynamicInsn("f", "()V", exit(Opcodes.H_INVOKESTATIC))),
                code(
                        "DYNAMIC_NOT_ALLOWED",
                        m -> m.visitInvokeDynamicInsn(
                                "f",
                                "()V",
                                new Handle(
                                        Opcodes.H_NEWINVOKESPECIAL,
                                        CONCAT.getOwner(),
                                        CONCAT.getName(),
                                        CONCAT.getDesc(),
                                        false))),
                code(
                        "MEMBER_NOT_ALLOWED",
                        m -> m.visitInvokeDynamicInsn("f", "()V", CONCAT, exit(Opcodes.H_INVOKESTATIC))),
                code(
                        "HANDLE_NOT_ALLOWED",
                        m -> m.visitInvokeDynamicInsn(
                                "f", "()V", CONCAT, new Handle(Opcodes.H_PUTFIELD, "Made", "x", "I", false))),
                code(
                        "CONSTANT_NOT_ALLOWED",
                        m -> m.visitInvokeDynamicInsn(
                                "f", "()V", CONCAT, new ConstantDynamic("c", "I", exit(Opcodes.H_INVOKESTATIC)))),
                code("CATCH_ERROR", m -> catching(m, "java/lang/StackOverflowError")),
                code("CATCH_ERROR", m -> catching(m, "java/lang/VirtualMachineError")));
    }

    @ParameterizedTest
    @MethodSource("code")
    void codeOutsideOfTheListsIsRefused(String expected, Consumer<MethodVisitor> code) {
        assertEquals(expected, only(verify(made(Opcodes.V17, OBJECT, 0, code))));
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_4, Opcodes.V11, Opcodes.V18, Opcodes.V17 | Opcodes.V_PREVIEW})
    void anotherVersionIsRefused(int version) {
        assertEquals("CLASS_VERSION", only(verify(made(version, OBJECT, 0, m -> {}))));
    }

    @Test
    void aForeignParentIsRefused() {
        assertEquals("EXTENDS_NOT_ALLOWED", only(verify(made(Opcodes.V17, "java/lang/ClassLoader", 0, m -> {}))));
        assertEquals("EXTENDS_NOT_ALLOWED", only(verify(made(Opcodes.V17, "java/util/ArrayList", 0, m -> {}))));
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.ACC_SYNCHRONIZED, Opcodes.ACC_NATIVE})
    void aModifierThatReachesOutIsRefused(int modifier) {
        assertEquals("MODIFIER_NOT_ALLOWED", only(verify(made(Opcodes.V17, OBJECT, modifier, m -> {}))));
    }

    @Test
    void aClassFileUnderAnotherNameIsRefused() {
        List<Finding> findings = ClassVerifier.verify(Map.of("Other", made(Opcodes.V17, OBJECT, 0, m -> {})));
        assertEquals("CLASS_NAME", only(findings));
    }

    @Test
    void plainCodeIsAgreedTo() {
        assertEquals(List.of(), verify(made(Opcodes.V17, OBJECT, 0, m -> {
            m.visitInsn(Opcodes.ICONST_1);
            m.visitInsn(Opcodes.ICONST_2);
            call(m, Opcodes.INVOKESTATIC, "java/lang/Math", "max", "(II)I");
            m.visitInsn(Opcodes.POP);
        })));
    }

    private static Arguments code(String expected, Consumer<MethodVisitor> code) {
        return arguments(expected, code);
    }

    private static Handle exit(int tag) {
        return new Handle(tag, "java/lang/System", "exit", "(I)V", false);
    }

    private static void call(MethodVisitor m, int opcode, String owner, String name, String descriptor) {
        m.visitMethodInsn(opcode, owner, name, descriptor, false);
    }

    private static void catching(MethodVisitor m, String type) {
        Label start = new Label();
        Label end = new Label();
        m.visitTryCatchBlock(start, end, end, type);
        m.visitLabel(start);
        m.visitInsn(Opcodes.NOP);
        m.visitLabel(end);
    }

    private static String only(List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        return findings.get(0).code();
    }

    private static List<Finding> verify(byte[] made) {
        return ClassVerifier.verify(Map.of("Made", made));
    }

    private static byte[] made(int version, String parent, int modifier, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_PUBLIC, "Made", null, parent, null);
        MethodVisitor m = writer.visitMethod(Opcodes.ACC_PUBLIC | modifier, "run", "()V", null, null);
        m.visitCode();
        code.accept(m);
        m.visitInsn(Opcodes.RETURN);
        m.visitMaxs(4, 4);
        m.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
