package io.countersign.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.countersign.approvals.ApprovalType;
import io.countersign.notify.DeliveryState;
import io.countersign.notify.Notifier;
import io.countersign.web.Api;
import io.countersign.web.PublicEndpoint;
import io.countersign.web.RequiresScope;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document tells of the resources that there are, and of no others. */
class OpenApiDocumentTest {

    private static final Set<String> VERBS = Set.of("get", "post", "patch", "put", "delete");

    @Test
    void everyOperationIsDocumentedAndEveryDocumentedOneExists() {
        Set<String> documented = new TreeSet<>();
        paths().forEach((path, item) -> {
            if (String.valueOf(path).startsWith(Api.ROOT)) {
                ((Map<?, ?>) item)
                        .keySet().stream().filter(VERBS::contains).forEach(verb -> documented.add(verb + " " + path));
            }
        });
        assertEquals(served(), documented);
    }

    @Test
    void everyResourceMethodSaysWhoMayCallIt() {
        resourceMethods()
                .forEach(method -> assertTrue(
                        method.isAnnotationPresent(RequiresScope.class)
                                || method.getDeclaringClass().isAnnotationPresent(PublicEndpoint.class),
                        method.toString()));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Map<?, ?> document = document();
        Map<?, ?> components = (Map<?, ?>) document.get("components");
        references(document).forEach(reference -> {
            String[] steps = reference.split("/");
            Map<?, ?> kind = (Map<?, ?>) components.get(steps[2]);
            assertTrue(kind != null && kind.containsKey(steps[3]), reference);
        });
    }

    /** A word that the server takes and the document does not name is refused by the clients that are made from it. */
    @Test
    void everyWordOfATypeIsDocumented() {
        assertEquals(
                Set.of(words(Notifier.values())),
                enumerations("query_notifier", document()).collect(Collectors.toSet()));
        assertEquals(
                Set.of(words(DeliveryState.values())),
                enumerations("query_delivery_state", document()).collect(Collectors.toSet()));
        assertEquals(
                Set.of(words(ApprovalType.values())),
                enumerations("approval_type", document()).collect(Collectors.toSet()));
    }

    private static Set<String> words(Enum<?>[] constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** The enumerations of every property or parameter of that name. */
    private static Stream<Set<String>> enumerations(String name, Object node) {
        if (!(node instanceof Map<?, ?> map)) {
            return node instanceof Collection<?> list
                    ? list.stream().flatMap(each -> enumerations(name, each))
                    : Stream.empty();
        }
        Stream<Set<String>> own = map.get(name) instanceof Map<?, ?> schema
                ? Stream.of(schema, schema.get("schema"))
                        .filter(each -> each instanceof Map<?, ?> one && one.get("enum") instanceof Collection<?>)
                        .map(each -> ((Collection<?>) ((Map<?, ?>) each).get("enum"))
                                .stream().map(String::valueOf).collect(Collectors.toSet()))
                : Stream.empty();
        return Stream.concat(own, map.values().stream().flatMap(each -> enumerations(name, each)));
    }

    private static Set<String> references(Object node) {
        Set<String> found = new TreeSet<>();
        if (node instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference);
            }
            map.values().forEach(value -> found.addAll(references(value)));
        } else if (node instanceof Iterable<?> list) {
            list.forEach(value -> found.addAll(references(value)));
        }
        return found;
    }

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        resourceMethods().forEach(method -> {
            String path = Api.ROOT + "/"
                    + method.getDeclaringClass().getAnnotation(Path.class).value();
            Path more = method.getAnnotation(Path.class);
            served.add(verb(method) + " " + path
                    + (more == null ? "" : "/" + more.value().replaceAll("\\{(\\w+):[^}]*}", "{$1}")));
        });
        return served;
    }

    private static Set<Method> resourceMethods() {
        Set<Method> methods = new java.util.HashSet<>();
        for (JavaClass type : new ClassFileImporter().importPackages("io.countersign.web")) {
            if (type.isAnnotatedWith(Path.class)) {
                for (Method method : type.reflect().getDeclaredMethods()) {
                    if (!verb(method).isEmpty()) {
                        methods.add(method);
                    }
                }
            }
        }
        return methods;
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static Map<?, ?> paths() {
        return (Map<?, ?>) document().get("paths");
    }

    private static Map<?, ?> document() {
        return (Map<?, ?>) OpenApiDocument.tree(OpenApiDocument.load().yaml());
    }
}
