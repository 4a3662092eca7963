import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries workflows and policies from one installation to another, over REST: whatever arrives is checked as if somebody
 * had typed it. Arguments: export or import, address of the server, file, and for import --replace and --activate.
 */
public class Transfer {
    private static final String FORMAT = "countersign-export/1";
    private static final Set<String> NOT_WRITABLE = Set.of(
            "uuid",
            "code_version",
            "sha256",
            "is_builtin",
            "created_at",
            "updated_at",
            "created_by",
            "last_editor",
            "archived_at",
            "revision");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String server;
    private final String key;
    private int refused;

    private Transfer(String server, String key) {
        this.server = server;
        this.key = key;
    }

    public static void main(String[] args) throws Exception {
        Transfer transfer = new Transfer(args[1], System.getenv("COUNTERSIGN_TRANSFER_KEY"));
        List<String> options = List.of(args).subList(3, args.length);
        try {
            if (args[0].equals("export")) {
                transfer.export(Path.of(args[2]));
            } else {
                transfer.take(Path.of(args[2]), options.contains("--replace"), options.contains("--activate"));
            }
        } catch (Problem problem) {
            System.err.println("countersign: " + printable(String.valueOf(problem.getMessage())));
            System.exit(1);
        }
        System.exit(transfer.refused == 0 ? 0 : 1);
    }

    private void export(Path file) throws IOException, InterruptedException {
        JsonArrayBuilder workflows = Json.createArrayBuilder();
        int count = 0;
        for (JsonValue listed : all("/v1/workflows?sort_by=name&sort_order=asc")) {
            if (!listed.asJsonObject().getBoolean("is_builtin")) {
                String uuid = listed.asJsonObject().getString("uuid");
                JsonObject whole = data(send("GET", "/v1/workflows/" + uuid, null), 200);
                workflows.add(writable(whole).add("uuid", uuid));
                count++;
            }
        }
        JsonArray policies = all("/v1/approval-policies");
        JsonArrayBuilder rules = Json.createArrayBuilder();
        policies.forEach(policy -> rules.add(writable(policy.asJsonObject())));
        JsonObject document = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("workflows", workflows)
                .add("policies", rules)
                .build();
        try (Writer out = Files.newBufferedWriter(file);
                JsonWriter json = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                        .createWriter(out)) {
            json.write(document);
        }
        System.out.println("  " + count + " workflows and " + policies.size() + " policies are in " + file
                + "; secrets, keys, runs and requests stay here");
    }

    private void take(Path file, boolean replace, boolean activate) throws IOException, InterruptedException {
        JsonObject document = read(Files.readString(file));
        if (document == null || !FORMAT.equals(document.getString("format", ""))) {
            throw new Problem(file + " is not a file that export wrote");
        }
        Map<String, JsonObject> here = byName(all("/v1/workflows"));
        Map<String, String> uuids = new HashMap<>();
        for (JsonValue value : document.getJsonArray("workflows")) {
            JsonObject workflow = value.asJsonObject();
            JsonObjectBuilder wish = writable(workflow);
            if (!activate) {
                wish.add("state", "draft");
            }
            String uuid = put("workflow", "/v1/workflows", workflow.getString("name"), wish.build(), here, replace);
            if (uuid != null) {
                uuids.put(workflow.getString("uuid", ""), uuid);
            }
        }
        Map<String, JsonObject> rules = byName(all("/v1/approval-policies"));
        for (JsonValue value : document.getJsonArray("policies")) {
            policy(value.asJsonObject(), uuids, rules, replace);
        }
    }

    /** A policy for one workflow follows that workflow to its id here. */
    private void policy(JsonObject policy, Map<String, String> uuids, Map<String, JsonObject> here, boolean replace)
            throws IOException, InterruptedException {
        String name = policy.getString("name");
        JsonObjectBuilder wish = writable(policy);
        JsonObject when = policy.getJsonObject("when");
        String there = when.getString("workflow_uuid", null);
        if (there != null) {
            if (!uuids.containsKey(there)) {
                refuse("policy", name, "its workflow is not here");
                return;
            }
            wish.add("when", Json.createObjectBuilder(when).add("workflow_uuid", uuids.get(there)));
        }
        put("policy", "/v1/approval-policies", name, wish.build(), here, replace);
    }

    /** Answers the id that the thing has here, or null when it was refused or waits for somebody. */
    private String put(
            String kind, String path, String name, JsonObject wish, Map<String, JsonObject> here, boolean replace)
            throws IOException, InterruptedException {
        JsonObject old = here.get(name);
        if (old != null && !replace) {
            System.out.println("  = " + kind + " \"" + printable(name) + "\" is here already and stays as it is");
            return old.getString("uuid");
        }
        HttpResponse<String> answer =
                old == null ? send("POST", path, wish) : send("PATCH", path + "/" + old.getString("uuid"), wish);
        if (answer.statusCode() >= 300) {
            refuse(kind, name, problem(answer));
            return null;
        }
        boolean waits = answer.statusCode() == 202;
        System.out.println("  " + (old == null ? "+ " : "~ ") + kind + " \"" + printable(name) + "\""
                + (waits ? " waits for another administrator to agree" : ""));
        return waits ? null : data(answer, answer.statusCode()).getString("uuid");
    }

    private void refuse(String kind, String name, String why) {
        refused++;
        System.err.println("  ! " + kind + " \"" + printable(name) + "\": " + printable(why));
    }

    /** Words of others without anything that a terminal obeys. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(one -> {
            if (Character.isISOControl(one) || Character.getType(one) == Character.FORMAT) {
                out.append(String.format("\\u%04x", one));
            } else {
                out.appendCodePoint(one);
            }
        });
        return out.toString();
    }

    private static JsonObjectBuilder writable(JsonObject whole) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        whole.forEach((name, value) -> {
            if (!NOT_WRITABLE.contains(name) && value != JsonValue.NULL) {
                fields.add(name, value);
            }
        });
        return fields;
    }

    private static Map<String, JsonObject> byName(JsonArray things) {
        Map<String, JsonObject> named = new HashMap<>();
        things.forEach(thing -> named.put(thing.asJsonObject().getString("name"), thing.asJsonObject()));
        return named;
    }

    private JsonArray all(String path) throws IOException, InterruptedException {
        JsonArrayBuilder all = Json.createArrayBuilder();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            String query = (path.contains("?") ? "&" : "?") + "page_size=500&page=" + page;
            HttpResponse<String> answer = send("GET", path + query, null);
            if (answer.statusCode() != 200) {
                throw new Problem(path + ": " + problem(answer));
            }
            JsonObject many = read(answer.body());
            many.getJsonArray("data").forEach(all::add);
            pages = many.getJsonObject("meta").getInt("total_pages");
        }
        return all.build();
    }

    private static JsonObject data(HttpResponse<String> answer, int wanted) {
        if (answer.statusCode() != wanted) {
            throw new Problem(problem(answer));
        }
        return read(answer.body()).getJsonObject("data");
    }

    private static String problem(HttpResponse<String> answer) {
        JsonObject body = read(answer.body());
        JsonObject error = body == null ? null : body.getJsonObject("error");
        return error == null
                ? "the server answered " + answer.statusCode()
                : error.getString("code") + ": " + error.getString("message");
    }

    private static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (RuntimeException noJson) {
            return null;
        }
    }

    private HttpResponse<String> send(String method, String path, JsonObject body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (java.net.ConnectException nobody) {
            throw new Problem("nobody answers at " + server + "; start the installation with ./countersign up");
        }
    }

    private static final class Problem extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Problem(String message) {
            super(message);
        }
    }
}
