package io.countersign.security;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.countersign.kernel.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The part of Keycloak's admin interface that tells who has which role, over HTTP. */
public final class KeycloakStub implements AutoCloseable {

    private static final String REALM = "/admin/realms/countersign";

    final Map<String, Set<String>> roles = new LinkedHashMap<>();
    final Map<String, Group> groups = new LinkedHashMap<>();
    final Map<String, User> users = new LinkedHashMap<>();
    /** Every call of the admin interface, in order of arrival. */
    public final List<String> calls = new CopyOnWriteArrayList<>();
    /** Whether the list of groups has those of every level, as Keycloak 26 answers. */
    public boolean flat = true;
    /** What happens during each call. */
    public volatile Runnable during = () -> {};

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    record Group(String id, String parent, Set<String> roles) {}

    record User(String id, boolean enabled, Set<String> roles, Set<String> groups) {}

    public KeycloakStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(
                "/realms/", exchange -> send(exchange, 200, Map.of("access_token", "t", "expires_in", 60)));
        server.createContext("/admin/", this::admin);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    public KeycloakStub role(String name, String... consistsOf) {
        roles.put(name, Set.of(consistsOf));
        return this;
    }

    public KeycloakStub group(String id, String parent, String... its) {
        groups.put(id, new Group(id, parent, Set.of(its)));
        return this;
    }

    public KeycloakStub user(String id, boolean enabled, Set<String> its, Set<String> in) {
        users.put(id, new User(id, enabled, its, in));
        return this;
    }

    private void admin(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(REALM.length());
        calls.add(path);
        during.run();
        Object answer = answer(path.split("/"), page(exchange.getRequestURI().getQuery()));
        send(exchange, answer == null ? 404 : 200, answer == null ? Map.of() : answer);
    }

    private static int[] page(String query) {
        int[] page = {0, Integer.MAX_VALUE};
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith("first=")) {
                page[0] = Integer.parseInt(pair.substring("first=".length()));
            } else if (pair.startsWith("max=")) {
                page[1] = Integer.parseInt(pair.substring("max=".length()));
            }
        }
        return page;
    }

    private Object answer(String[] path, int[] page) {
        return switch (path[1]) {
            case "roles" -> roles(path, page);
            case "groups" -> groups(path, page);
            case "users" -> users(path, page);
            default -> null;
        };
    }

    private Object roles(String[] path, int[] page) {
        if (path.length == 2) {
            return roles.keySet().stream().map(this::role).toList();
        }
        return switch (path[3]) {
            case "composites" -> roles.get(path[2]).stream().map(this::role).toList();
            case "users" ->
                cut(
                        users.values().stream()
                                .filter(user -> user.roles().contains(path[2]))
                                .map(KeycloakStub::user)
                                .toList(),
                        page);
            default -> null;
        };
    }

    private Map<String, Object> role(String name) {
        return Map.of(
                "name", name, "composite", !roles.getOrDefault(name, Set.of()).isEmpty());
    }

    private Object groups(String[] path, int[] page) {
        if (path.length == 2) {
            return cut(
                    groups.values().stream()
                            .filter(group -> flat || group.parent() == null)
                            .map(KeycloakStub::group)
                            .toList(),
                    page);
        }
        if (path[2].equals("count")) {
            return Map.of("count", groups.size());
        }
        return switch (path[3]) {
            case "members" ->
                cut(
                        users.values().stream()
                                .filter(user -> user.groups().contains(path[2]))
                                .map(KeycloakStub::user)
                                .toList(),
                        page);
            case "children" ->
                cut(
                        groups.values().stream()
                                .filter(group -> path[2].equals(group.parent()))
                                .map(KeycloakStub::group)
                                .toList(),
                        page);
            default -> null;
        };
    }

    private static Map<String, Object> group(Group group) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", group.id());
        map.put("name", group.id());
        map.put("parentId", group.parent());
        map.put("realmRoles", List.copyOf(group.roles()));
        return map;
    }

    private Object users(String[] path, int[] page) {
        if (path.length == 2) {
            return cut(users.values().stream().map(KeycloakStub::user).toList(), page);
        }
        if (path[2].equals("count")) {
            return users.size();
        }
        User user = users.get(path[2]);
        if (user == null) {
            return null;
        }
        if (path.length == 3) {
            return user(user);
        }
        return switch (path[3]) {
            case "groups" ->
                cut(user.groups().stream().map(id -> group(groups.get(id))).toList(), page);
            case "role-mappings" -> effective(user).stream().map(this::role).toList();
            default -> null;
        };
    }

    private Set<String> effective(User user) {
        Set<String> all = new LinkedHashSet<>(user.roles());
        for (String id : user.groups()) {
            for (Group group = groups.get(id); group != null; group = groups.get(group.parent())) {
                all.addAll(group.roles());
            }
        }
        for (String role : List.copyOf(all)) {
            all.addAll(roles.getOrDefault(role, Set.of()));
        }
        return all;
    }

    private static Map<String, Object> user(User user) {
        return Map.of(
                "id",
                user.id(),
                "username",
                user.id(),
                "enabled",
                user.enabled(),
                "attributes",
                Map.of("organization_id", List.of("acme", "b", "acme")));
    }

    private static List<?> cut(List<?> all, int[] page) {
        List<Object> cut = new ArrayList<>();
        for (int i = page[0]; i < all.size() && i - page[0] < page[1]; i++) {
            cut.add(all.get(i));
        }
        return cut;
    }

    private static void send(HttpExchange exchange, int status, Object body) {
        byte[] bytes = CanonicalJson.of(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
