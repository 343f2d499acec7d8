// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;

/** Fields that did not exist in older versions. */
final class MigratedParameters implements NodeParameters {
    /** A group all of whose fields may be absent. */
    @LoadDefaultsForAbsentFields
    static final class Lenient implements NodeParameters {
        int m_depth = 3;

        Strict m_strict = new Strict();
    }

    /** A group none of whose fields may be absent. */
    static final class Strict implements NodeParameters {
        int m_width = 4;
    }

    /** Reads the text that used to hold the number. */
    static final class FromText implements NodeParametersMigration<Integer> {
        @Override
        public List<ConfigMigration<Integer>> getConfigMigrations() {
            return List.of(ConfigMigration.builder(FromText::load).withDeprecatedConfigPath("old").build());
        }

        private static Integer load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return Integer.valueOf(settings.getString("old"));
        }
    }

    int m_always = 1;

    @Migrate(loadDefaultIfAbsent = true)
    int m_later = 2;

    @Migrate(loadDefaultIfAbsent = true)
    Optional<Integer> m_laterOptional = Optional.of(5);

    @Migrate(loadDefaultIfAbsent = true)
    Layer[] m_laterLayers = {new Layer(16)};

    @Migrate(loadDefaultIfAbsent = true)
    Lenient m_lenient = new Lenient();

    @Migration(FromText.class)
    int m_migrated = 6;

    List<String> described() {
        return List.of("always=" + m_always, "later=" + m_later, "laterOptional=" + m_laterOptional,
            "laterLayers=" + m_laterLayers[0].m_filters, "depth=" + m_lenient.m_depth,
            "width=" + m_lenient.m_strict.m_width, "migrated=" + m_migrated);
    }
}
