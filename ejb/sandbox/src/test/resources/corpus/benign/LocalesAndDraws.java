import io.countersign.script.*;
import java.time.*;
import java.time.format.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Formats for people of several languages, and draws a sample. */
public class LocalesAndDraws implements Workflow {
    @Override
    public WorkflowResult run(WorkflowContext ctx) {
        Map<String, Object> data = new TreeMap<>();
        BiFunction<String, String, Locale> made = Locale::new;
        for (Locale l : List.of(new Locale("de", "AT"), made.apply("fr", "CH"), Locale.forLanguageTag("pt-BR"), new Locale("en", "US", "mine"))) {
            data.put(l.toString(), (String.format(l, "%,.2f", 1234.5) + " "
                    + LocalDate.of(2026, 3, 5).format(DateTimeFormatter.ofPattern("EEEE MMMM", l))).length() > 15);
        }
        List<Integer> sample = IntStream.range(0, 100).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(sample);
        double drawn = Stream.generate(Math::random).limit(10).mapToDouble(d -> d).max().orElse(2) + StrictMath.random() / 10;
        data.put("sample", sample.subList(0, 5).size());
        data.put("drawn", drawn < 2);
        return WorkflowResult.ok("done", data);
    }
}
