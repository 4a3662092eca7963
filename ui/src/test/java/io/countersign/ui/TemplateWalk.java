package io.countersign.ui;

import com.google.common.reflect.TypeToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Goes through a page as the server does: into its template, what it includes and the tags that it uses, each with the types of the variables which it is given.
 * Collects what cannot be resolved.
 */
final class TemplateWalk {
    private static final String FACELETS = "jakarta.faces.facelets";
    private static final String CORE = "jakarta.faces.core";
    private static final String CONSOLE = "countersign.console";

    private final Path root;
    private final Map<String, TypeToken<?>> beans;
    private final Map<Path, Document> documents = new HashMap<>();
    /** The attributes that are given to each tag, and those that its template asks for. */
    private final Map<String, Set<String>> given = new HashMap<>();

    private final Map<String, Set<String>> asked = new HashMap<>();
    private final Set<Path> walked = new HashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();
    private final Set<String> resolved = new HashSet<>();

    TemplateWalk(Path root, Map<String, TypeToken<?>> beans) {
        this.root = root;
        this.beans = beans;
    }

    /** Learns which attributes the uses of tags in a template give. */
    void learn(Path template) {
        learn(document(template).getDocumentElement());
    }

    private void learn(Element element) {
        if (CONSOLE.equals(element.getNamespaceURI())) {
            Set<String> names = given.computeIfAbsent(element.getLocalName(), tag -> new TreeSet<>());
            attributes(element).forEach(attribute -> names.add(attribute.getName()));
        }
        children(element).forEach(child -> {
            if (child instanceof Element inner) {
                learn(inner);
            }
        });
    }

    void page(Path page) {
        template(page, new HashMap<>(beans), "");
    }

    /** What was wrong, an attribute that a tag's template never asks for included. */
    List<String> faults() {
        List<String> all = new ArrayList<>(faults);
        asked.forEach((tag, names) -> given.getOrDefault(tag, Set.of()).stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> all.add("tags/" + tag + ".xhtml never asks for its attribute " + name)));
        return all;
    }

    Set<Path> walked() {
        return walked;
    }

    /** How many different expressions were resolved. */
    int resolved() {
        return resolved.size();
    }

    private void template(Path file, Map<String, TypeToken<?>> scope, String tag) {
        walked.add(file);
        walk(document(file).getDocumentElement(), new Place(file, tag, scope));
    }

    private void walk(Element element, Place place) {
        String tag = element.getLocalName();
        String space = element.getNamespaceURI();
        if (CONSOLE.equals(space)) {
            tag(element, place);
        } else if (FACELETS.equals(space) && tag.equals("repeat")) {
            repeat(element, place);
        } else if (FACELETS.equals(space) && tag.equals("param")) {
            place.scope().put(element.getAttribute("name"), type(element.getAttribute("value"), place));
        } else if (FACELETS.equals(space) && tag.equals("include")) {
            Place inside = place.copy();
            inner(element, inside);
            template(file(element.getAttribute("src")), inside.scope(), place.tag());
        } else if (FACELETS.equals(space) && tag.equals("composition") && element.hasAttribute("template")) {
            Place inside = place.copy();
            inner(element, inside);
            template(file(element.getAttribute("template")), inside.scope(), place.tag());
        } else if (CORE.equals(space) && tag.equals("viewAction")) {
            action(element.getAttribute("action"), place);
        } else {
            attributes(element).forEach(attribute -> type(attribute.getValue(), place));
            inner(element, FACELETS.equals(space) && tag.equals("define") ? place.copy() : place);
        }
    }

    private void inner(Element element, Place place) {
        for (Node child : children(element)) {
            if (child instanceof Element inner) {
                walk(inner, place);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                type(child.getTextContent(), place);
            }
        }
    }

    private void repeat(Element element, Place place) {
        Place inside = place.copy();
        attributes(element).stream()
                .map(Attr::getName)
                .filter(name -> !Set.of("value", "var").contains(name))
                .forEach(name -> fault(place, "ui:repeat", "this check does not know the attribute " + name));
        try {
            TypeToken<?> held = ExpressionTypes.element(type(element.getAttribute("value"), place));
            inside.scope().put(element.getAttribute("var"), held);
        } catch (ExpressionTypes.Fault fault) {
            fault(place, element.getAttribute("value"), fault.getMessage());
        }
        inner(element, inside);
    }

    private void tag(Element element, Place place) {
        String name = element.getLocalName();
        Map<String, TypeToken<?>> scope = new HashMap<>(beans);
        given.getOrDefault(name, Set.of()).forEach(attribute -> scope.put(attribute, ExpressionTypes.NOTHING));
        attributes(element).forEach(attribute -> scope.put(attribute.getName(), type(attribute.getValue(), place)));
        template(file("/WEB-INF/tags/" + name + ".xhtml"), scope, name);
        inner(element, place);
    }

    private void action(String expression, Place place) {
        try {
            new ExpressionTypes(place.scope()).checkMethod(expression);
        } catch (ExpressionTypes.Fault fault) {
            fault(place, expression, fault.getMessage());
        }
    }

    private TypeToken<?> type(String text, Place place) {
        if (!text.contains("#{") && !text.contains("${")) {
            return TypeToken.of(String.class);
        }
        ExpressionTypes types = new ExpressionTypes(place.scope());
        try {
            TypeToken<?> type = types.of(text);
            resolved.add(text.strip());
            return type;
        } catch (ExpressionTypes.Fault fault) {
            fault(place, text.strip(), fault.getMessage());
            return ExpressionTypes.NOTHING;
        } finally {
            asked.computeIfAbsent(place.tag(), tag -> new TreeSet<>()).addAll(types.read());
        }
    }

    private void fault(Place place, String expression, String what) {
        faults.add(root.relativize(place.file()) + ": " + expression + ": " + what);
    }

    private Path file(String address) {
        return root.resolve(address.substring(1));
    }

    private Document document(Path file) {
        return documents.computeIfAbsent(file, path -> {
            try {
                DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                factory.setNamespaceAware(true);
                return factory.newDocumentBuilder().parse(path.toFile());
            } catch (ParserConfigurationException | SAXException | IOException failed) {
                throw new IllegalStateException(path + " cannot be read", failed);
            }
        });
    }

    private static List<Attr> attributes(Element element) {
        List<Attr> all = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                all.add(attribute);
            }
        }
        return all;
    }

    private static List<Node> children(Node parent) {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < parent.getChildNodes().getLength(); i++) {
            all.add(parent.getChildNodes().item(i));
        }
        return all;
    }

    /** Where the walk is: the template, the tag that it is of, and the variables that are known there. */
    private record Place(Path file, String tag, Map<String, TypeToken<?>> scope) {
        Place copy() {
            return new Place(file, tag, new HashMap<>(scope));
        }
    }
}
