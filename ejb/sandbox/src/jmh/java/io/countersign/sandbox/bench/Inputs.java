package io.countersign.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What kernels work on, as JSON-like data. */
final class Inputs {
    private Inputs() {}

    static Map<String, Object> of(String kernel) {
        return switch (kernel) {
            case "Counts" -> Map.of("words", words());
            case "Json" -> Map.of("alerts", alerts());
            case "Regex" -> Map.of("text", text());
            default -> Map.of();
        };
    }

    private static List<Object> words() {
        List<Object> words = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            words.add("word" + i * 7_919L % 307);
        }
        return words;
    }

    private static List<Object> alerts() {
        List<Object> alerts = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            alerts.add(Map.of(
                    "id",
                    "a-" + i,
                    "severity",
                    i * 7 % 11,
                    "closed",
                    i % 13 == 0,
                    "tags",
                    List.of(i % 5 == 0 ? "ransomware" : "noise", i % 3 == 0 ? "lateral" : "latest"),
                    "source",
                    Map.of("host", "host-" + i * 31 % 97, "ip", "198.51.100." + i % 250)));
        }
        return alerts;
    }

    private static String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            text.append("2026-11-25T10:")
                    .append(10 + i % 50)
                    .append(":00Z sshd[")
                    .append(i)
                    .append("]: failed password for user.")
                    .append(i % 17)
                    .append("@mail-")
                    .append(i % 5)
                    .append(i % 2 == 0 ? ".example" : ".test")
                    .append(" from 203.0.113.")
                    .append(i % 256)
                    .append(" port 4711 ssh2\n");
        }
        return text.toString();
    }
}
