package io.countersign.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the tools have really done: a line each, in a file that outlasts the server. */
@ApplicationScoped
public class Ledger {
    public void note(String act) {
        Path file = Path.of(System.getProperty("countersign.data"), "acts.txt");
        try {
            Files.writeString(file, act + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
