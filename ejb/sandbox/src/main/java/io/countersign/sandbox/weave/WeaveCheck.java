package io.countersign.sandbox.weave;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Proves of woven code that every method begins with a checkpoint and every jump backwards has one just before it. */
final class WeaveCheck extends MethodVisitor {
    private final String method;
    private final Set<Label> passed = new HashSet<>();
    private boolean first = true;
    private boolean justChecked;

    private WeaveCheck(String method) {
        super(Opcodes.ASM9);
        this.method = method;
    }

    static void check(byte[] woven) {
        new ClassReader(woven)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return new WeaveCheck(name + descriptor);
                            }
                        },
                        ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
    }

    private void instruction(boolean checkpoint) {
        if (first && !checkpoint) {
            throw new IllegalStateException("no checkpoint at the entry of " + method);
        }
        first = false;
        justChecked = checkpoint;
    }

    private void jump(Label target) {
        if (passed.contains(target) && !justChecked) {
            throw new IllegalStateException("no checkpoint before a jump backwards in " + method);
        }
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        instruction(owner.equals(MethodWeaver.CHECKPOINT) && (name.equals("tick") || name.equals("enter")));
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        jump(label);
        instruction(false);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        visitLookupSwitchInsn(fallback, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        jump(fallback);
        for (Label l : labels) {
            jump(l);
        }
        instruction(false);
    }

    @Override
    public void visitInsn(int opcode) {
        instruction(false);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction(false);
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        instruction(false);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction(false);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        instruction(false);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instruction(false);
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction(false);
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        instruction(false);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instruction(false);
    }
}
