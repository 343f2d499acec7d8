// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.frugalvision.platform.ui.persistence.ConfigPaths;
import org.knime.core.node.NodeSettingsRO;

/**
 * One older form of a field: when it applies and how it is loaded.
 *
 * @param <T> the type of the field
 */
public final class ConfigMigration<T> {
    private final ParametersLoader<T> m_loader;

    private final Predicate<NodeSettingsRO> m_matcher;

    private ConfigMigration(final ParametersLoader<T> loader, final Predicate<NodeSettingsRO> matcher) {
        m_loader = loader;
        m_matcher = matcher;
    }

    /** @return what loads the older form */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /** @return whether a config of the enclosing group holds the older form */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /**
     * @param <T> the type of the field
     * @param loader loads the older form
     * @return a builder
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /**
     * Builds a migration.
     *
     * @param <T> the type of the field
     */
    public static final class Builder<T> {
        private final ParametersLoader<T> m_loader;

        private final List<String[]> m_deprecatedPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher = this::holdsDeprecatedPaths;

        /** @param loader loads the older form */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = loader;
        }

        /**
         * @param path the keys that lead to a config entry only the older form has
         * @return this builder
         */
        public Builder<T> withDeprecatedConfigPath(final String... path) {
            m_deprecatedPaths.add(path.clone());
            return this;
        }

        /**
         * @param matcher whether a config holds the older form, instead of looking for the deprecated paths
         * @return this builder
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(m_loader, m_matcher);
        }

        private boolean holdsDeprecatedPaths(final NodeSettingsRO settings) {
            return m_deprecatedPaths.stream().allMatch(path -> ConfigPaths.exists(settings, path));
        }
    }
}
