package io.countersign.sandbox.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Garbage is nobody's fault; what lives on is. */
class HeapShareTest {
    private static final List<byte[]> KEPT = new ArrayList<>();

    /** In a JVM with a heap of 32 MB, of which so many megabytes are kept and so many thrown away. */
    static final class Filled {
        public static void main(String[] args) {
            for (int i = 0; i < Integer.parseInt(args[0]); i++) {
                KEPT.add(new byte[1 << 20]);
            }
            long sum = 0;
            for (int i = 0; i < Integer.parseInt(args[1]); i++) {
                sum += new byte[1 << 20].length;
            }
            Runtime.getRuntime().halt(HeapShare.exceeded() ? 1 : sum < 0 ? 2 : 0);
        }
    }

    @Test
    void whatLivesOnBeyondAThirdIsTooMuch() throws Exception {
        assertEquals(1, filled(20, 0));
    }

    @Test
    void garbageIsNot() throws Exception {
        assertEquals(0, filled(2, 100));
    }

    private static int filled(int kept, int dropped) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Filled.class.getName(),
                        "" + kept,
                        "" + dropped)
                .inheritIO()
                .start()
                .waitFor();
    }
}
