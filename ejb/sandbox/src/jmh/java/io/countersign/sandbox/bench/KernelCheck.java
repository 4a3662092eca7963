package io.countersign.sandbox.bench;

import io.countersign.sandbox.guard.ScriptThread;

/** Every kernel in every engine once, without a clock: do they answer the same? */
public final class KernelCheck {
    private KernelCheck() {}

    public static void main(String[] args) throws InterruptedException {
        Thread thread = new ScriptThread(KernelCheck::check, "check");
        thread.start();
        thread.join();
    }

    private static void check() {
        for (String kernel : new String[] {"Loop", "Array", "Text", "Counts", "Sort", "Recursion", "Json", "Regex"}) {
            for (Engine engine : Engine.values()) {
                try {
                    System.out.println(
                            kernel + " " + engine + " " + engine.checked(kernel).run());
                } catch (Exception | LinkageError e) {
                    System.out.println(kernel + " " + engine + " " + e);
                }
            }
        }
    }
}
