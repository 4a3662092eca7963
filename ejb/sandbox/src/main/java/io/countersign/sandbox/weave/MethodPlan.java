package io.countersign.sandbox.weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A first look at a method: does it call anything, does it loop, and which handlers cover themselves. */
final class MethodPlan extends MethodVisitor {
    private final Map<Label, Integer> order = new HashMap<>();
    private final List<Label[]> blocks = new ArrayList<>();
    private boolean calls;
    private boolean loops;
    private int locals;

    MethodPlan() {
        super(Opcodes.ASM9);
    }

    /** Whether the method can be part of a recursion. */
    boolean calls() {
        return calls;
    }

    /** Whether it jumps backwards anywhere. */
    boolean loops() {
        return loops;
    }

    /** The first local variable that the method does not use. */
    int freeLocal() {
        return locals;
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
    public void visitLabel(Label label) {
        order.put(label, order.size());
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        loops |= order.containsKey(label);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        visitLookupSwitchInsn(fallback, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        loops |= order.containsKey(fallback) || Arrays.stream(labels).anyMatch(order::containsKey);
    }

    @Override
    public void visitMaxs(int stack, int count) {
        locals = count;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        blocks.add(new Label[] {start, end, handler});
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        calls |= !(owner.equals("java/lang/Object") && name.equals("<init>"));
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        // string concat and the methods of records call toString, equals and hashCode of script objects
        calls |= !bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
    }
}
