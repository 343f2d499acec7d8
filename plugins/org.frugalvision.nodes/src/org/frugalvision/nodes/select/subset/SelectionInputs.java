// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.select.Answers;
import org.frugalvision.engine.select.Need;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.table.ImageRows;
import org.frugalvision.nodes.table.Skipped;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ExecuteInput;

/**
 * Reads the tables of the Image Subset Selector. Classes count in the order of the probabilities that are looked at, or
 * else of the labels of the images to choose from. Closing it frees the temporary files of images.
 */
final class SelectionInputs implements AutoCloseable {

    private final ImageSubsetSelectorNodeParameters m_parameters;

    private final Set<Need<?>> m_needs;

    private final PoolNetwork m_network;

    private final List<String> m_warnings;

    private final Map<OtherTable, BufferedDataTable> m_others = new EnumMap<>(OtherTable.class);

    private final List<CollectedPool> m_pools = new ArrayList<>();

    /** Those of the images to choose from. */
    private List<String> m_classes = List.of();

    SelectionInputs(final ExecuteInput in, final ImageSubsetSelectorNodeParameters parameters,
        final NetworkPortObject network, final List<String> warnings) throws KNIMEException {
        m_parameters = parameters;
        m_needs = parameters.toSettings().needs();
        m_network = new PoolNetwork(network, parameters);
        m_warnings = warnings;
        for (final OtherTable other : OtherTable.values()) {
            final BufferedDataTable table = in.getInTable(other.port());
            if (table != null) {
                m_others.put(other, table);
            }
        }
    }

    /** Reads the images to choose from; those of the table of selected ones are left out. */
    CollectedPool read(final BufferedDataTable table, final Skipped skipped, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final PoolSources sources =
            PoolSources.of(table.getDataTableSpec(), m_parameters, m_needs, m_network.isConnected());
        final ImageRows rows = new ImageRows(table, sources.images());
        m_classes = classes(sources).orElse(rows.classes());
        return collect(rows, sources, keys(), skipped, run);
    }

    /** The table of images selected already. */
    Optional<BufferedDataTable> selectedBefore() {
        return Optional.ofNullable(m_others.get(OtherTable.SELECTED));
    }

    /** Names of the classes that count; known once the images are read. */
    List<String> classes() {
        return m_classes;
    }

    /** Everything about these images, and about those of the other tables that the method looks at. */
    Answers answers(final CollectedPool pool, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final Answers answers = pool.answers(m_network, run);
        for (final OtherTable other : OtherTable.values()) {
            final BufferedDataTable table = m_others.get(other);
            if (other.isRead(m_needs)) {
                final Answers own =
                    table == null ? new Answers(List.of(), run) : others(other, table, run);
                other.answered().forEach(need -> answers.put(need, own.asOthers()));
            } else if (table != null && other != OtherTable.SELECTED) {
                m_warnings.add("\"%s\" does not look at the table at the port \"%s\".".formatted(
                    m_parameters.toSettings().info().label(), other.title()));
            }
        }
        return answers;
    }

    private Answers others(final OtherTable other, final BufferedDataTable table, final RunControl run)
        throws CanceledException, InvalidSettingsException {
        final PoolSources sources = PoolSources.of(table.getDataTableSpec(), m_parameters, OtherTable.own(m_needs),
            m_network.isConnected());
        final Skipped skipped = new Skipped("At the port \"%s\" left out".formatted(other.title()));
        final CollectedPool pool =
            collect(new ImageRows(table, sources.images()), sources, Set.of(), skipped, run.part(0, 0));
        skipped.warning(table.size()).ifPresent(m_warnings::add);
        return pool.answers(m_network, run);
    }

    private CollectedPool collect(final ImageRows rows, final PoolSources sources, final Set<String> excluded,
        final Skipped skipped, final RunControl run) throws CanceledException {
        final List<String> known = classes(sources).orElse(m_classes.isEmpty() ? rows.classes() : m_classes);
        final CollectedPool pool = new CollectedPool(sources, rows.classes(), known, excluded, skipped);
        m_pools.add(pool);
        rows.forEach(pool, skipped, run);
        return pool;
    }

    /** The classes of the probabilities that are looked at. */
    private Optional<List<String>> classes(final PoolSources sources) {
        if (!sources.classes().isEmpty()) {
            return Optional.of(sources.classes());
        }
        return sources.trains() || m_needs.contains(Need.PROBABILITIES) || m_needs.contains(Need.BOUNDARIES)
            ? m_network.trained().map(network -> network.classes().stream().map(ClassName::of).toList())
            : Optional.empty();
    }

    private Set<String> keys() {
        final Set<String> keys = new HashSet<>();
        final BufferedDataTable selected = m_others.get(OtherTable.SELECTED);
        if (selected != null) {
            try (var rows = selected.iterator()) {
                while (rows.hasNext()) {
                    final DataRow row = rows.next();
                    keys.add(row.getKey().getString());
                }
            }
        }
        return keys;
    }

    @Override
    public void close() {
        m_pools.forEach(CollectedPool::close);
    }
}
