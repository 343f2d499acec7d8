// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The methods of one family by id, in the order in which they are offered. Immutable; made by a {@link Builder} with
 * one line per method.
 *
 * @param <I> what a method tells about itself
 * @param <M> the methods
 */
public final class Registry<I extends MethodInfo, M> {

    private final String m_title;

    private final Map<String, Entry<I, M>> m_entries;

    private Registry(final String title, final Map<String, Entry<I, M>> entries) {
        m_title = title;
        m_entries = entries;
    }

    /** @return what all methods tell about themselves, in order; not modifiable */
    public List<I> infos() {
        return m_entries.values().stream().map(Entry::info).toList();
    }

    /**
     * @param id id of a method
     * @return what it tells about itself
     * @throws SettingsException if there is no such method
     */
    public I info(final String id) {
        return entry(id).info();
    }

    /**
     * @param id id of a method
     * @return a new instance
     * @throws SettingsException if there is no such method
     */
    public M create(final String id) {
        return entry(id).factory().get();
    }

    /**
     * @param choice a method with its settings as data; of a family whose methods are records of settings
     * @return the method with these settings; what is missing is as in the registered instance
     * @throws SettingsException if the method or a setting is unknown, or a value is out of range
     */
    @SuppressWarnings("unchecked") // settings are read into another record of the same class
    public M create(final Choice choice) {
        final Entry<I, M> entry = entry(choice.method());
        return (M)Settings.read(entry.info().label(), (Record)entry.factory().get(), choice.settings());
    }

    private Entry<I, M> entry(final String id) {
        final var entry = m_entries.get(id);
        if (entry == null) {
            throw new SettingsException(m_title, "must be one of " + String.join(", ", m_entries.keySet()), id,
                "Choose from the list again.");
        }
        return entry;
    }

    private record Entry<I, M>(I info, Supplier<? extends M> factory) {
    }

    /**
     * Collects methods.
     *
     * @param <I> what a method tells about itself
     * @param <M> the methods
     */
    public static final class Builder<I extends MethodInfo, M> {

        private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

        private final String m_title;

        private final Map<String, Entry<I, M>> m_entries = new LinkedHashMap<>();

        /**
         * @param title visible name of the setting that chooses among the methods
         */
        public Builder(final String title) {
            m_title = title;
        }

        /**
         * @param info what the method tells about itself
         * @param factory makes an instance
         * @return this
         * @throws IllegalArgumentException if the id is taken or not of lower-case letters, digits and hyphens
         */
        public Builder<I, M> add(final I info, final Supplier<? extends M> factory) {
            if (!ID.matcher(info.id()).matches()) {
                throw new IllegalArgumentException("\"" + info.id() + "\" cannot be the id of a method.");
            }
            if (m_entries.putIfAbsent(info.id(), new Entry<>(info, factory)) != null) {
                throw new IllegalArgumentException("The id \"" + info.id() + "\" is taken.");
            }
            return this;
        }

        /** @return the registry */
        public Registry<I, M> build() {
            return new Registry<>(m_title, Collections.unmodifiableMap(new LinkedHashMap<>(m_entries)));
        }
    }
}
