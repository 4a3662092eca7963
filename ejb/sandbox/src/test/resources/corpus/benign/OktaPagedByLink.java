import io.countersign.script.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

public class OktaPagedByLink implements Workflow {
    private static final java.util.regex.Pattern NEXT = java.util.regex.Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    private record User(String id, String status) {
        User {
            Objects.requireNonNull(id, "id");
            status = status == null ? "UNKNOWN" : status.strip().toUpperCase(Locale.ROOT);
        }

        static User of(jakarta.json.JsonObject o) {
            return new User(o.getString("id"), o.getString("status", null));
        }
    }

    private static Optional<String> next(HttpResponse r) {
        return r.headers().getOrDefault("link", List.of()).stream()
                .flatMap(l -> NEXT.matcher(l).results().map(m -> m.group(1)))
                .findFirst();
    }

    @Override
    public WorkflowResult run(WorkflowContext ctx) throws Exception {
        List<User> users = new ArrayList<>();
        Optional<String> url = Optional.of("https://acme.okta.example/api/v1/users?limit=2");
        while (url.isPresent()) {
            HttpResponse r = ctx.http().get(url.get()).send();
            if (!r.ok()) {
                return WorkflowResult.fail("okta answered " + r.status());
            }
            r.json().asJsonArray().getValuesAs(jakarta.json.JsonObject.class).stream().map(User::of).forEach(users::add);
            url = next(r);
        }
        Map<String, List<String>> byStatus = users.stream().collect(Collectors.groupingBy(User::status, TreeMap::new, Collectors.mapping(User::id, Collectors.toList())));
        return WorkflowResult.ok("ok", byStatus);
    }
}
