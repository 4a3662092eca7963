package io.countersign.sandbox.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Runs in a worker's place and tries what a taken-over worker would; a line for each thing that worked. */
final class Hostile {
    private static final int MOST_THREADS = 100;

    private interface Attempt {
        void go() throws Exception;
    }

    private Hostile() {}

    /** Arguments: a process of the host, a port and a socket file of the host, then what may be seen. */
    public static void main(String[] args) throws Exception {
        long pid = Long.parseLong(args[0]);
        int port = Integer.parseInt(args[1]);
        Path socket = Path.of(args[2]);
        List<Path> shown = Stream.of(args).skip(3).map(Path::of).toList();
        files(shown);
        processes(pid);
        sockets(port, socket);
        handles();
        threads();
        System.out.println("done");
    }

    private static void files(List<Path> shown) throws IOException {
        Files.walkFileTree(Path.of("/"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                if (folder.equals(Path.of("/proc"))) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                attempt("writes to " + folder, () -> Files.createFile(folder.resolve("x")));
                return visitFile(folder, attributes);
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
                boolean known = shown.stream().anyMatch(p -> path.startsWith(p) || p.startsWith(path));
                if (!known && !path.startsWith("/dev") && !path.equals(Path.of("/tmp"))) {
                    worked("sees " + path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (String dev : List.of("/dev", "/proc", "/proc/self", "/dev/shm")) {
            attempt("writes to " + dev, () -> Files.createFile(Path.of(dev, "x")));
        }
        for (String file : List.of(
                "/etc/shadow", "/etc/passwd", "/root", "/home", "/var", "/run", "/sys", "/dev/sda", "/dev/kmsg")) {
            if (Files.exists(Path.of(file))) {
                worked("sees " + file);
            }
        }
        for (String kernel :
                List.of("/proc/kcore", "/proc/kmsg", "/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger")) {
            attempt("writes to " + kernel, () -> Files.write(Path.of(kernel), new byte[] {'x'}));
        }
        attempt("reads kernel memory", () -> Files.newInputStream(Path.of("/proc/kcore"))
                .read());
    }

    private static void processes(long pid) {
        List<Long> seen = ProcessHandle.allProcesses().map(ProcessHandle::pid).toList();
        if (seen.size() > 2) {
            worked("sees processes " + seen);
        }
        ProcessHandle.of(pid).filter(ProcessHandle::destroyForcibly).ifPresent(p -> worked("kills " + p));
        attempt("starts a program", () -> new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-version")
                .start());
        attempt("reads an environment", () -> Files.readAllBytes(Path.of("/proc/" + pid + "/environ")));
        attempt("finds the server's environment", () -> {
            if (!Files.readString(Path.of("/proc/1/environ")).contains(HostileProcessTest.SECRET)) {
                throw new IOException("nothing of it there");
            }
        });
        for (String way : List.of("/proc/1/root/etc/shadow", "/proc/1/cwd/etc/shadow", "/proc/self/root/etc/shadow")) {
            attempt("goes by " + way, () -> Files.readAllBytes(Path.of(way)));
        }
        if (!System.getenv().isEmpty() && !System.getenv().keySet().equals(java.util.Set.of("PWD"))) {
            worked("has an environment: " + System.getenv().keySet());
        }
    }

    private static void sockets(int port, Path socket) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        attempt("connects to the host", () -> new Socket().connect(new InetSocketAddress(loopback, port), 500));
        attempt("connects outside", () -> new Socket().connect(new InetSocketAddress("192.0.2.1", 80), 500));
        attempt("listens", () -> new ServerSocket(0, 1, loopback));
        attempt("opens a datagram channel", DatagramChannel::open);
        attempt("connects to a socket file", () -> SocketChannel.open(UnixDomainSocketAddress.of(socket)));
        attempt("opens a local socket", () -> SocketChannel.open(StandardProtocolFamily.UNIX));
    }

    /** Nothing but three pipes and files of the view. */
    private static void handles() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/fd"))) {
            for (Path link : all.toList()) {
                String target;
                try {
                    target = Files.readSymbolicLink(link).toString();
                } catch (IOException e) {
                    continue; // the one by which they were listed
                }
                int number = Integer.parseInt(link.getFileName().toString());
                // the JDK's own pair, before its first file channel
                boolean own = target.startsWith("socket:") && number > 2;
                if (number > 2 && !target.startsWith("/") && !own) {
                    worked("inherits handle " + number + " " + target);
                }
            }
        }
    }

    /** As many threads as there may be, and the process lives on. */
    private static void threads() {
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> all = new ArrayList<>();
        try {
            for (int i = 0; i < 5_000; i++) {
                Thread thread = new Thread(null, () -> await(end), "bomb", 65_536);
                thread.setDaemon(true);
                thread.start();
                all.add(thread);
            }
        } catch (OutOfMemoryError e) {
            // the limit
        }
        end.countDown();
        if (all.size() > MOST_THREADS) {
            worked("has " + all.size() + " threads");
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.go();
            worked(what);
        } catch (Exception | UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            // as it should be
        }
    }

    private static void worked(String what) {
        System.out.println("BROKEN " + what);
    }
}
