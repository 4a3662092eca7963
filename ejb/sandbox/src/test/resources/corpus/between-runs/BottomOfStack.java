import io.countersign.script.*;
import java.math.*;
import java.text.*;
import java.time.*;
import java.time.format.*;
import java.time.temporal.*;
import java.util.*;
import java.util.function.*;
import java.util.regex.*;
import java.util.stream.*;

/** Asks one part of the JDK for something, at a chosen depth of calls: with frames that just weigh one, the deepest that limits allow. */
@SuppressWarnings("all")
public class BottomOfStack implements Workflow {
    record Pair(String a, List<Integer> b) {}

    enum Color { RED, GREEN }

    String what;

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        what = (String) ctx.parameters().get("what");
        int depth = ((Number) ctx.parameters().get("depth")).intValue();
        return WorkflowResult.ok(wide(depth));
    }

    /** About 2.5 KB. */
    String wide(int n) throws Exception {
        long a0 = n, a1 = n, a2 = n, a3 = n, a4 = n, a5 = n, a6 = n, a7 = n, a8 = n, a9 = n;
        long b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9;
        long d0, d1, d2, d3, d4, d5, d6, d7, d8, d9, e0, e1, e2, e3, e4, e5, e6, e7, e8, e9;
        long f0, f1, f2, f3, f4, f5, f6, f7, f8, f9, g0, g1, g2, g3, g4, g5, g6, g7, g8, g9;
        long h0, h1, h2, h3, h4, h5, h6, h7, h8, h9, i0, i1, i2, i3, i4, i5, i6, i7, i8, i9;
        long j0, j1, j2, j3, j4, j5, j6, j7, j8, j9, k0, k1, k2, k3, k4, k5, k6, k7, k8, k9;
        long l0, l1, l2, l3, l4, l5, l6, l7, l8, l9, m0, m1, m2, m3, m4, m5, m6, m7, m8, m9;
        long o0, o1, o2, o3, o4, o5, o6, o7, o8, o9;
        return n == 0 ? ask() : wide(n - 1);
    }

    String ask() throws Exception {
        LocalDate day = LocalDate.of(2026, 3, 5);
        return switch (what) {
            case "format" -> String.format("%5.2f|%s|%,d|%x|%tF", 1.5, "a", 1234567, 255, day);
            case "format-french" -> String.format(Locale.FRANCE, "%.2f", 1.5);
            case "format-german" -> String.format(Locale.GERMANY, "%,d", 1234567);
            case "symbols" -> "" + DecimalFormatSymbols.getInstance(Locale.forLanguageTag("da-DK")).getDecimalSeparator();
            case "number-format" -> NumberFormat.getPercentInstance(Locale.forLanguageTag("nl-NL")).format(0.5);
            case "decimal-format" -> new DecimalFormat("#,##0.00").format(1234.5);
            case "month" -> Month.MARCH.getDisplayName(TextStyle.FULL, Locale.ITALY);
            case "weekday" -> DayOfWeek.FRIDAY.getDisplayName(TextStyle.SHORT, Locale.forLanguageTag("sv-SE"));
            case "date-localized" -> DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK).format(day);
            case "date-pattern" -> DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(day);
            case "date-parse" -> "" + LocalDate.parse("5 mars 2026", DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH));
            case "zone" -> "" + day.atStartOfDay(ZoneId.of("Europe/Zurich")).toInstant();
            case "zone-name" -> ZoneId.of("Europe/Paris").getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "week" -> "" + day.get(WeekFields.of(Locale.GERMANY).weekOfWeekBasedYear());
            case "digest" -> HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest("a".getBytes())).substring(0, 8);
            case "digest-sha1" -> HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-1").digest("a".getBytes())).substring(0, 8);
            case "uuid" -> "" + UUID.randomUUID().toString().length();
            case "uuid-name" -> UUID.nameUUIDFromBytes("a".getBytes()).toString();
            case "random" -> Math.random() < 1 ? "below 1" : "?";
            case "shuffle" -> {
                List<Integer> l = new ArrayList<>(List.of(1, 2, 3));
                Collections.shuffle(l);
                yield "" + l.size();
            }
            case "json" -> jakarta.json.Json.createReader(new java.io.StringReader("{\"a\": [1, 2.5]}")).readObject().toString();
            case "regex" -> Pattern.compile("(?iu)(\\p{L}+)-(\\d{1,3})", Pattern.UNICODE_CASE).matcher("host-17").replaceAll("$2");
            case "split" -> Arrays.toString("a1b22c".split("\\d+"));
            case "collect" -> Stream.of("a", "bb", "cc").collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.joining("+"))).toString();
            case "statistics" -> "" + IntStream.rangeClosed(1, 5).summaryStatistics().getAverage();
            case "concat" -> what + 1 + 'c' + 2.5 + null + day;
            case "record" -> new Pair("a", List.of(1)).toString() + new Pair("a", List.of(1)).equals(new Pair("a", List.of(1)));
            case "enum" -> Color.valueOf("GREEN").name() + EnumSet.allOf(Color.class).size();
            case "big" -> new BigDecimal("12345678901234567890.5").pow(3, MathContext.DECIMAL64).toPlainString();
            case "big-divide" -> BigDecimal.ONE.divide(new BigDecimal("7"), 20, RoundingMode.HALF_UP).toString();
            case "double" -> "" + Double.parseDouble("1.7976931348623157E308") + 0.1f;
            case "base64" -> Base64.getMimeEncoder().encodeToString(Base64.getUrlDecoder().decode("YWI"));
            case "url" -> java.net.URLEncoder.encode("a b&ü", java.nio.charset.StandardCharsets.UTF_8);
            case "charset" -> "" + "ü".getBytes("ISO-8859-15").length;
            case "normalize" -> "" + java.text.Normalizer.normalize("é", java.text.Normalizer.Form.NFD).length();
            case "exception" -> {
                try {
                    throw new IllegalStateException("a", new RuntimeException("b"));
                } catch (IllegalStateException e) {
                    yield e.toString();
                }
            }
            case "nested-hash" -> {
                Object o = "a";
                for (int i = 0; i < 900_000; i++) {
                    o = Collections.singletonList(o);
                }
                yield "" + o.hashCode();
            }
            case "nested-text" -> {
                Object o = "a";
                for (int i = 0; i < 200_000; i++) {
                    o = List.of(o);
                }
                yield "" + o.hashCode();
            }
            case "comparators" -> {
                Comparator<String> c = Comparator.naturalOrder();
                for (int i = 0; i < 400_000; i++) {
                    c = c.thenComparing(String::length);
                }
                yield "" + c.compare("a", "b");
            }
            case "functions" -> {
                Function<Integer, Integer> f = x -> x;
                for (int i = 0; i < 400_000; i++) {
                    f = f.andThen(x -> x + 1);
                }
                yield "" + f.apply(1);
            }
            case "stages" -> {
                Stream<Integer> s = Stream.of(1);
                for (int i = 0; i < 60_000; i++) {
                    s = s.map(x -> x + 1);
                }
                yield s.toList().toString();
            }
            default -> throw new IllegalArgumentException(what);
        };
    }
}
