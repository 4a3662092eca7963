package io.countersign.sandbox.weave;

import io.countersign.sandbox.guard.FrameWeight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.Opcodes;

/** A first look at a method: which of its loops count to themselves, and which handlers cover themselves. */
final class MethodPlan extends EachInstruction {
    private static final Set<Integer> SLOW = Set.of(
            Opcodes.INVOKEVIRTUAL,
            Opcodes.INVOKESPECIAL,
            Opcodes.INVOKESTATIC,
            Opcodes.INVOKEINTERFACE,
            Opcodes.INVOKEDYNAMIC,
            Opcodes.IDIV,
            Opcodes.IREM,
            Opcodes.LDIV,
            Opcodes.LREM);

    /** What weaving pushes on top of the method's own operand stack at most. */
    private static final int WOVEN_STACK = 8;

    private final Map<Label, Integer> order = new HashMap<>();
    private final List<Label[]> blocks = new ArrayList<>();
    /** Before how many instructions each label stands. */
    private final Map<Label, Integer> places = new HashMap<>();
    /** Of each jump backwards, whether nothing in its loop is slow. */
    private final List<Boolean> quick = new ArrayList<>();

    private int length;
    private int lastSlow = -1;
    private int locals;
    private int stack;
    private int dimensions;

    /**
     * Whether the n-th jump backwards is that of a loop which the JVM's compiler may unroll and vectorise, if nothing else
     * is in its way: a checkpoint would cost it most. Beside a call or a division one is hardly seen, and leaves the loop
     * as it was.
     */
    boolean quick(int n) {
        return quick.get(n);
    }

    /** Whether any loop is quick. */
    boolean anyQuick() {
        return quick.contains(true);
    }

    /** The first local variable that the method does not use. */
    int freeLocal() {
        return locals;
    }

    /** The {@link FrameWeight} of the method when it is woven. */
    int weight(String name) {
        int slots = locals + 1 + dimensions + stack + WOVEN_STACK;
        return FrameWeight.of(name, slots, length);
    }

    /** Whether the n-th handler lies at or before the start of what it covers, up to its own start only. */
    boolean emptyWhenTrimmed(int n) {
        Label[] b = blocks.get(n);
        return order.get(b[0]).equals(order.get(b[2]));
    }

    /** Whether the n-th handler lies inside of what it covers. */
    boolean coversItself(int n) {
        Label[] b = blocks.get(n);
        return order.get(b[0]) < order.get(b[2]) && order.get(b[2]) < order.get(b[1]);
    }

    @Override
    void instruction(int opcode) {
        if (SLOW.contains(opcode)) {
            lastSlow = length;
        }
        length++;
    }

    @Override
    public void visitLabel(Label label) {
        order.put(label, order.size());
        places.put(label, length);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        super.visitJumpInsn(opcode, label);
        if (places.containsKey(label)) {
            quick.add(lastSlow < places.get(label));
        }
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int count) {
        super.visitMultiANewArrayInsn(descriptor, count);
        dimensions = Math.max(dimensions, count);
    }

    @Override
    public void visitMaxs(int height, int count) {
        stack = height;
        locals = count;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        blocks.add(new Label[] {start, end, handler});
    }
}
