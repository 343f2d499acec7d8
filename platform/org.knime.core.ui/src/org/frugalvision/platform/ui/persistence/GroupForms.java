// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** How nested groups, arrays of groups and maps are stored. */
final class GroupForms {
    private static final List<Class<?>> MAP_VALUES = List.of(String.class, Boolean.class, Integer.class, Double.class);

    private GroupForms() {
    }

    static FieldPersistor group(final Class<?> type, final String key) {
        return new KeyedPersistor<Object>(key, (settings, k, group) -> save(settings.addNodeSettings(k), type, group),
            (settings, k) -> StoredGroup.load(type, settings.getNodeSettings(k)));
    }

    static FieldPersistor array(final Class<?> type, final String key) {
        return new KeyedPersistor<Object[]>(key,
            (settings, k, groups) -> saveAll(settings.addNodeSettings(k), type,
                groups == null ? List.of() : Arrays.asList(groups)),
            (settings, k) -> loadAll(settings.getNodeSettings(k), type)
                .toArray((Object[])Array.newInstance(type, 0)));
    }

    static FieldPersistor list(final Class<?> type, final String key) {
        return new KeyedPersistor<Collection<?>>(key,
            (settings, k, groups) -> saveAll(settings.addNodeSettings(k), type, groups == null ? List.of() : groups),
            (settings, k) -> loadAll(settings.getNodeSettings(k), type));
    }

    static FieldPersistor map(final String key) {
        return new KeyedPersistor<Map<String, Object>>(key,
            (settings, k, map) -> saveMap(settings.addNodeSettings(k), map),
            (settings, k) -> loadMap(settings.getNodeSettings(k)));
    }

    private static void save(final NodeSettingsWO settings, final Class<?> type, final Object group) {
        StoredGroup.save(type, Objects.requireNonNull(group, "A group of parameters must not be null."), settings);
    }

    private static void saveAll(final NodeSettingsWO settings, final Class<?> type, final Collection<?> groups) {
        var index = 0;
        for (final var group : groups) {
            save(settings.addNodeSettings(Integer.toString(index++)), type, group);
        }
    }

    private static List<Object> loadAll(final NodeSettingsRO settings, final Class<?> type)
        throws InvalidSettingsException {
        final var groups = new ArrayList<Object>();
        for (var i = 0; i < settings.keySet().size(); i++) {
            groups.add(StoredGroup.load(type, settings.getNodeSettings(Integer.toString(i))));
        }
        return groups;
    }

    private static void saveMap(final NodeSettingsWO settings, final Map<String, Object> map) {
        map.forEach((key, value) -> LeafForms.persistor(value.getClass(), key)
            .filter(persistor -> MAP_VALUES.contains(value.getClass()))
            .orElseThrow(() -> new IllegalArgumentException(
                "\"%s\" of a map must be a String, Boolean, Integer or Double, but is a %s."
                    .formatted(key, value.getClass().getName())))
            .save(value, settings));
    }

    private static Map<String, Object> loadMap(final NodeSettingsRO settings) throws InvalidSettingsException {
        final var map = new LinkedHashMap<String, Object>();
        for (final var key : settings.keySet()) {
            map.put(key, loadMapValue(settings, key));
        }
        return map;
    }

    private static Object loadMapValue(final NodeSettingsRO settings, final String key)
        throws InvalidSettingsException {
        for (final var type : MAP_VALUES) {
            try {
                return LeafForms.persistor(type, key).orElseThrow().load(settings);
            } catch (final InvalidSettingsException e) {
                continue; // the entry is of another type: a config does not tell which
            }
        }
        throw new InvalidSettingsException(
            "\"%s\" must be a String, Boolean, Integer or Double.".formatted(key));
    }
}
