package io.countersign.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.countersign.approvals.ApprovalRequestSpec;
import io.countersign.audit.AuditReader;
import io.countersign.kernel.AnyCaller;
import io.countersign.kernel.ServerOnly;
import io.countersign.security.Actor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public methods of all façades, and how to call one without anything behind it. */
final class FacadeMethods {

    /** Modules whose beans serve no caller, with the reason. */
    private static final Map<String, String> WITHOUT_CALLERS = Map.of(
            "web", "an edge",
            "ui", "an edge",
            "client", "a client of other servers",
            "health", "probes are for anybody",
            "schema", "at the start, before there are callers",
            "kernel", "no beans",
            "sandbox", "no beans",
            "script", "no beans",
            "integrations", "no beans");

    private static final Set<String> BEANS = Set.of(
            "jakarta.ejb.Stateless",
            "jakarta.ejb.Singleton",
            "jakarta.enterprise.context.ApplicationScoped",
            "jakarta.enterprise.context.RequestScoped",
            "jakarta.enterprise.context.Dependent");

    private FacadeMethods() {}

    /** Every public bean in the base package of a module, except for settings, which say only what the operator has set. */
    static List<Class<?>> facades(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.getPackageName().matches("io\\.countersign\\.\\w+"))
                .filter(type ->
                        !WITHOUT_CALLERS.containsKey(type.getPackageName().replaceFirst(".*\\.", "")))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> BEANS.stream().anyMatch(type::isAnnotatedWith))
                .filter(type -> !type.getSimpleName().endsWith("Settings"))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }

    /** What other modules can call; what the container calls is not among it. */
    static Stream<Method> of(Class<?> facade) {
        return Arrays.stream(facade.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !method.isAnnotationPresent(PostConstruct.class)
                        && !method.isAnnotationPresent(PreDestroy.class)
                        && !method.isAnnotationPresent(Produces.class))
                .filter(method -> Arrays.stream(method.getParameters())
                        .noneMatch(parameter -> parameter.isAnnotationPresent(Observes.class)))
                .sorted(Comparator.comparing(Method::toString));
    }

    static boolean isMarked(Method method) {
        return Stream.of(ServerOnly.class, AnyCaller.class)
                .anyMatch(mark -> method.isAnnotationPresent(mark)
                        || method.getDeclaringClass().isAnnotationPresent(mark));
    }

    static boolean takesCaller(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .anyMatch(
                        type -> type == Actor.class || type == AuditReader.class || type == ApprovalRequestSpec.class);
    }

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /**
     * What the method throws for that caller, or null, on a bean without collaborators: whatever is done before the scope is
     * checked ends in a NullPointerException.
     */
    static @Nullable Throwable thrown(Method method, Actor caller) throws ReflectiveOperationException {
        Constructor<?> empty = method.getDeclaringClass().getDeclaredConstructor();
        empty.setAccessible(true);
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, caller))
                .toArray();
        try {
            Object answer = method.invoke(empty.newInstance(), arguments);
            return Boolean.FALSE.equals(answer) ? new AnsweredNo() : null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }

    /** A question whether the caller may do something was answered with no. */
    static final class AnsweredNo extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static @Nullable Object argument(Parameter parameter, Actor caller) {
        Class<?> type = parameter.getType();
        if (type == ApprovalRequestSpec.class) {
            return ApprovalRequestSpec.tool("tool", caller).build();
        }
        return type.isAssignableFrom(Actor.class) ? caller : sample(type);
    }

    private static @Nullable Object sample(Class<?> type) {
        if (type == UUID.class) {
            return new UUID(4, 2);
        }
        if (type == String.class) {
            return "x";
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return false;
        }
        if (type == Map.class) {
            return Map.of();
        }
        if (Collection.class.isAssignableFrom(type)) {
            return type == Set.class ? Set.of() : List.of();
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return type.isRecord() ? record(type) : null;
    }

    private static @Nullable Object record(Class<?> type) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            canonical.setAccessible(true);
            return canonical.newInstance(
                    Arrays.stream(types).map(FacadeMethods::sample).toArray());
        } catch (ReflectiveOperationException cannotBeSample) {
            return null;
        }
    }
}
