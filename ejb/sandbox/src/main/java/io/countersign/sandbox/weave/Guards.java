package io.countersign.sandbox.weave;

import io.countersign.sandbox.allow.AllowedMember;
import io.countersign.sandbox.verify.ScriptTypes;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What stands in the place of guarded members: a static method of the same arguments, the object first. */
final class Guards {
    private static final String PACKAGE = "io/countersign/sandbox/guard/";

    private final ScriptTypes types;

    Guards(ScriptTypes types) {
        this.types = types;
    }

    /** Writes the guard's call instead of the member's; false, and nothing written, if the member has none. */
    boolean call(MethodVisitor out, int opcode, String owner, String name, String descriptor) {
        AllowedMember guarded = guarded(owner, name + descriptor);
        if (guarded == null) {
            return false;
        }
        out.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                type(guarded),
                method(guarded),
                descriptor(guarded, descriptor, opcode == Opcodes.INVOKESTATIC),
                false);
        return true;
    }

    /** What a method reference refers to instead. */
    Handle handle(Handle handle) {
        AllowedMember guarded = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? null
                : guarded(handle.getOwner(), handle.getName() + handle.getDesc());
        if (guarded == null) {
            return handle;
        }
        String descriptor = descriptor(guarded, handle.getDesc(), handle.getTag() == Opcodes.H_INVOKESTATIC);
        return new Handle(Opcodes.H_INVOKESTATIC, type(guarded), method(guarded), descriptor, false);
    }

    private AllowedMember guarded(String owner, String member) {
        return types.find(owner, member) instanceof ScriptTypes.Target.Listed listed
                        && listed.member().guard() != null
                ? listed.member()
                : null;
    }

    private static String type(AllowedMember member) {
        return PACKAGE + member.guard().substring(0, member.guard().indexOf('.'));
    }

    private static String method(AllowedMember member) {
        return member.guard().substring(member.guard().indexOf('.') + 1);
    }

    private static String descriptor(AllowedMember member, String descriptor, boolean fixed) {
        return fixed ? descriptor : "(L" + member.owner().replace('.', '/') + ";" + descriptor.substring(1);
    }
}
