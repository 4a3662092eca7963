package io.countersign.sandbox.weave;

import io.countersign.sandbox.guard.FrameWeight;
import io.countersign.sandbox.verify.ScriptTypes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Proves of woven code that every method begins with a checkpoint or needs {@link Calls#trivial none}, that every jump
 * backwards follows one or is one of the two of a {@link Loops turn}, entered from its top alone, and that nothing else
 * than turns and exits sets a turn's counter; and that what a method counts of its frame is no less than the frame takes.
 */
final class WeaveCheck extends MethodVisitor {
    private static final String LOOP = "loop",
            PAY = "pay",
            TICK = "tick",
            ENTER = "enter",
            ZERO = "zero",
            DONE = "done",
            LEAVE = "leave",
            WEIGHT = "weight ",
            JUMP = "jump";
    private static final int LONGEST = 4;

    private final String owner;
    private final String method;
    private final Map<String, Integer> weights;
    private final Set<Label> passed = new HashSet<>();
    /** The last instructions in one run: a label, where others may jump to, ends it. */
    private final Deque<String> recent = new ArrayDeque<>();

    private final Set<Integer> counters = new HashSet<>();
    private final Set<Integer> written = new HashSet<>();
    private boolean first;
    /** What the method counts at its entry; 0 if nothing. */
    private int weight;

    private WeaveCheck(String owner, String method, boolean trivial, Map<String, Integer> weights) {
        super(Opcodes.ASM9);
        this.owner = owner;
        this.method = method;
        this.first = !trivial;
        this.weights = weights;
    }

    /** Of all classes of a script; the weights of methods that weigh more than 1. */
    static Map<String, Integer> check(Collection<byte[]> woven) {
        Map<String, Integer> weights = new HashMap<>();
        Calls calls = Calls.of(woven, new ScriptTypes(woven));
        for (byte[] one : woven) {
            ClassReader reader = new ClassReader(one);
            reader.accept(
                    new ClassVisitor(Opcodes.ASM9) {
                        @Override
                        public MethodVisitor visitMethod(
                                int access, String name, String descriptor, String signature, String[] thrown) {
                            String member = name + descriptor;
                            String type = reader.getClassName();
                            return new WeaveCheck(type, member, calls.trivial(type, member), weights);
                        }
                    },
                    ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
        }
        return weights;
    }

    private NotWeavableException refused(String why) {
        return new NotWeavableException(owner, method, false, why);
    }

    private void instruction(String what) {
        if (first && !what.equals(TICK) && !what.equals(ENTER) && !what.startsWith(WEIGHT)) {
            throw refused("no checkpoint at the entry");
        }
        first &= what.startsWith(WEIGHT);
        recent.addLast(what);
        if (recent.size() > LONGEST) {
            recent.removeFirst();
        }
    }

    private boolean after(String... instructions) {
        List<String> last = List.copyOf(recent);
        int n = instructions.length;
        return last.size() >= n && last.subList(last.size() - n, last.size()).equals(List.of(instructions));
    }

    /** A jump backwards that follows no checkpoint must be a turn's, with a counter. One longer than 32 KB is written as one around it and itself. */
    private void backwards(int opcode) {
        boolean farTick = opcode == Opcodes.GOTO && (after(TICK, JUMP) || after(TICK, DONE));
        if (after(TICK) || farTick) {
            return;
        }
        for (int counter : read()) {
            String[] counted = {"count " + counter, "load " + counter, Loops.STRIP};
            boolean again = opcode == Opcodes.IF_ICMPLT && after(counted);
            boolean far = opcode == Opcodes.GOTO && after(counted[0], counted[1], counted[2], DONE);
            boolean asked = opcode == Opcodes.GOTO && after("load " + counter, LOOP, ZERO, "store " + counter);
            if (again || far || asked) {
                counters.add(counter);
                return;
            }
        }
        throw refused("no checkpoint before a jump backwards");
    }

    private Set<Integer> read() {
        Set<Integer> variables = new HashSet<>();
        recent.stream()
                .filter(i -> i.startsWith("load "))
                .forEach(i -> variables.add(Integer.parseInt(i.substring(5))));
        return variables;
    }

    @Override
    public void visitLabel(Label label) {
        passed.add(label);
        recent.clear();
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean ours = owner.equals(MethodWeaver.CHECKPOINT);
        if (ours && (name.equals(ENTER) || name.equals(LEAVE))) {
            weigh(name, descriptor.equals("()V") ? 1 : pushed());
        }
        instruction(ours ? name : "call");
    }

    private int pushed() {
        String last = recent.isEmpty() ? "" : recent.getLast();
        if (!last.startsWith(WEIGHT)) {
            throw refused("an unknown weight");
        }
        return Integer.parseInt(last.substring(WEIGHT.length()));
    }

    /** What a method counts at its entry it takes back at each return. */
    private void weigh(String name, int counted) {
        if (name.equals(ENTER) && first) {
            weight = counted;
        } else if (name.equals(ENTER) || counted != weight) {
            throw refused("an entry and a return of different weight");
        }
    }

    @Override
    public void visitMaxs(int stack, int locals) {
        String name = method.substring(0, method.indexOf('('));
        if (weight > 0 && weight < FrameWeight.of(name, stack + locals, 0)) {
            throw refused("a frame larger than its weight");
        }
        if (weight > 1) {
            weights.put(owner.replace('/', '.') + "." + method, weight);
        }
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        if (passed.contains(label)) {
            backwards(opcode);
        }
        instruction(opcode == Opcodes.IF_ICMPGE ? DONE : JUMP);
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label fallback, Label... labels) {
        visitLookupSwitchInsn(fallback, new int[0], labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label fallback, int[] keys, Label[] labels) {
        boolean backwards =
                passed.contains(fallback) || List.of(labels).stream().anyMatch(passed::contains);
        if (backwards && !after(TICK)) {
            throw refused("no checkpoint before a switch backwards");
        }
        instruction("switch");
    }

    @Override
    public void visitInsn(int opcode) {
        instruction(opcode == Opcodes.ICONST_0 ? ZERO : "other");
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        instruction(opcode == Opcodes.SIPUSH ? WEIGHT + operand : "other");
    }

    @Override
    public void visitVarInsn(int opcode, int index) {
        if (opcode == Opcodes.RET) {
            throw refused("a jump to anywhere");
        }
        if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE) {
            boolean reset = after(TICK, ZERO) || after(ENTER, ZERO) || after(LOOP, ZERO) || after(PAY, ZERO);
            if (!reset || opcode != Opcodes.ISTORE) {
                written.add(index);
                if (opcode == Opcodes.LSTORE || opcode == Opcodes.DSTORE) {
                    written.add(index + 1);
                }
            }
            instruction("store " + index);
        } else {
            instruction("load " + index);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        instruction("other");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        boolean strip =
                opcode == Opcodes.GETSTATIC && owner.equals(MethodWeaver.CHECKPOINT) && name.equals(Loops.STRIP);
        instruction(strip ? Loops.STRIP : "other");
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        instruction("call");
    }

    @Override
    public void visitLdcInsn(Object value) {
        instruction("other");
    }

    @Override
    public void visitIincInsn(int index, int increment) {
        if (increment != 1) {
            written.add(index);
        }
        instruction("count " + index);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        instruction("other");
    }

    @Override
    public void visitEnd() {
        counters.retainAll(written);
        if (!counters.isEmpty()) {
            throw refused("something else counts where a loop counts");
        }
    }
}
