package dev.podium.configuration;

import io.smallrye.config.WithDefault;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One setting of the tree.
 *
 * @param name as a property
 * @param method tells its value
 * @param owner finds, from the root, whose method it is
 */
record Leaf(String name, Method method, UnaryOperator<Object> owner) {

    /** All there are; those that only belong together stand together. */
    static List<Leaf> all() {
        return under("podium", Configuration.class, root -> root);
    }

    private static List<Leaf> under(String prefix, Class<?> group, UnaryOperator<Object> owner) {
        var leaves = new ArrayList<Leaf>();
        Stream.of(group.getDeclaredMethods())
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> {
                    var name = prefix + "." + hyphenated(method.getName());
                    if (method.getReturnType().getDeclaringClass() == Configuration.class
                            && method.getReturnType().isInterface())
                        leaves.addAll(under(name, method.getReturnType(), root -> value(method, owner.apply(root))));
                    else leaves.add(new Leaf(name, method, owner));
                });
        return leaves;
    }

    /** What it does; null where nobody has said so. */
    Setting about() {
        return method.getAnnotation(Setting.class);
    }

    Optional<String> usual() {
        return Optional.ofNullable(method.getAnnotation(WithDefault.class)).map(WithDefault::value);
    }

    String variable() {
        return variable(name);
    }

    static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    Object value(Configuration settings) {
        return value(method, owner.apply(settings));
    }

    private static Object value(Method method, Object owner) {
        try {
            return method.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hyphenated(String name) {
        return name.replaceAll("[A-Z]", "-$0").toLowerCase(Locale.ROOT);
    }
}
