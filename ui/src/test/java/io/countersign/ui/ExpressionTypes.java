package io.countersign.ui;

import com.google.common.reflect.TypeToken;
import jakarta.inject.Named;
import java.beans.Introspector;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.expressly.parser.ArithmeticNode;
import org.glassfish.expressly.parser.AstBracketSuffix;
import org.glassfish.expressly.parser.AstChoice;
import org.glassfish.expressly.parser.AstCompositeExpression;
import org.glassfish.expressly.parser.AstConcat;
import org.glassfish.expressly.parser.AstDeferredExpression;
import org.glassfish.expressly.parser.AstDotSuffix;
import org.glassfish.expressly.parser.AstDynamicExpression;
import org.glassfish.expressly.parser.AstIdentifier;
import org.glassfish.expressly.parser.AstInteger;
import org.glassfish.expressly.parser.AstLiteralExpression;
import org.glassfish.expressly.parser.AstNull;
import org.glassfish.expressly.parser.AstString;
import org.glassfish.expressly.parser.AstValue;
import org.glassfish.expressly.parser.BooleanNode;
import org.glassfish.expressly.parser.ELParser;
import org.glassfish.expressly.parser.Node;

/**
 * The static type of an expression of a template, from the classes of the beans. What cannot be resolved is a {@link Fault}, also where the server would
 * quietly show nothing.
 */
final class ExpressionTypes {
    /** The type of null, and of an attribute that this use of a tag leaves out. */
    static final TypeToken<?> NOTHING = TypeToken.of(Void.class);

    private static final TypeToken<?> BOOLEAN = TypeToken.of(Boolean.class);
    private static final TypeToken<?> NUMBER = TypeToken.of(Long.class);
    private static final TypeToken<?> TEXT = TypeToken.of(String.class);
    private final Map<String, TypeToken<?>> scope;
    private final Set<String> read = new HashSet<>();

    /** @param scope the beans and variables by name */
    ExpressionTypes(Map<String, TypeToken<?>> scope) {
        this.scope = scope;
    }

    /** The names that the expressions asked for. */
    Set<String> read() {
        return read;
    }

    /** The type of a text with expressions in it. */
    TypeToken<?> of(String text) {
        return of(ELParser.parse(text));
    }

    /** That an expression such as {@code #{page.open}} names a method without arguments. */
    void checkMethod(String expression) {
        Node value = ELParser.parse(expression);
        while (!(value instanceof AstValue)) {
            value = value.jjtGetChild(0);
        }
        Node last = value.jjtGetChild(value.jjtGetNumChildren() - 1);
        method(upTo(value, value.jjtGetNumChildren() - 1), last.getImage(), List.of());
    }

    private TypeToken<?> of(Node node) {
        if (node instanceof AstValue) {
            return upTo(node, node.jjtGetNumChildren());
        }
        if (node instanceof AstIdentifier) {
            return named(node.getImage());
        }
        List<TypeToken<?>> parts = new ArrayList<>();
        for (int i = 0; i < node.jjtGetNumChildren(); i++) {
            parts.add(of(node.jjtGetChild(i)));
        }
        if (node instanceof AstChoice) {
            return both(parts.get(1), parts.get(2));
        }
        if (node instanceof AstDeferredExpression || node instanceof AstDynamicExpression) {
            return parts.get(0);
        }
        if (node instanceof AstCompositeExpression) {
            return parts.size() == 1 ? parts.get(0) : TEXT;
        }
        return ofOperator(node);
    }

    private static TypeToken<?> ofOperator(Node node) {
        if (node instanceof BooleanNode
                || node.getClass().getSimpleName().matches("Ast(Not|Empty|And|Or|True|False)")) {
            return BOOLEAN;
        }
        if (node instanceof ArithmeticNode || node instanceof AstInteger) {
            return NUMBER;
        }
        if (node instanceof AstString || node instanceof AstConcat || node instanceof AstLiteralExpression) {
            return TEXT;
        }
        if (node instanceof AstNull) {
            return NOTHING;
        }
        if (node.getClass().getSimpleName().matches("Ast(Equal|NotEqual|(Less|Greater)Than(Equal)?)")) {
            return BOOLEAN;
        }
        throw new Fault("this check does not know " + node.getClass().getSimpleName());
    }

    private TypeToken<?> named(String name) {
        read.add(name);
        TypeToken<?> type = scope.get(name);
        if (type == null) {
            throw new Fault("there is no bean or variable " + name);
        }
        return type;
    }

    /** The type after the first suffixes of a value. */
    private TypeToken<?> upTo(Node value, int end) {
        TypeToken<?> type = of(value.jjtGetChild(0));
        for (int i = 1; i < end; i++) {
            Node suffix = value.jjtGetChild(i);
            if (suffix instanceof AstDotSuffix && suffix.jjtGetNumChildren() > 0) {
                type = method(type, suffix.getImage(), arguments(suffix.jjtGetChild(0)));
            } else if (suffix instanceof AstDotSuffix) {
                type = property(type, suffix.getImage());
            } else if (suffix instanceof AstBracketSuffix && suffix.jjtGetNumChildren() == 1) {
                of(suffix.jjtGetChild(0));
                type = element(type);
            } else {
                throw new Fault("this check does not know " + suffix.getClass().getSimpleName());
            }
        }
        return type;
    }

    private List<TypeToken<?>> arguments(Node arguments) {
        List<TypeToken<?>> types = new ArrayList<>();
        for (int i = 0; i < arguments.jjtGetNumChildren(); i++) {
            types.add(of(arguments.jjtGetChild(i)));
        }
        return types;
    }

    private static TypeToken<?> property(TypeToken<?> owner, String name) {
        if (owner.equals(NOTHING)) {
            return NOTHING;
        }
        if (owner.isSubtypeOf(Map.class)) {
            return element(owner);
        }
        for (Method method : owner.getRawType().getMethods()) {
            boolean getter = method.getName().matches("get.+")
                    && Introspector.decapitalize(method.getName().substring(3)).equals(name);
            boolean is = method.getReturnType() == boolean.class
                    && method.getName().matches("is.+")
                    && Introspector.decapitalize(method.getName().substring(2)).equals(name);
            if ((getter || is) && method.getParameterCount() == 0) {
                return returned(owner, method);
            }
        }
        throw new Fault(owner + " has no property " + name);
    }

    private static TypeToken<?> method(TypeToken<?> owner, String name, List<TypeToken<?>> arguments) {
        if (owner.equals(NOTHING)) {
            return NOTHING;
        }
        List<Method> methods = new ArrayList<>();
        for (Method method : owner.getRawType().getMethods()) {
            if (method.getName().equals(name)
                    && !method.isBridge()
                    && (method.getParameterCount() == arguments.size()
                            || method.isVarArgs() && method.getParameterCount() - 1 <= arguments.size())) {
                methods.add(method);
            }
        }
        return methods.stream()
                .<TypeToken<?>>map(method -> returned(owner, method))
                .reduce(ExpressionTypes::both)
                .orElseThrow(
                        () -> new Fault(owner + " has no method " + name + " with " + arguments.size() + " arguments"));
    }

    private static TypeToken<?> returned(TypeToken<?> owner, Method method) {
        if (!reachable(owner.getRawType(), method)) {
            throw new Fault(method + " is in a class that is not public: expressions cannot call it");
        }
        return owner.method(method).getReturnType().wrap();
    }

    /** Beans are called by way of a proxy of their own package; anything else has to be public. */
    private static boolean reachable(Class<?> type, Method method) {
        return type.isAnnotationPresent(Named.class)
                || TypeToken.of(type).getTypes().rawTypes().stream()
                        .filter(each -> Modifier.isPublic(each.getModifiers()))
                        .anyMatch(each -> declares(each, method));
    }

    private static boolean declares(Class<?> type, Method method) {
        try {
            type.getDeclaredMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException absent) {
            return false;
        }
    }

    /** What a collection, an array or a map holds. */
    static TypeToken<?> element(TypeToken<?> many) {
        if (many.equals(NOTHING)) {
            return NOTHING;
        }
        if (many.isArray()) {
            return many.getComponentType().wrap();
        }
        if (many.isSubtypeOf(Map.class)) {
            return many.resolveType(Map.class.getTypeParameters()[1]);
        }
        if (many.isSubtypeOf(Iterable.class)) {
            return many.resolveType(Iterable.class.getTypeParameters()[0]);
        }
        throw new Fault(many + " is neither a collection nor an array");
    }

    private static TypeToken<?> both(TypeToken<?> one, TypeToken<?> other) {
        if (one.equals(NOTHING) || one.isSubtypeOf(other)) {
            return other;
        }
        return other.equals(NOTHING) || other.isSubtypeOf(one) ? one : TypeToken.of(Object.class);
    }

    /** An expression that cannot be resolved. */
    static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1;

        Fault(String what) {
            super(what);
        }
    }
}
