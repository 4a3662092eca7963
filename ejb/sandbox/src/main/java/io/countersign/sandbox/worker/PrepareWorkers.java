package io.countersign.sandbox.worker;

import io.countersign.sandbox.SandboxOptions;
import java.io.IOException;

/** A program that makes what lets workers start quickly, in the folder that {@code countersign.sandbox.archives} names. */
public final class PrepareWorkers {
    private PrepareWorkers() {}

    /** No arguments. */
    public static void main(String[] args) throws IOException {
        WorkerCommand command = new WorkerCommand(SandboxOptions.DEFAULT);
        command.makeArchives();
        command.close();
    }
}
