// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persistor;

/**
 * Stores and loads the fields of a group of parameters: superclass first, in the order of their declaration, without
 * private, static and transient ones. Reflection is done anew each time, as a node has few fields and is loaded seldom.
 */
public final class StoredGroup {
    private StoredGroup() {
    }

    /**
     * Loads a new instance, made by the constructor without arguments.
     *
     * @param <T> the type of the group
     * @param type its class
     * @param settings its config
     * @return the group
     * @throws InvalidSettingsException if a key is missing or holds something else; further keys are ignored
     */
    public static <T> T load(final Class<T> type, final NodeSettingsRO settings) throws InvalidSettingsException {
        final var group = Instances.create(type);
        for (final var field : fields(type)) {
            field.load(group, settings);
        }
        return group;
    }

    /**
     * @param type the class whose fields are stored
     * @param group the group
     * @param settings the config that gets them
     */
    public static void save(final Class<?> type, final Object group, final NodeSettingsWO settings) {
        for (final var field : fields(type)) {
            field.save(group, settings);
        }
    }

    /**
     * Creates parameters for a node of which nothing is stored.
     *
     * @param <T> the type of the parameters
     * @param type their class
     * @param input the node, for a constructor that takes it
     * @return the parameters
     */
    public static <T> T create(final Class<T> type, final NodeParametersInput input) {
        final Constructor<T> guessing;
        try {
            guessing = type.getDeclaredConstructor(NodeParametersInput.class);
        } catch (final NoSuchMethodException e) {
            return Instances.create(type); // the constructor that takes the node may be left out
        }
        return Instances.create(guessing, input);
    }

    /**
     * @param <T> the type of the group
     * @param type its class
     * @return the group made by the constructor without arguments
     */
    public static <T> T create(final Class<T> type) {
        return Instances.create(type);
    }

    /**
     * @param type the class of a group
     * @return its stored fields
     */
    public static List<Field> declaredFields(final Class<?> type) {
        final var fields = new ArrayList<Field>();
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            fields.addAll(0, Stream.of(c.getDeclaredFields()).filter(StoredGroup::isStored).toList());
        }
        return fields;
    }

    private static boolean isStored(final Field field) {
        final var left = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
        return (field.getModifiers() & left) == 0 && !field.isSynthetic();
    }

    private static List<StoredField> fields(final Class<?> type) {
        final var fields = declaredFields(type);
        final var keys = new HashSet<String>();
        for (final var field : fields) {
            if (!field.isAnnotationPresent(Persistor.class) && !keys.add(StoredField.key(field))) {
                throw new IllegalStateException("%s has two fields with the key \"%s\"."
                    .formatted(type.getName(), StoredField.key(field)));
            }
        }
        return fields.stream().map(StoredField::new).toList();
    }
}
