// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.ui.persistence;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.stream.Stream;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.DefaultProvider;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistor;

/** One stored field of a group: its form, and what is loaded when that form is not there. */
final class StoredField {
    private final Field m_field;

    private final FieldPersistor m_persistor;

    private final Optional<NodeParametersMigration<?>> m_migration;

    private final boolean m_mayBeAbsent;

    StoredField(final Field field) {
        refuseBoth(field, Persist.class, Persistor.class);
        refuseBoth(field, Migrate.class, Migration.class);
        m_field = field;
        m_field.setAccessible(true);
        m_persistor = persistor(field);
        m_migration = Optional.ofNullable(field.getAnnotation(Migration.class)).map(m -> Instances.create(m.value()));
        m_mayBeAbsent = m_migration.isEmpty() && mayBeAbsent(field);
    }

    /** The key under which a field is stored unless a custom persistor says otherwise. */
    static String key(final Field field) {
        final var persist = field.getAnnotation(Persist.class);
        final var name = field.getName().startsWith("m_") ? field.getName().substring(2) : field.getName();
        if (persist == null) {
            return name;
        }
        return (persist.configKey().isEmpty() ? name : persist.configKey()) + (persist.hidden() ? "_Internals" : "");
    }

    private static boolean mayBeAbsent(final Field field) {
        final var migrate = field.getAnnotation(Migrate.class);
        return migrate != null && migrate.loadDefaultIfAbsent()
            || field.getDeclaringClass().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    void save(final Object group, final NodeSettingsWO settings) {
        m_persistor.save(get(group), settings);
    }

    /** Loads the field into a new group, or leaves it as it is. */
    void load(final Object group, final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_migration.isPresent()) {
            set(group, loadMigrating(m_migration.get(), settings));
        } else if (!m_mayBeAbsent || isPresent(settings)) {
            set(group, m_persistor.load(settings));
        }
    }

    private Object loadMigrating(final NodeParametersMigration<?> migration, final NodeSettingsRO settings)
        throws InvalidSettingsException {
        for (final var older : migration.getConfigMigrations()) {
            if (older.getMatcher().test(settings)) {
                return older.getLoader().load(settings);
            }
        }
        return migration instanceof DefaultProvider<?> provider && !isPresent(settings) ? provider.getDefault()
            : m_persistor.load(settings);
    }

    private boolean isPresent(final NodeSettingsRO settings) {
        return Stream.of(m_persistor.paths()).anyMatch(path -> ConfigPaths.exists(settings, path));
    }

    private Object get(final Object group) {
        try {
            return m_field.get(group);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("\"%s\" cannot be read.".formatted(m_field), e);
        }
    }

    private void set(final Object group, final Object value) {
        try {
            m_field.set(group, value);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException("\"%s\" cannot be written.".formatted(m_field), e);
        }
    }

    @SuppressWarnings("unchecked")
    private static FieldPersistor persistor(final Field field) {
        final var custom = field.getAnnotation(Persistor.class);
        return custom == null ? FieldForms.persistor(field.getGenericType(), key(field))
            : new CustomPersistor(Instances.create(custom.value()));
    }

    private static void refuseBoth(final Field field, final Class<? extends Annotation> first,
        final Class<? extends Annotation> second) {
        if (field.isAnnotationPresent(first) && field.isAnnotationPresent(second)) {
            throw new IllegalStateException("\"%s\" must not have both @%s and @%s.".formatted(field.getName(),
                first.getSimpleName(), second.getSimpleName()));
        }
    }
}
