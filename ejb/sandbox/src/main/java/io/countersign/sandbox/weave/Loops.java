package io.countersign.sandbox.weave;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The jumps backwards of one method. Each goes to a turn at the method's end, one a loop, that counts in a local variable
 * and jumps on to where the loop begins; only every so often it asks the checkpoint:
 *
 * <pre>
 *   turn:  n++; if (n &lt; Checkpoint.strip) goto begin;
 *          Checkpoint.loop(n); n = 0; goto begin;
 * </pre>
 *
 * Two jumps and not one, so that the JVM's compiler sees a short inner loop without any call, which it can unroll and
 * vectorise, inside of an outer one. {@link WeaveCheck} knows this shape by heart.
 */
final class Loops {
    static final String STRIP = "strip";

    /** What the frame at a label holds, and the line that it is in. */
    private record Begin(Object[] locals, Object[] stack, int line) {}

    private final MethodVisitor out;
    private final int counter;
    private final Map<Label, Begin> begins = new HashMap<>();
    private final Map<Label, Label> turns = new LinkedHashMap<>();

    /** Writes to {@code out}; the local variable must be free. */
    Loops(MethodVisitor out, int counter) {
        this.out = out;
        this.counter = counter;
    }

    /** At the method's entry. */
    void start() {
        out.visitInsn(Opcodes.ICONST_0);
        out.visitVarInsn(Opcodes.ISTORE, counter);
    }

    /** A frame's local variables together with the counter. */
    Object[] withCounter(int count, Object[] locals) {
        int slots = 0;
        for (int i = 0; i < count; i++) {
            slots += locals[i] == Opcodes.LONG || locals[i] == Opcodes.DOUBLE ? 2 : 1;
        }
        Object[] all = Arrays.copyOf(locals, count + counter - slots + 1);
        Arrays.fill(all, count, all.length - 1, Opcodes.TOP);
        all[all.length - 1] = Opcodes.INTEGER;
        return all;
    }

    /** A label that a jump backwards may lead to, as every label with a frame. */
    void begin(Label label, Object[] locals, Object[] stack, int line) {
        begins.put(label, new Begin(locals, stack, line));
    }

    /** Where a jump backwards goes instead. */
    Label turn(Label begin) {
        return turns.computeIfAbsent(begin, b -> new Label());
    }

    /** Before an instruction that leaves the method. */
    void pay() {
        out.visitVarInsn(Opcodes.ILOAD, counter);
        out.visitMethodInsn(Opcodes.INVOKESTATIC, MethodWeaver.CHECKPOINT, "pay", "(I)V", false);
    }

    /** At the method's end. */
    void end() {
        turns.forEach((begin, turn) -> write(turn, begin, begins.get(begin)));
    }

    private void write(Label turn, Label begin, Begin at) {
        if (at == null) {
            throw new IllegalStateException("a loop without a frame");
        }
        out.visitLabel(turn);
        if (at.line > 0) {
            out.visitLineNumber(at.line, turn);
        }
        out.visitFrame(Opcodes.F_NEW, at.locals.length, at.locals, at.stack.length, at.stack);
        out.visitIincInsn(counter, 1);
        out.visitVarInsn(Opcodes.ILOAD, counter);
        out.visitFieldInsn(Opcodes.GETSTATIC, MethodWeaver.CHECKPOINT, STRIP, "I");
        out.visitJumpInsn(Opcodes.IF_ICMPLT, begin);
        out.visitVarInsn(Opcodes.ILOAD, counter);
        out.visitMethodInsn(Opcodes.INVOKESTATIC, MethodWeaver.CHECKPOINT, "loop", "(I)V", false);
        start();
        out.visitJumpInsn(Opcodes.GOTO, begin);
    }
}
