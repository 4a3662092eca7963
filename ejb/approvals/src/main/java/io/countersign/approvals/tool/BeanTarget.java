package io.countersign.approvals.tool;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The bean behind a guarded method, to be called through the container from any thread.
 *
 * @param beans the manager that knows it: a web archive's beans are known to its own one only
 * @param type by which it is referred to: its class, or an interface of it
 */
record BeanTarget(BeanManager beans, Bean<?> bean, Class<?> type) {

    /** The bean of that class, as this module or the caller's one knows it; empty when neither does. */
    static Optional<BeanTarget> of(BeanManager ours, Class<?> written) {
        return Stream.concat(Stream.of(ours), callers().stream())
                .flatMap(beans -> Stream.concat(Stream.of(written), Stream.of(written.getInterfaces()))
                        .flatMap(type -> beans.getBeans(type, Any.Literal.INSTANCE).stream()
                                .filter(bean -> bean.getBeanClass() == written)
                                .map(bean -> new BeanTarget(beans, bean, type))))
                .findFirst();
    }

    /** The manager of the module that makes the call; the name is a constant of the platform, so nobody's input is looked up. */
    @SuppressWarnings("BanJNDI")
    private static List<BeanManager> callers() {
        try {
            return InitialContext.doLookup("java:comp/BeanManager") instanceof BeanManager manager
                    ? List.of(manager)
                    : List.of();
        } catch (NamingException e) {
            return List.of();
        }
    }

    @Nullable
    Object call(Method method, @Nullable Object[] arguments) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        CreationalContext<?> context = beans.createCreationalContext(bean);
        thread.setContextClassLoader(bean.getBeanClass().getClassLoader());
        try {
            Object reference = beans.getReference(bean, type, context);
            return reference
                    .getClass()
                    .getMethod(method.getName(), method.getParameterTypes())
                    .invoke(reference, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            thread.setContextClassLoader(before);
            if (bean.getScope() == Dependent.class) {
                context.release();
            }
        }
    }
}
