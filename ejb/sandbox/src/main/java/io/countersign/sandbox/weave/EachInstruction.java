package io.countersign.sandbox.weave;

import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Hears of each instruction of a method by its opcode, before whatever else is told of it. */
abstract class EachInstruction extends MethodVisitor {
    EachInstruction() {
        super(Opcodes.ASM9);
    }

    abstract void instruction(int opcode);

    @Override
    public void visitInsn(int opcode) {
        instruction(opcode);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction(opcode);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        instruction(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instruction(opcode);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        instruction(opcode);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instruction(Opcodes.INVOKEDYNAMIC);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        instruction(opcode);
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction(Opcodes.LDC);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        instruction(Opcodes.IINC);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        instruction(Opcodes.TABLESWITCH);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        instruction(Opcodes.LOOKUPSWITCH);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instruction(Opcodes.MULTIANEWARRAY);
    }
}
