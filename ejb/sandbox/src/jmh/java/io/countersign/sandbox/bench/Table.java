package io.countersign.sandbox.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Ratios to plain Java, as a table in Markdown. */
final class Table {
    /** The loop that a processor does eight numbers at a time of, if nothing is in between. */
    private static final String VECTOR = "Array";

    /** Student's t for 95 %, by the number of figures; for more than these the last is a little too careful. */
    private static final double[] STUDENT = {0, 0, 12.71, 4.30, 3.18, 2.78, 2.57, 2.45, 2.36, 2.31, 2.26};

    private final List<String> engines;
    private final Map<String, Map<String, List<Double>>> all = new LinkedHashMap<>();

    Table(List<String> engines) {
        this.engines = engines;
    }

    void add(String kernel, String engine, List<Double> micros) {
        all.computeIfAbsent(kernel, k -> new LinkedHashMap<>()).put(engine, micros);
    }

    static String figure(List<Double> micros) {
        return micros.isEmpty()
                ? "failed"
                : String.format(Locale.ROOT, "%.1f ± %.1f µs CPU", mean(micros), error(micros));
    }

    String row(String kernel) {
        List<String> cells = new ArrayList<>(List.of(kernel));
        List<Double> plain = all.get(kernel).getOrDefault("PLAIN", List.of());
        cells.add(plain.isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f ± %.0f", mean(plain), error(plain)));
        for (String engine : engines) {
            List<Double> here = all.get(kernel).getOrDefault(engine, List.of());
            if (!engine.equals("PLAIN")) {
                cells.add(plain.isEmpty() || here.isEmpty() ? "–" : ratio(here, plain));
            }
        }
        return line(cells);
    }

    private static String ratio(List<Double> here, List<Double> plain) {
        double ratio = mean(here) / mean(plain);
        double relative = Math.hypot(error(here) / mean(here), error(plain) / mean(plain));
        return String.format(Locale.ROOT, "%.2f ± %.2f", ratio, ratio * relative);
    }

    private String geomean(boolean withVector) {
        List<String> cells = new ArrayList<>(List.of(withVector ? "geomean" : "geomean without " + VECTOR, ""));
        for (String engine : engines) {
            if (engine.equals("PLAIN")) {
                continue;
            }
            double logs = 0;
            int n = 0;
            for (Map.Entry<String, Map<String, List<Double>>> kernel : all.entrySet()) {
                List<Double> plain = kernel.getValue().getOrDefault("PLAIN", List.of());
                List<Double> here = kernel.getValue().getOrDefault(engine, List.of());
                if (!plain.isEmpty()
                        && !here.isEmpty()
                        && (withVector || !kernel.getKey().equals(VECTOR))) {
                    logs += Math.log(mean(here) / mean(plain));
                    n++;
                }
            }
            cells.add(n == 0 ? "–" : String.format(Locale.ROOT, "%.2f", Math.exp(logs / n)));
        }
        return line(cells);
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static double mean(List<Double> figures) {
        return figures.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
    }

    /** Half of the 95 % confidence interval of the mean. */
    private static double error(List<Double> figures) {
        double mean = mean(figures);
        double squares =
                figures.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        int n = figures.size();
        return n < 2 ? Double.NaN : STUDENT[Math.min(n, STUDENT.length - 1)] * Math.sqrt(squares / (n - 1) / n);
    }

    @Override
    public String toString() {
        List<String> head = new ArrayList<>(List.of("kernel", "plain Java, µs"));
        engines.stream().filter(e -> !e.equals("PLAIN")).forEach(head::add);
        StringBuilder text = new StringBuilder(line(head)).append('\n');
        text.append("|---".repeat(head.size())).append("|\n");
        all.keySet().forEach(k -> text.append(row(k)).append('\n'));
        return text.append(geomean(false)).append('\n').append(geomean(true)).toString();
    }
}
