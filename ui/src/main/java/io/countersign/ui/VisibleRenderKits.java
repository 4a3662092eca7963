package io.countersign.ui;

import io.countersign.kernel.VisibleText;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import jakarta.faces.render.RenderKit;
import jakarta.faces.render.RenderKitFactory;
import jakarta.faces.render.RenderKitWrapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Every text that a page of the console writes shows what it holds: characters that turn text around, hide or imitate are
 * marked, wherever a page has not done so itself by {@link VisibleOutput}. What stands in a form to be sent back stays as it is.
 */
public class VisibleRenderKits extends RenderKitFactory {

    /** Wraps the server's factory. */
    public VisibleRenderKits(RenderKitFactory wrapped) {
        super(wrapped);
    }

    @Override
    public void addRenderKit(String id, RenderKit kit) {
        getWrapped().addRenderKit(id, kit);
    }

    @Override
    public @Nullable RenderKit getRenderKit(FacesContext context, String id) {
        RenderKit kit = getWrapped().getRenderKit(context, id);
        return kit == null ? null : new Kit(kit);
    }

    @Override
    public Iterator<String> getRenderKitIds() {
        return getWrapped().getRenderKitIds();
    }

    private static final class Kit extends RenderKitWrapper {
        Kit(RenderKit wrapped) {
            super(wrapped);
        }

        @Override
        public ResponseWriter createResponseWriter(Writer writer, String types, String encoding) {
            return new VisibleWriter(getWrapped().createResponseWriter(writer, types, encoding));
        }
    }

    /** Texts are marked line by line; the words of a text area go back to the server and stay. */
    static final class VisibleWriter extends ResponseWriterWrapper {
        private static final String TEXT_AREA = "textarea";
        private boolean toBeSentBack;

        VisibleWriter(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void startElement(String name, @Nullable UIComponent component) throws IOException {
            toBeSentBack |= TEXT_AREA.equalsIgnoreCase(name);
            super.startElement(name, component);
        }

        @Override
        public void endElement(String name) throws IOException {
            toBeSentBack &= !TEXT_AREA.equalsIgnoreCase(name);
            super.endElement(name);
        }

        @Override
        public void writeText(Object text, @Nullable String property) throws IOException {
            super.writeText(marked(text), property);
        }

        @Override
        public void writeText(Object text, @Nullable UIComponent component, @Nullable String property)
                throws IOException {
            super.writeText(marked(text), component, property);
        }

        @Override
        public void writeText(char[] text, int from, int length) throws IOException {
            char[] all = String.valueOf(marked(new String(text, from, length))).toCharArray();
            super.writeText(all, 0, all.length);
        }

        @Override
        public ResponseWriter cloneWithWriter(Writer writer) {
            return new VisibleWriter(getWrapped().cloneWithWriter(writer));
        }

        private Object marked(Object text) {
            return toBeSentBack ? text : VisibleText.ofLines(text.toString());
        }
    }
}
