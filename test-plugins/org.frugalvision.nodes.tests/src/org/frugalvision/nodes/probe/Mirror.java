// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Compares the settings of a node with the record of the engine that they mirror. */
public final class Mirror {

    private Mirror() {
    }

    /**
     * Every component of the record has its field and every field its component, the defaults are equal, and a change
     * of one field changes its component and nothing else.
     *
     * @param parameters with default values
     * @param settings makes the record from them
     * @param defaults of the engine
     * @param others for each component another value than the default, as its field takes it; none for nested groups
     * @param ofTheNodeAlone fields that the engine does not know
     */
    public static <R extends Record> void assertMirrors(final Object parameters, final Supplier<R> settings,
        final R defaults, final Map<String, Object> others, final String... ofTheNodeAlone) throws Exception {
        assertEquals(components(defaults.getClass()), fields(parameters.getClass(), ofTheNodeAlone));
        assertEquals(defaults, settings.get());
        for (final RecordComponent component : defaults.getClass().getRecordComponents()) {
            final Object other = others.get(component.getName());
            if (other == null) {
                assertTrue(component.getName() + " needs another value", component.getType().isRecord());
                continue;
            }
            final Field field = parameters.getClass().getDeclaredField("m_" + component.getName());
            field.setAccessible(true);
            final Object before = field.get(parameters);
            field.set(parameters, other);
            assertEquals(component.getName(), text(other), text(component.getAccessor().invoke(settings.get())));
            field.set(parameters, before);
            assertEquals("only " + component.getName(), defaults, settings.get());
        }
    }

    /** Names of the components of a record. */
    public static Set<String> components(final Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the settings of a class of parameters, but those. */
    public static Set<String> fields(final Class<?> type, final String... but) {
        return Arrays.stream(type.getDeclaredFields()).filter(field -> !Modifier.isStatic(field.getModifiers()))
            .map(field -> field.getName().replaceFirst("^m_", "")).filter(name -> !Set.of(but).contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Names of the constants of an enum. */
    public static Set<String> names(final Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(final Object value) {
        return value instanceof Enum<?> choice ? choice.name() : value.toString();
    }
}
