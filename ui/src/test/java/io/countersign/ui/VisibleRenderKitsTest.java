package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.Writer;
import org.junit.jupiter.api.Test;

/** Whatever a page writes, its reader sees what is in it. */
class VisibleRenderKitsTest {

    private final StringBuilder written = new StringBuilder();
    private final ResponseWriter page = new VisibleRenderKits.VisibleWriter(new Plain());

    @Test
    void aTextIsMarked() throws IOException {
        page.writeText("finance\u202etcerid\u202c-svc", null);
        page.writeText(" and is\u043elate \n", null, null);
        assertEquals("finance[U+202E]tcerid[U+202C]-svc and is\u043e[U+043E]late \n", written.toString());
    }

    @Test
    void theWordsOfAFormStayAsTheyAre() throws IOException {
        page.startElement("textarea", null);
        page.writeText("a\u202eb", null);
        page.endElement("textarea");
        page.writeText("\u202e", null);
        assertEquals("a\u202eb[U+202E]", written.toString());
    }

    /** Writes texts as they come. */
    private final class Plain extends ResponseWriter {
        @Override
        public String getContentType() {
            return "text/html";
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public void startDocument() {}

        @Override
        public void endDocument() {}

        @Override
        public void startElement(String name, UIComponent component) {}

        @Override
        public void endElement(String name) {}

        @Override
        public void writeAttribute(String name, Object value, String property) {}

        @Override
        public void writeURIAttribute(String name, Object value, String property) {}

        @Override
        public void writeComment(Object comment) {}

        @Override
        public void writeText(Object text, String property) {
            written.append(text);
        }

        @Override
        public void writeText(char[] text, int off, int len) {
            written.append(text, off, len);
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return this;
        }

        @Override
        public void write(char[] text, int off, int len) {
            written.append(text, off, len);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
