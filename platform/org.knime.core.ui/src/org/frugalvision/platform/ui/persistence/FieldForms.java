// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.knime.node.parameters.persistence.Persistable;

/** Finds the form in which a field is stored by its type. */
final class FieldForms {
    private static final Set<Type> LISTS = Set.of(Collection.class, List.class, ArrayList.class);

    private FieldForms() {
    }

    static FieldPersistor persistor(final Type type, final String key) {
        final var found = type instanceof Class<?> plain ? plain(plain, key)
            : type instanceof ParameterizedType generic ? generic(generic, key) : Optional.<FieldPersistor>empty();
        return found.orElseThrow(() -> new IllegalArgumentException(
            "There is no default persistor for \"%s\" of type %s.".formatted(key, type.getTypeName())));
    }

    private static Optional<FieldPersistor> plain(final Class<?> type, final String key) {
        if (isGroup(type)) {
            return Optional.of(GroupForms.group(type, key));
        }
        return type.isArray() && isGroup(type.componentType())
            ? Optional.of(GroupForms.array(type.componentType(), key)) : LeafForms.persistor(type, key);
    }

    private static Optional<FieldPersistor> generic(final ParameterizedType type, final String key) {
        final var last = type.getActualTypeArguments()[type.getActualTypeArguments().length - 1];
        if (!(last instanceof Class<?> element)) {
            return Optional.empty();
        }
        if (type.getRawType() == Optional.class) {
            return LeafForms.optionalPersistor(element, key);
        }
        if (LISTS.contains(type.getRawType()) && isGroup(element)) {
            return Optional.of(GroupForms.list(element, key));
        }
        return type.getRawType() == Map.class && element == Object.class ? Optional.of(GroupForms.map(key))
            : Optional.empty();
    }

    private static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type);
    }
}
