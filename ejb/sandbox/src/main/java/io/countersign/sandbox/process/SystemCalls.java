package io.countersign.sandbox.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The list of system calls ({@code syscalls.txt}) for one processor: numbers by name and by treatment. */
final class SystemCalls {
    /** What happens to a call that is listed; one that is not ends the process. */
    enum Treatment {
        ALLOW,
        LOOK,
        IDENTITY,
        MISSING,
        REFUSE
    }

    private final Map<Treatment, Map<String, Integer>> listed = new EnumMap<>(Treatment.class);

    private SystemCalls() {
        for (Treatment treatment : Treatment.values()) {
            listed.put(treatment, new LinkedHashMap<>());
        }
    }

    static SystemCalls of(Processor processor) {
        SystemCalls calls = new SystemCalls();
        try (InputStream in = SystemCalls.class.getResourceAsStream("syscalls.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            Treatment treatment = Treatment.REFUSE;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    treatment = Treatment.valueOf(
                            line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    calls.add(treatment, line.split(" "), processor);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return calls;
    }

    private void add(Treatment treatment, String[] words, Processor processor) {
        String number = words[processor.column()];
        if (!number.equals("-")) {
            listed.get(treatment).put(words[0], Integer.valueOf(number));
        }
    }

    /** Number by name, in the list's order. */
    Map<String, Integer> of(Treatment treatment) {
        return listed.get(treatment);
    }
}
