package io.countersign.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.countersign.notify.delivery.NotificationSender;
import io.countersign.notify.delivery.NotifySettings;
import io.countersign.security.UserNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notifier is a constant with a sender; one without the other is never told of, and shows only where somebody waits for news. */
class NotifiersTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everyNotifierHasOneSender() throws Exception {
        List<Notifier> sent = new ArrayList<>();
        for (Class<? extends NotificationSender> sender : senders()) {
            assertTrue(sender.isAnnotationPresent(ApplicationScoped.class), () -> sender + " is no bean");
            Constructor<? extends NotificationSender> forProxy = sender.getDeclaredConstructor();
            forProxy.setAccessible(true);
            sent.add(forProxy.newInstance().notifier());
        }
        assertEquals(List.of(Notifier.values()), sent.stream().sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALLBACK")
    void everyNotifierButTheCallbackCanBeSwitchedOn(Notifier notifier) {
        NotifySettings settings = new NotifySettings(new MapConfig().with("approval.notifier", notifier.word()));
        assertEquals(List.of(), settings.problems());
        assertEquals(Set.of(notifier), settings.notifiers());
    }

    /** The audit log calls a notifier by its word; a person of that name could not be told from it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CALLBACK")
    void nobodyIsCalledLikeANotifier(Notifier notifier) {
        assertNotNull(UserNames.flaw(notifier.word()));
    }

    private static List<Class<? extends NotificationSender>> senders() throws IOException, ClassNotFoundException {
        List<Class<? extends NotificationSender>> senders = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String name = CLASSES.relativize(file)
                        .toString()
                        .replaceAll("\\.class$", "")
                        .replace('/', '.');
                Class<?> type = Class.forName(name, false, NotifiersTest.class.getClassLoader());
                if (NotificationSender.class.isAssignableFrom(type) && !type.isInterface()) {
                    senders.add(type.asSubclass(NotificationSender.class));
                }
            }
        }
        return senders;
    }
}
