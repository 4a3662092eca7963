package io.countersign.approvals.api;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Refuses a deployment whose {@link SoarTool} methods would run without approval: where no {@link SoarToolGuard} is enabled,
 * where the annotated class is no bean, and where a method cannot be intercepted (private, static or final, or annotated on
 * an interface only; CDI 4.0, section 8.3, Interceptors 2.1, section 3.3).
 */
public class SoarToolExtension implements Extension {

    private final Set<Class<?>> annotated = new LinkedHashSet<>();
    private final Set<Class<?>> beans = new LinkedHashSet<>();
    private boolean guarded;

    <T> void typeFound(@Observes @WithAnnotations(SoarTool.class) ProcessAnnotatedType<T> event) {
        Class<T> type = event.getAnnotatedType().getJavaClass();
        if (!type.isAnnotationPresent(jakarta.interceptor.Interceptor.class)) {
            annotated.add(type);
        }
    }

    void beanFound(@Observes ProcessBean<?> event) {
        Bean<?> bean = event.getBean();
        if (bean instanceof Interceptor<?> interceptor) {
            guarded |= SoarToolGuard.class.isAssignableFrom(bean.getBeanClass())
                    && interceptor.intercepts(InterceptionType.AROUND_INVOKE);
        } else {
            beans.add(bean.getBeanClass());
        }
    }

    /** A class may have inherited its annotated methods, and is not named by {@link #typeFound} then. */
    void managedBeanFound(@Observes ProcessManagedBean<?> event) {
        if (event.getBean() instanceof Interceptor<?>) {
            return;
        }
        boolean inherited = event.getAnnotatedBeanClass().getMethods().stream()
                .anyMatch(m -> m.isAnnotationPresent(SoarTool.class));
        if (inherited || event.getAnnotatedBeanClass().isAnnotationPresent(SoarTool.class)) {
            annotated.add(event.getBean().getBeanClass());
        }
    }

    void validate(@Observes AfterDeploymentValidation event) {
        annotated.stream()
                .flatMap(this::flaws)
                .distinct()
                .forEach(flaw -> event.addDeploymentProblem(new IllegalStateException(flaw)));
        beans.stream()
                .flatMap(SoarToolExtension::onInterfaceOnly)
                .distinct()
                .forEach(flaw -> event.addDeploymentProblem(new IllegalStateException(flaw)));
    }

    private Stream<String> flaws(Class<?> type) {
        if (type.isInterface()) {
            return Stream.empty();
        }
        Stream<String> hidden = tools(type)
                .filter(SoarToolExtension::notIntercepted)
                .map(m ->
                        "@SoarTool on " + name(m) + " has no effect: a private, static or final method runs unguarded");
        if (Modifier.isAbstract(type.getModifiers())) {
            return hidden;
        }
        if (!beans.contains(type)) {
            return Stream.concat(
                    hidden,
                    Stream.of("@SoarTool on " + type.getName()
                            + " has no effect: the class is no bean, so its methods run unguarded;"
                            + " give it a scope such as @ApplicationScoped"));
        }
        return guarded ? hidden : Stream.concat(hidden, tools(type).map(SoarToolExtension::noGuard));
    }

    /** The methods of the class that carry the annotation, or all of its public ones where the class does. */
    private static Stream<Method> tools(Class<?> type) {
        boolean whole = type.isAnnotationPresent(SoarTool.class);
        return Stream.<Class<?>>iterate(type, t -> t != null && t != Object.class, Class::getSuperclass)
                .flatMap(t -> Stream.of(t.getDeclaredMethods()))
                .filter(m -> !m.isSynthetic())
                .filter(m -> m.isAnnotationPresent(SoarTool.class) || (whole && Modifier.isPublic(m.getModifiers())));
    }

    private static boolean notIntercepted(Method method) {
        return (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL)) != 0;
    }

    /** Bindings of interfaces are not inherited: such a method would run unguarded. */
    private static Stream<String> onInterfaceOnly(Class<?> bean) {
        return interfaces(bean)
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(m -> m.isAnnotationPresent(SoarTool.class) || type.isAnnotationPresent(SoarTool.class)))
                .filter(m -> tools(bean).noneMatch(own -> sameSignature(own, m)))
                .map(m -> "@SoarTool on " + name(m) + " has no effect on " + bean.getName()
                        + ": annotations of interfaces are not inherited; annotate the method of the class");
    }

    private static Stream<Class<?>> interfaces(Class<?> type) {
        Stream<Class<?>> own = Stream.of(type.getInterfaces()).flatMap(i -> Stream.concat(Stream.of(i), interfaces(i)));
        Class<?> above = type.getSuperclass();
        return above == null ? own : Stream.concat(own, interfaces(above));
    }

    private static boolean sameSignature(Method one, Method other) {
        return one.getName().equals(other.getName())
                && Arrays.equals(one.getParameterTypes(), other.getParameterTypes());
    }

    static String noGuard(Method method) {
        return "@SoarTool on " + name(method) + " has no guard here; add countersign-approvals-client";
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
