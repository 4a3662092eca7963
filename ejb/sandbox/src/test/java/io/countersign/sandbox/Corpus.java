package io.countersign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The test scripts. A source that consists of repetitions is stored as a template and written out here, below
 * {@code target}: {@code <<0..99|case #: x++;>>} is replaced by its text, once for each number of the range. In the text
 * {@code #} is the number; {@code #*3}, {@code #%10} and {@code #-1} calculate with it.
 */
public final class Corpus {
    private static final Path STORED = Path.of("src/test/resources/corpus");
    private static final String TEMPLATE = ".java.template";
    private static final Pattern REPETITION = Pattern.compile("<<(\\d+)\\.\\.(\\d+)\\|(.*?)>>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("#(?:([%*-])(\\d+))?");
    private static final Path WRITTEN = write();

    private Corpus() {}

    /** The folder of one group of scripts with their cases: {@code attacks}, {@code benign} or {@code between-runs}. */
    public static Path folder(String group) {
        return WRITTEN.resolve(group);
    }

    /** The folder that holds all groups. */
    public static Path root() {
        return WRITTEN;
    }

    static String expand(String template) {
        return REPETITION.matcher(template).replaceAll(m -> java.util.regex.Matcher.quoteReplacement(repeat(m)));
    }

    private static String repeat(MatchResult repetition) {
        return IntStream.rangeClosed(Integer.parseInt(repetition.group(1)), Integer.parseInt(repetition.group(2)))
                .mapToObj(i -> NUMBER.matcher(repetition.group(3)).replaceAll(m -> number(m, i)))
                .collect(Collectors.joining());
    }

    private static String number(MatchResult use, int i) {
        if (use.group(1) == null) {
            return String.valueOf(i);
        }
        int operand = Integer.parseInt(use.group(2));
        return String.valueOf(
                switch (use.group(1)) {
                    case "*" -> i * operand;
                    case "%" -> i % operand;
                    default -> i - operand;
                });
    }

    private static Path write() {
        try {
            Path target = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "corpus");
            for (Path file : storedFiles()) {
                Path copy = target.resolve(STORED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String name = file.getFileName().toString();
                if (name.endsWith(TEMPLATE)) {
                    String source = name.substring(0, name.length() - ".template".length());
                    Files.writeString(copy.resolveSibling(source), expand(Files.readString(file)));
                } else {
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(STORED)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
