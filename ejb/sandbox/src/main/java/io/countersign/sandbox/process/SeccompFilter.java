package io.countersign.sandbox.process;

import io.countersign.sandbox.process.SystemCalls.Treatment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The list of system calls as a classic BPF program for the kernel: the processor's mark is checked first, then the number
 * (calls of the x32 kind have a bit of their own and end the process), then for five calls an argument. Both processors have
 * their low half of an argument first.
 */
final class SeccompFilter {
    /** The last call that the list was written for; what newer kernels have beyond it does not exist here. */
    static final int LAST_KNOWN = 450;

    static final int ALLOW = 0x7FFF_0000;
    static final int KILL = 0x8000_0000;
    static final int EPERM = 0x0005_0001;
    static final int ENOSYS = 0x0005_0026;

    private static final int LOAD = 0x20;
    private static final int AND = 0x54;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_GREATER = 0x25;
    private static final int IF_AT_LEAST = 0x35;
    private static final int IF_ANY_BIT = 0x45;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int ARGUMENTS = 16;

    private static final int X32 = 0x4000_0000;
    private static final int CLONE_THREAD = 0x0001_0000;
    /** Every {@code CLONE_NEW…}. */
    private static final int CLONE_NAMESPACES = 0x7E02_0080;

    private static final int MAP_SHARED_ANONYMOUS = 0x21;
    /** Names of threads and memory, and what asks only. */
    private static final List<Integer> PRCTL = List.of(15, 16, 0x5356_4D41, 3, 21, 23, 30, 39);
    /** What setpriv does on its way down: keeps, reads and drops of capability sets, and no new privileges. */
    private static final List<Integer> PRCTL_IDENTITY = List.of(7, 8, 24, 27, 28, 38, 47);
    /** TCGETS and FIONREAD. */
    private static final List<Integer> IOCTL = List.of(0x5401, 0x541B);

    /** AF_UNIX: JDK 17 makes one pair, without a name, before its first file channel; nothing can be sent through it to others. */
    private static final List<Integer> SOCKETPAIR = List.of(1);

    private final List<long[]> program = new ArrayList<>();

    private SeccompFilter() {}

    /**
     * The program's bytes.
     *
     * @param stepsDown whether root becomes another user behind it
     */
    static byte[] program(Processor processor, boolean stepsDown) {
        SeccompFilter filter = new SeccompFilter();
        filter.write(SystemCalls.of(processor), processor, stepsDown);
        return filter.bytes();
    }

    private void write(SystemCalls calls, Processor processor, boolean stepsDown) {
        add(LOAD, 0, 0, ARCHITECTURE);
        add(IF_EQUAL, 1, 0, processor.audit());
        answer(KILL);
        add(LOAD, 0, 0, NUMBER);
        add(IF_AT_LEAST, 0, 1, X32);
        answer(KILL);
        add(IF_GREATER, 0, 1, LAST_KNOWN);
        answer(ENOSYS);
        each(calls.of(Treatment.ALLOW), ALLOW);
        Map<String, Integer> looked = calls.of(Treatment.LOOK);
        lookAt(
                looked.get("mmap"),
                3,
                List.of(
                        line(AND, 0, 0, MAP_SHARED_ANONYMOUS),
                        line(IF_EQUAL, 0, 1, MAP_SHARED_ANONYMOUS),
                        line(RETURN, 0, 0, EPERM),
                        line(RETURN, 0, 0, ALLOW)));
        lookAt(
                looked.get("clone"),
                0,
                List.of(
                        line(IF_ANY_BIT, 1, 0, CLONE_NAMESPACES),
                        line(IF_ANY_BIT, 1, 0, CLONE_THREAD),
                        line(RETURN, 0, 0, EPERM),
                        line(RETURN, 0, 0, ALLOW)));
        lookAt(looked.get("ioctl"), 1, oneOf(IOCTL));
        lookAt(looked.get("socketpair"), 0, oneOf(SOCKETPAIR));
        List<Integer> options = new ArrayList<>(PRCTL);
        options.addAll(stepsDown ? PRCTL_IDENTITY : List.of());
        lookAt(looked.get("prctl"), 0, oneOf(options));
        each(calls.of(Treatment.IDENTITY), stepsDown ? ALLOW : EPERM);
        each(calls.of(Treatment.MISSING), ENOSYS);
        each(calls.of(Treatment.REFUSE), EPERM);
        answer(KILL);
    }

    private void each(Map<String, Integer> calls, int answer) {
        for (int number : calls.values()) {
            add(IF_EQUAL, 0, 1, number);
            answer(answer);
        }
    }

    private void lookAt(int number, int argument, List<long[]> rule) {
        add(IF_EQUAL, 0, rule.size() + 1, number);
        add(LOAD, 0, 0, ARGUMENTS + 8 * argument);
        program.addAll(rule);
    }

    private static List<long[]> oneOf(List<Integer> values) {
        List<long[]> rule = new ArrayList<>();
        for (int value : values) {
            rule.add(line(IF_EQUAL, 0, 1, value));
            rule.add(line(RETURN, 0, 0, ALLOW));
        }
        rule.add(line(RETURN, 0, 0, EPERM));
        return rule;
    }

    private void answer(int value) {
        add(RETURN, 0, 0, value);
    }

    private void add(int code, int whenTrue, int whenFalse, int k) {
        program.add(line(code, whenTrue, whenFalse, k));
    }

    private static long[] line(int code, int whenTrue, int whenFalse, int k) {
        return new long[] {code, whenTrue, whenFalse, k};
    }

    private byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(8 * program.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (long[] line : program) {
            out.putShort((short) line[0])
                    .put((byte) line[1])
                    .put((byte) line[2])
                    .putInt((int) line[3]);
        }
        return out.array();
    }
}
