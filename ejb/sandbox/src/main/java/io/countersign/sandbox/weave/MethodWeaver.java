package io.countersign.sandbox.weave;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Weaves one method: a checkpoint at its entry, a {@link Loops turn} in every loop, a measure before every array, a check at
 * the start of every handler, and guards in place of guarded members.
 */
final class MethodWeaver extends MethodVisitor {
    static final String CHECKPOINT = "io/countersign/sandbox/guard/Checkpoint";
    /** Bytes, in a heap as small as a worker's. */
    private static final int REFERENCE = 4;

    private static final int HEAD = 16;

    /** What a method counts at its entry. */
    enum Nesting {
        /** Nothing: its callers count. */
        TRIVIAL,
        /** A step. */
        FLAT,
        /** A step, and how deep it is called. */
        DEEP
    }

    private final MethodPlan plan;
    private final Nesting nesting;
    private final int weight;
    private final Guards guards;
    private final Set<Label> passed = new HashSet<>();
    private final Set<Label> handlers = new HashSet<>();
    private final Loops loops;
    private final Set<Label> fresh = new HashSet<>();
    private int line;
    private int block;
    private int jump;
    private boolean atHandler;

    MethodWeaver(MethodVisitor out, MethodPlan plan, Nesting nesting, int weight, Guards guards) {
        super(Opcodes.ASM9, out);
        this.plan = plan;
        this.nesting = nesting;
        this.weight = weight;
        this.guards = guards;
        this.loops = new Loops(out, plan.freeLocal());
    }

    @Override
    public void visitCode() {
        super.visitCode();
        switch (nesting) {
            case TRIVIAL -> {}
            case FLAT -> checkpoint("tick");
            case DEEP -> weighed("enter");
        }
        if (plan.anyQuick()) {
            loops.start();
        }
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        super.visitLineNumber(number, start);
    }

    @Override
    public void visitFrame(int kind, int count, Object[] locals, int height, Object[] stack) {
        Object[] all = plan.anyQuick() ? loops.withCounter(count, locals) : Arrays.copyOf(locals, count);
        Object[] held = Arrays.copyOf(stack, height);
        fresh.forEach(label -> loops.begin(label, all, held, line));
        super.visitFrame(kind, all.length, all, height, stack);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        int n = block++;
        handlers.add(handler);
        if (!plan.emptyWhenTrimmed(n)) {
            super.visitTryCatchBlock(start, plan.coversItself(n) ? handler : end, handler, type);
        }
    }

    @Override
    public void visitLabel(Label label) {
        super.visitLabel(label);
        passed.add(label);
        fresh.add(label);
        atHandler |= handlers.contains(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        before();
        boolean backwards = passed.contains(label);
        if (backwards && !plan.quick(jump++)) {
            checkpoint("tick");
            super.visitJumpInsn(opcode, label);
        } else {
            super.visitJumpInsn(opcode, backwards ? loops.turn(label) : label);
        }
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        before();
        beforeSwitch(fallback, labels);
        super.visitTableSwitchInsn(min, max, fallback, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        before();
        beforeSwitch(fallback, labels);
        super.visitLookupSwitchInsn(fallback, keys, labels);
    }

    private void beforeSwitch(Label fallback, Label[] labels) {
        if (passed.contains(fallback) || Arrays.stream(labels).anyMatch(passed::contains)) {
            checkpoint("tick");
        }
    }

    @Override
    public void visitInsn(int opcode) {
        before();
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        if (plan.anyQuick() && (returns || opcode == Opcodes.ATHROW)) {
            loops.pay();
        }
        if (plan.anyQuick() && opcode == Opcodes.ATHROW) {
            loops.start();
        }
        if (nesting == Nesting.DEEP && returns) {
            weighed("leave");
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        before();
        if (opcode == Opcodes.NEWARRAY) {
            measureArray(elementBytes(
                    switch (operand) {
                        case Opcodes.T_LONG, Opcodes.T_DOUBLE -> "J";
                        case Opcodes.T_INT, Opcodes.T_FLOAT -> "I";
                        case Opcodes.T_SHORT, Opcodes.T_CHAR -> "S";
                        default -> "B";
                    }));
        }
        super.visitIntInsn(opcode, operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        before();
        if (opcode == Opcodes.ANEWARRAY) {
            measureArray(REFERENCE);
        }
        super.visitTypeInsn(opcode, type);
    }

    /** Of an array's element by its descriptor; an inner array has a head of its own. */
    private static int elementBytes(String element) {
        return switch (element.charAt(0)) {
            case 'J', 'D' -> 8;
            case 'I', 'F' -> 4;
            case 'S', 'C' -> 2;
            case 'B', 'Z' -> 1;
            case '[' -> REFERENCE + HEAD;
            default -> REFERENCE;
        };
    }

    private void measureArray(int elementBytes) {
        super.visitInsn(Opcodes.DUP);
        super.visitIntInsn(Opcodes.BIPUSH, elementBytes);
        super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "array", "(II)V", false);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        before();
        int first = plan.freeLocal() + 1;
        for (int i = dimensions - 1; i >= 0; i--) {
            super.visitVarInsn(Opcodes.ISTORE, first + i);
        }
        super.visitInsn(Opcodes.LCONST_1);
        for (int i = 0; i < dimensions; i++) {
            super.visitVarInsn(Opcodes.ILOAD, first + i);
            super.visitIntInsn(Opcodes.BIPUSH, elementBytes(descriptor.substring(i + 1)));
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "arrays", "(JII)J", false);
        }
        super.visitInsn(Opcodes.POP2);
        for (int i = 0; i < dimensions; i++) {
            super.visitVarInsn(Opcodes.ILOAD, first + i);
        }
        super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        before();
        if (!guards.call(mv, opcode, owner, name, descriptor)) {
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        before();
        Object[] checked = arguments.clone();
        for (int i = 0; i < checked.length; i++) {
            if (checked[i] instanceof Handle handle) {
                checked[i] = guards.handle(handle);
            }
        }
        super.visitInvokeDynamicInsn(name, descriptor, bootstrap, checked);
        if (bootstrap.getName().equals("makeConcatWithConstants")) {
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "text", "(Ljava/lang/String;)V", false);
        }
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        before();
        super.visitVarInsn(opcode, index);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        before();
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitLdcInsn(Object value) {
        before();
        super.visitLdcInsn(value);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        before();
        super.visitIincInsn(index, increment);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        loops.end();
        super.visitMaxs(0, 0);
    }

    /** Before every instruction. At a handler: what ends a run must not be caught, nor what hides it. */
    private void before() {
        fresh.clear();
        if (atHandler) {
            atHandler = false;
            super.visitInsn(Opcodes.DUP);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, "caught", "(Ljava/lang/Throwable;)V", false);
        }
    }

    private void weighed(String name) {
        if (weight == 1) {
            checkpoint(name);
        } else {
            super.visitIntInsn(Opcodes.SIPUSH, weight);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, name, "(I)V", false);
        }
    }

    private void checkpoint(String name) {
        super.visitMethodInsn(Opcodes.INVOKESTATIC, CHECKPOINT, name, "()V", false);
    }
}
