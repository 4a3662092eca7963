package io.countersign.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.reflect.ClassPath;
import com.google.common.reflect.TypeToken;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every expression of the templates names what the beans' classes have; the server binds them only when a page is shown. */
class TemplateExpressionsTest {
    private static final Path TEMPLATES = Path.of("src/main/webapp");

    @TempDir
    Path folder;

    @Test
    void everyExpressionResolves() throws IOException {
        TemplateWalk walk = new TemplateWalk(TEMPLATES, beans());
        List<Path> all = templates();
        all.forEach(walk::learn);
        all.stream()
                .filter(template -> !template.toString().contains("WEB-INF"))
                .forEach(walk::page);
        assertEquals(List.of(), walk.faults());
        assertEquals(new TreeSet<>(all), new TreeSet<>(walk.walked()), "templates that no page reaches");
        assertTrue(walk.resolved() > 500, () -> "only " + walk.resolved() + " expressions were looked at");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "#{inboxPage.nothing}| has no property nothing",
                "#{nobody.name}| there is no bean or variable nobody",
                "#{inboxPage.mine.row()}| has no method row with 0 arguments",
                "#{inboxPage.shows()}| has no method shows with 0 arguments",
                "#{empty inboxPage.title ? 'a' : inboxPage.titel}| has no property titel",
                "#{displayText.capital(inboxPage.nothing)}| has no property nothing",
                "<ui:repeat value='#{inboxPage.mine.rows()}' var='r'>#{r.verb()}</ui:repeat>| has no method verb with 0 arguments",
                "<ui:repeat value='#{inboxPage.title}' var='r'/>| is neither a collection nor an array",
                "<f:viewAction action='#{inboxPage.close}'/>| has no method close with 0 arguments",
            })
    void whatIsNotThereIsFound(String content, String complaint) throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.xhtml"),
                "<ui:composition xmlns:ui='jakarta.faces.facelets' xmlns:f='jakarta.faces.core'>" + content
                        + "</ui:composition>");
        TemplateWalk walk = new TemplateWalk(folder, beans());
        walk.page(page);
        assertEquals(1, walk.faults().size(), walk.faults()::toString);
        assertTrue(walk.faults().get(0).endsWith(complaint), walk.faults()::toString);
    }

    @Test
    void anAttributeThatATagNeverAsksForIsFound() throws IOException {
        Path tags = Files.createDirectories(folder.resolve("WEB-INF/tags"));
        Files.writeString(tags.resolve("risk.xhtml"), "<p>#{level}</p>");
        Path page = Files.writeString(
                folder.resolve("page.xhtml"), "<p xmlns:cs='countersign.console'><cs:risk level='low' of='high'/></p>");
        TemplateWalk walk = new TemplateWalk(folder, beans());
        walk.learn(page);
        walk.page(page);
        assertEquals(List.of("tags/risk.xhtml never asks for its attribute of"), walk.faults());
    }

    private static Map<String, TypeToken<?>> beans() throws IOException {
        Map<String, TypeToken<?>> beans = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (ClassPath.ClassInfo found : ClassPath.from(TemplateExpressionsTest.class.getClassLoader())
                .getTopLevelClassesRecursive("io.countersign.ui")) {
            Class<?> type = found.load();
            Named named = type.getAnnotation(Named.class);
            if (named != null) {
                String name = named.value().isEmpty() ? Introspector.decapitalize(type.getSimpleName()) : named.value();
                if (beans.put(name, TypeToken.of(type)) != null) {
                    twice.add(name);
                }
            }
        }
        assertEquals(Set.of(), twice, "names of two beans");
        return beans;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(f -> f.toString().endsWith(".xhtml")).toList();
        }
    }
}
