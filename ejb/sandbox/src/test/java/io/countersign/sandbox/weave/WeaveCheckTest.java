package io.countersign.sandbox.weave;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** What the proof of woven code refuses, each method written by hand: one counter, in local variable 3. */
class WeaveCheckTest {
    private static final int COUNTER = 3;

    @Test
    void aTurnIsAgreedTo() {
        assertDoesNotThrow(() -> check(m -> {
            entry(m);
            turn(m, begin(m), 1);
        }));
    }

    @Test
    void aLongMethodWithoutCheckpointAtItsEntryIsRefused() {
        refused(m -> IntStream.range(0, 20).forEach(i -> m.visitInsn(Opcodes.NOP)));
    }

    @Test
    void aJumpBackwardsWithoutTurnIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitJumpInsn(Opcodes.GOTO, begin);
        });
    }

    @Test
    void aJumpBackwardsAfterACheckpointIsAgreedTo() {
        assertDoesNotThrow(() -> check(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitInsn(Opcodes.ICONST_0);
            tick(m);
            m.visitJumpInsn(Opcodes.IFEQ, begin);
        }));
    }

    @Test
    void aJumpThatPassesByItsCheckpointIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            Label around = new Label();
            m.visitInsn(Opcodes.ICONST_0);
            m.visitJumpInsn(Opcodes.IFEQ, around);
            tick(m);
            m.visitLabel(around);
            m.visitJumpInsn(Opcodes.GOTO, begin);
        });
    }

    @Test
    void aSwitchBackwardsNeedsACheckpoint() {
        refused(m -> switchBackwards(m, false));
        assertDoesNotThrow(() -> check(m -> switchBackwards(m, true)));
    }

    private static void switchBackwards(MethodVisitor m, boolean asks) {
        entry(m);
        Label begin = begin(m);
        m.visitInsn(Opcodes.ICONST_0);
        if (asks) {
            tick(m);
        }
        m.visitTableSwitchInsn(0, 0, begin, begin);
    }

    @Test
    void aTurnThatDoesNotCountIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitVarInsn(Opcodes.ILOAD, COUNTER);
            strip(m);
            m.visitJumpInsn(Opcodes.IF_ICMPLT, begin);
        });
    }

    @Test
    void aTurnThatAsksNobodyIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitVarInsn(Opcodes.ILOAD, COUNTER);
            m.visitInsn(Opcodes.POP);
            zero(m);
            m.visitJumpInsn(Opcodes.GOTO, begin);
        });
    }

    @Test
    void aCounterThatTheBodySetsBackIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            zero(m);
            turn(m, begin, 1);
        });
    }

    @Test
    void aCounterThatTheBodyCountsDownIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitIincInsn(COUNTER, -1);
            turn(m, begin, 1);
        });
    }

    @Test
    void aCounterInsideOfALongVariableIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            m.visitInsn(Opcodes.LCONST_0);
            m.visitVarInsn(Opcodes.LSTORE, COUNTER - 1);
            turn(m, begin, 1);
        });
    }

    @Test
    void aTurnThatCountsBackwardsIsRefused() {
        refused(m -> {
            entry(m);
            turn(m, begin(m), -1);
        });
    }

    @Test
    void aTurnEnteredInItsMiddleIsRefused() {
        refused(m -> {
            entry(m);
            Label begin = begin(m);
            Label middle = new Label();
            m.visitInsn(Opcodes.ICONST_1);
            m.visitJumpInsn(Opcodes.IFEQ, middle);
            m.visitIincInsn(COUNTER, 1);
            m.visitLabel(middle);
            m.visitVarInsn(Opcodes.ILOAD, COUNTER);
            strip(m);
            m.visitJumpInsn(Opcodes.IF_ICMPLT, begin);
        });
    }

    @Test
    void aFarTurnIsAgreedToOnlyIfItCounts() {
        assertDoesNotThrow(() -> check(m -> far(m, true)));
        refused(m -> far(m, false));
    }

    @Test
    void aSubroutineIsRefused() {
        refused(m -> {
            entry(m);
            m.visitVarInsn(Opcodes.RET, 1);
        });
    }

    private static void far(MethodVisitor m, boolean counts) {
        entry(m);
        Label begin = begin(m);
        Label done = new Label();
        if (counts) {
            m.visitIincInsn(COUNTER, 1);
        }
        m.visitVarInsn(Opcodes.ILOAD, COUNTER);
        strip(m);
        m.visitJumpInsn(Opcodes.IF_ICMPGE, done);
        m.visitJumpInsn(Opcodes.GOTO, begin);
        m.visitLabel(done);
    }

    private static void entry(MethodVisitor m) {
        tick(m);
        zero(m);
    }

    private static void tick(MethodVisitor m) {
        m.visitMethodInsn(Opcodes.INVOKESTATIC, MethodWeaver.CHECKPOINT, "tick", "()V", false);
    }

    private static Label begin(MethodVisitor m) {
        Label begin = new Label();
        m.visitLabel(begin);
        return begin;
    }

    private static void zero(MethodVisitor m) {
        m.visitInsn(Opcodes.ICONST_0);
        m.visitVarInsn(Opcodes.ISTORE, COUNTER);
    }

    private static void strip(MethodVisitor m) {
        m.visitFieldInsn(Opcodes.GETSTATIC, MethodWeaver.CHECKPOINT, Loops.STRIP, "I");
    }

    private static void turn(MethodVisitor m, Label begin, int step) {
        m.visitIincInsn(COUNTER, step);
        m.visitVarInsn(Opcodes.ILOAD, COUNTER);
        strip(m);
        m.visitJumpInsn(Opcodes.IF_ICMPLT, begin);
        m.visitVarInsn(Opcodes.ILOAD, COUNTER);
        m.visitMethodInsn(Opcodes.INVOKESTATIC, MethodWeaver.CHECKPOINT, "loop", "(I)V", false);
        zero(m);
        m.visitJumpInsn(Opcodes.GOTO, begin);
    }

    private static void refused(Consumer<MethodVisitor> code) {
        assertThrows(IllegalStateException.class, () -> check(code));
    }

    private static void check(Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Woven", null, "java/lang/Object", null);
        MethodVisitor m = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        m.visitCode();
        code.accept(m);
        m.visitInsn(Opcodes.RETURN);
        m.visitMaxs(4, 4);
        m.visitEnd();
        writer.visitEnd();
        WeaveCheck.check(List.of(writer.toByteArray()));
    }
}
