package io.countersign.sandbox.process;

import io.countersign.sandbox.Layer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A server's place in the test of hostile workers, in a JVM and with a user of its own: finds the boundary, puts attackers in a
 * worker's place, and prints what they managed. Ends without a word to a worker that never ends, as a killed server does.
 */
final class HostileHost {
    /** Calls that end the process, x86-64. */
    private static final Map<String, String> DEADLY = Map.ofEntries(
            Map.entry("ptrace", "101, 16, 1, 0, 0"),
            Map.entry("process_vm_readv", "310, 1, 0, 0, 0, 0, 0"),
            Map.entry("bpf", "321, 0, 0, 0"),
            Map.entry("perf_event_open", "298, 0, 0, -1, -1, 0"),
            Map.entry("io_uring_setup", "425, 1, 0"),
            Map.entry("keyctl", "250, 0, 0"),
            Map.entry("add_key", "248, 0, 0, 0, 0, 0"),
            Map.entry("userfaultfd", "323, 0"),
            Map.entry("mount", "165, 0, 0, 0, 0, 0"),
            Map.entry("umount2", "166, 0, 0"),
            Map.entry("unshare", "272, 0x10000000"),
            Map.entry("setns", "308, 0, 0"),
            Map.entry("chroot", "161, 0"),
            Map.entry("pivot_root", "155, 0, 0"),
            Map.entry("kexec_load", "246, 0, 0, 0, 0"),
            Map.entry("init_module", "175, 0, 0, 0"),
            Map.entry("open_by_handle_at", "304, -1, 0, 0"),
            Map.entry("pidfd_open", "434, 1, 0"),
            Map.entry("shmget", "29, 4711, 4096, 0x3ff"),
            Map.entry("semget", "64, 4711, 1, 0x3ff"),
            Map.entry("msgget", "68, 4711, 0x3ff"),
            Map.entry("reboot", "169, 0, 0, 0, 0"),
            Map.entry("x32 getpid", "0x40000027"));

    /** What fails, in Perl; each prints BROKEN when it did not. */
    private static final Map<String, String> FAILING = Map.of(
            "fork", "print qq(BROKEN forks\\n) if defined fork;",
            "sockets",
                    "for (1..45) { for my $t (1,2,3) { socket(my $s, $_, $t, 0) and print qq(BROKEN socket of family $_\\n) } }",
            "signals",
                    "kill(9, $ARGV[0]) and print qq(BROKEN kills the host\\n); kill(0, 1) and print qq(BROKEN signals\\n);",
            "namespaces",
                    "syscall(56, 0x10000000|17, 0, 0, 0, 0) >= 0 and print qq(BROKEN clones a user namespace\\n);",
            "shared memory", "syscall(9, 0, 1<<20, 3, 0x21, -1, 0) == -1 or print qq(BROKEN shares memory\\n);",
            "root",
                    "syscall(117, 0, 0, 0) == 0 and print qq(BROKEN becomes root\n); syscall(119, 0, 0, 0) == 0 and print qq(BROKEN joins root\n); print qq(BROKEN is root\n) if $< == 0 || $> == 0;",
            "handles",
                    "opendir(my $d, '/proc/self/fd'); my @n = grep { /^[0-9]+$/ } readdir $d; print qq(BROKEN handles @n\\n) if @n > 4;",
            "files",
                    "for my $f (@ARGV[1..$#ARGV]) { print qq(BROKEN sees $f\\n) if -e $f; open(my $h, '<', $f) and print qq(BROKEN reads $f\\n); }",
            "links",
                    "symlink('/etc/shadow', '/tmp/s') and print qq(BROKEN links\\n); mkdir('/tmp/d') and print qq(BROKEN makes\\n);");

    private static final String BOMB = "my @a; while (1) { push @a, 'x' x (64 << 20) }";
    private static final String FOREVER =
            "$SIG{$_} = 'IGNORE' for qw(TERM INT HUP PIPE); $| = 1; print qq(loops\\n); 1 while 1";

    private final Boundary boundary;
    private final WorkerImage image;
    private int serial;

    private HostileHost(Boundary boundary, WorkerImage image) {
        this.boundary = boundary;
        this.image = image;
    }

    /** Arguments: a place to write, a file of a killed server's to look for. */
    public static void main(String[] args) throws Exception {
        Path scratch = Path.of(args[0]);
        Path perl = Path.of("/usr/bin/perl");
        WorkerImage image = new WorkerImage(
                Path.of(System.getProperty("java.home")).toRealPath(),
                System.getProperty("java.class.path"),
                null,
                List.of(perl));
        Boundary boundary = Boundary.find(image, scratch);
        System.out.println("layers " + Layer.words(boundary.layers()));
        HostileHost host = new HostileHost(boundary, image);
        Path config = Files.writeString(scratch.resolve("server-config"), "password");
        Path otherWorker = Files.createDirectories(scratch.resolve("countersign-worker-other"));
        Path local = scratch.resolve("socket");
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                ServerSocketChannel file = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            file.bind(UnixDomainSocketAddress.of(local));
            host.java(listener.getLocalPort(), local);
            host.perl(List.of(
                    config,
                    otherWorker,
                    scratch,
                    Path.of("/etc/shadow"),
                    Path.of("/root"),
                    Path.of("/proc/" + pid() + "/environ")));
        }
        host.bomb();
        host.killed();
        host.abandoned();
        System.out.println("end");
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    private void java(int port, Path socket) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                image.java().toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                image.classPath(),
                Hostile.class.getName(),
                "" + pid(),
                "" + port,
                socket.toString()));
        List<Path> tools = Stream.of("prlimit", "setpriv")
                .flatMap(t -> Tools.find(t).stream())
                .toList();
        Stream.of(image.files(), tools, image.libraries(tools))
                .flatMap(List::stream)
                .map(Path::toString)
                .forEach(line::add);
        String said = run(line).output();
        System.out.print(said);
        if (!said.contains("done")) {
            System.out.println("BROKEN the attacker in Java did not come to its end");
        }
    }

    private void perl(List<Path> hidden) throws Exception {
        for (Map.Entry<String, String> attack : FAILING.entrySet()) {
            List<String> line = new ArrayList<>(
                    List.of("/usr/bin/perl", "-e", attack.getValue() + " print qq(done\\n)", "" + pid()));
            hidden.forEach(path -> line.add(path.toString()));
            Ended ended = run(line);
            System.out.println(attack.getKey() + ": " + ended.output().replace('\n', ' ') + ended.status());
            if (!ended.output().contains("done")) {
                System.out.println("BROKEN the attacker did not come to its end: " + attack.getKey());
            }
        }
        if (Processor.here().equals(java.util.Optional.of(Processor.X86_64))) {
            for (Map.Entry<String, String> call : DEADLY.entrySet()) {
                Ended ended = run(List.of(
                        "/usr/bin/perl", "-e", "syscall(" + call.getValue() + "); print qq(BROKEN survives\\n)"));
                // 128 and the number of SIGSYS
                if (ended.status() != 159 || ended.output().contains("BROKEN")) {
                    System.out.println(
                            "BROKEN " + call.getKey() + " ended with " + ended.status() + " " + ended.output());
                }
            }
        }
    }

    private void bomb() throws Exception {
        Ended ended = run(List.of("/usr/bin/perl", "-e", BOMB));
        System.out.println("bomb: " + ended.status());
        if (ended.status() == 0) {
            System.out.println("BROKEN a memory bomb came to its end");
        }
    }

    /** Killed by its host: nothing of it goes on. */
    private void killed() throws Exception {
        Process looping = looping();
        List<ProcessHandle> all = looping.descendants().toList();
        looping.destroyForcibly();
        for (ProcessHandle one : all) {
            one.onExit().get(10, TimeUnit.SECONDS);
        }
        System.out.println("killed " + all.size());
    }

    /** Left alone: whoever reads this looks whether they go on. */
    private void abandoned() throws Exception {
        Process looping = looping();
        System.out.print("abandoned " + looping.pid());
        looping.descendants().forEach(one -> System.out.print(" " + one.pid()));
        System.out.println();
    }

    private Process looping() throws IOException {
        Process process = start(List.of("/usr/bin/perl", "-e", FOREVER));
        if (process.getInputStream().read() != 'l') {
            System.out.println("BROKEN the endless attacker did not start");
        }
        return process;
    }

    private record Ended(int status, String output) {}

    private Ended run(List<String> command) throws Exception {
        Process process = start(command);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Ended ended = new Ended(process.waitFor(), output);
        boundary.gone("attacker-" + serial);
        return ended;
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(boundary.around(command, 640, "attacker-" + ++serial)).redirectErrorStream(true);
        builder.environment().clear();
        builder.directory(new File("/"));
        return builder.start();
    }
}
