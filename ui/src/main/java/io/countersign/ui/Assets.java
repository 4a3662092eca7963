package io.countersign.ui;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Addresses inside the console: its pages, its form targets and its self-hosted front-end parts. */
@Named
@ApplicationScoped
public class Assets {

    @Inject
    ServletContext context;

    private final Properties places = new Properties();

    @PostConstruct
    void read() {
        try (InputStream in = Assets.class.getResourceAsStream("/assets.properties")) {
            places.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a page, e.g. {@code request/UUID}. */
    public String page(String name) {
        return context.getContextPath() + "/" + name;
    }

    /** The address that a form posts to. */
    public String action(String name) {
        return context.getContextPath() + "/do/" + name;
    }

    /** A file of ours. */
    public String file(String name) {
        return context.getContextPath() + "/assets/" + name;
    }

    /** One picture of the sprite. */
    public String icon(String name) {
        return file("icons.svg") + "#" + name;
    }

    /** A file of Bootstrap's. */
    public String bootstrap(String name) {
        return part("bootstrap", name);
    }

    /** A file of CodeMirror's. */
    public String codemirror(String name) {
        return part("codemirror", name);
    }

    private String part(String library, String name) {
        return context.getContextPath() + places.getProperty(library) + "/" + name;
    }
}
