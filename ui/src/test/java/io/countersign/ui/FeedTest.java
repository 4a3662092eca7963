package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {

    private static final String CHANGED = "event: changed\ndata:\n\n";

    private final List<Feed> released = new ArrayList<>();
    private final Connection connection = new Connection();
    private final Feed feed = new Feed("ann", released::add);
    private int completed;

    @BeforeEach
    void open() throws IOException {
        ServletResponse response = fake(ServletResponse.class, method -> connection);
        feed.open(fake(AsyncContext.class, method -> switch (method) {
            case "getResponse" -> response;
            case "complete" -> {
                completed++;
                yield null;
            }
            default -> null;
        }));
    }

    @Test
    void nothingIsWrittenBeforeTheConnectionTakesIt() {
        feed.changed();
        feed.beat();
        assertEquals("", connection.taken.toString());
        feed.onWritePossible();
        assertEquals("retry: 3000\n\n" + CHANGED, connection.taken.toString());
    }

    @Test
    void whatASlowReaderMissesIsToldOnceWhenItReadsAgain() {
        feed.onWritePossible();
        connection.takes = false;
        feed.changed();
        connection.taken.setLength(0);
        feed.changed();
        feed.beat();
        feed.changed();
        assertEquals("", connection.taken.toString());
        connection.takes = true;
        feed.onWritePossible();
        assertEquals(CHANGED, connection.taken.toString());
        feed.beat();
        assertEquals(CHANGED + ":\n\n", connection.taken.toString());
    }

    @Test
    void aBeatFindsOutThatThePageHasGone() {
        feed.onWritePossible();
        connection.broken = true;
        feed.beat();
        assertEquals(List.of(feed), released);
        assertEquals(1, completed);
        feed.changed();
        feed.onTimeout(null);
        feed.onComplete(null);
        assertEquals(List.of(feed), released);
        assertEquals(1, completed);
    }

    /** What the other side takes. */
    private static final class Connection extends ServletOutputStream {

        private final StringBuilder taken = new StringBuilder();
        private boolean takes = true;
        private boolean broken;

        @Override
        public void write(int character) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            taken.append((char) character);
        }

        @Override
        public boolean isReady() {
            return takes;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            // the test says when
        }
    }

    private static <T> T fake(Class<T> type, Function<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.apply(method.getName())));
    }
}
