package io.countersign.sandbox.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.sandbox.process.SystemCalls.Treatment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter's program, carried out here as the kernel carries it out. */
class SeccompFilterTest {

    /** One call as the kernel shows it to a filter. */
    private static int answer(byte[] program, int number, int architecture, long... arguments) {
        ByteBuffer data = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        data.putInt(number).putInt(architecture).putLong(0);
        for (long argument : arguments) {
            data.putLong(argument);
        }
        ByteBuffer code = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        int a = 0;
        for (int at = 0; ; at++) {
            int op = code.getShort(at * 8);
            int yes = code.get(at * 8 + 2) & 0xFF;
            int no = code.get(at * 8 + 3) & 0xFF;
            int k = code.getInt(at * 8 + 4);
            switch (op) {
                case 0x20 -> a = data.getInt(k);
                case 0x54 -> a &= k;
                case 0x15 -> at += a == k ? yes : no;
                case 0x25 -> at += Integer.compareUnsigned(a, k) > 0 ? yes : no;
                case 0x35 -> at += Integer.compareUnsigned(a, k) >= 0 ? yes : no;
                case 0x45 -> at += (a & k) != 0 ? yes : no;
                case 0x06 -> {
                    return k;
                }
                default -> throw new IllegalStateException("no such instruction: " + op);
            }
        }
    }

    private static int onX86(int number, long... arguments) {
        return answer(SeccompFilter.program(Processor.X86_64, false), number, Processor.X86_64.audit(), arguments);
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void everyListedCallIsTreatedAsListed(Processor processor) {
        byte[] program = SeccompFilter.program(processor, false);
        SystemCalls calls = SystemCalls.of(processor);
        Map<Treatment, Integer> answers = Map.of(
                Treatment.ALLOW, SeccompFilter.ALLOW,
                Treatment.IDENTITY, SeccompFilter.EPERM,
                Treatment.MISSING, SeccompFilter.ENOSYS,
                Treatment.REFUSE, SeccompFilter.EPERM);
        answers.forEach((treatment, answer) -> calls.of(treatment)
                .forEach((name, number) -> assertEquals(answer, answer(program, number, processor.audit()), name)));
    }

    @ParameterizedTest
    @EnumSource(Processor.class)
    void everyOtherKnownCallEndsTheProcess(Processor processor) {
        byte[] program = SeccompFilter.program(processor, true);
        Set<Integer> listed = new HashSet<>();
        for (Treatment treatment : Treatment.values()) {
            for (int number : SystemCalls.of(processor).of(treatment).values()) {
                assertTrue(listed.add(number), "listed twice: " + number);
            }
        }
        for (int number = 0; number <= SeccompFilter.LAST_KNOWN; number++) {
            if (!listed.contains(number)) {
                assertEquals(SeccompFilter.KILL, answer(program, number, processor.audit()), "call " + number);
            }
        }
        assertEquals(SeccompFilter.ENOSYS, answer(program, SeccompFilter.LAST_KNOWN + 1, processor.audit()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ptrace,101,117",
        "process_vm_readv,310,270",
        "bpf,321,280",
        "perf_event_open,298,241",
        "io_uring_setup,425,425",
        "keyctl,250,219",
        "add_key,248,217",
        "userfaultfd,323,282",
        "mount,165,40",
        "umount2,166,39",
        "unshare,272,97",
        "setns,308,268",
        "kexec_load,246,104",
        "open_by_handle_at,304,265",
        "init_module,175,105",
        "pidfd_open,434,434",
        "pidfd_getfd,438,438",
        "execveat,322,281",
        "shmget,29,194",
        "semget,64,190",
        "msgget,68,186",
        "mq_open,240,180",
        "chroot,161,51",
        "pivot_root,155,41",
        "reboot,169,142",
        "syslog,103,116",
        "fsopen,430,430",
        "splice,275,76"
    })
    void theDangerousOnesEndTheProcess(String name, int x86, int arm) {
        assertEquals(SeccompFilter.KILL, onX86(x86), name);
        assertEquals(
                SeccompFilter.KILL,
                answer(SeccompFilter.program(Processor.AARCH64, true), arm, Processor.AARCH64.audit()),
                name);
    }

    @Test
    void anotherProcessorsCallsEndTheProcess() {
        byte[] program = SeccompFilter.program(Processor.X86_64, false);
        int i386 = 0x4000_0003;
        assertEquals(SeccompFilter.KILL, answer(program, 0, i386));
        assertEquals(SeccompFilter.KILL, answer(program, 0, Processor.AARCH64.audit()));
        assertEquals(SeccompFilter.KILL, onX86(39 | 0x4000_0000), "getpid of x32");
        assertEquals(SeccompFilter.KILL, onX86(-1));
    }

    @Test
    void cloneMakesThreadsOnly() {
        int clone = 56;
        assertEquals(SeccompFilter.ALLOW, onX86(clone, 0x3D_0F00), "a thread of glibc");
        assertEquals(SeccompFilter.ALLOW, onX86(clone, 0x7D_0F00), "a thread of musl");
        assertEquals(SeccompFilter.EPERM, onX86(clone, 0x11), "fork");
        assertEquals(SeccompFilter.EPERM, onX86(clone, 0x4111), "posix_spawn");
        for (int shift : new int[] {7, 17, 25, 26, 27, 28, 29, 30}) {
            assertEquals(SeccompFilter.EPERM, onX86(clone, 0x3D_0F00 | 1L << shift), "namespace bit " + shift);
        }
    }

    @Test
    void memoryIsNotSharedWithoutAFile() {
        int mmap = 9;
        assertEquals(SeccompFilter.ALLOW, onX86(mmap, 0, 4096, 3, 0x22), "private, anonymous");
        assertEquals(SeccompFilter.ALLOW, onX86(mmap, 0, 4096, 1, 0x01), "shared, of a file");
        assertEquals(SeccompFilter.EPERM, onX86(mmap, 0, 4096, 3, 0x21), "shared, anonymous");
        assertEquals(SeccompFilter.EPERM, onX86(mmap, 0, 4096, 3, 0x23), "shared and checked, anonymous");
    }

    @Test
    void onlyWhoStepsDownChangesItsIdentity() {
        byte[] down = SeccompFilter.program(Processor.X86_64, true);
        int setresuid = 117;
        int prctl = 157;
        assertEquals(SeccompFilter.ALLOW, answer(down, setresuid, Processor.X86_64.audit()));
        assertEquals(SeccompFilter.EPERM, onX86(setresuid));
        assertEquals(SeccompFilter.ALLOW, onX86(prctl, 15), "the name of a thread");
        assertEquals(SeccompFilter.EPERM, onX86(prctl, 24), "drops a capability");
        assertEquals(SeccompFilter.ALLOW, answer(down, prctl, Processor.X86_64.audit(), 24));
        assertEquals(
                SeccompFilter.EPERM,
                answer(down, prctl, Processor.X86_64.audit(), 1),
                "no longer ends with its parent");
        assertEquals(SeccompFilter.EPERM, onX86(16, 0, 0x5412), "types into a terminal");
        assertEquals(SeccompFilter.EPERM, onX86(53, 2), "a pair of another family");
    }
}
